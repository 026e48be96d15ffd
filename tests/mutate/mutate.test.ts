import ts from "typescript"
import { describe, expect, it } from "vitest"
import { Collector } from "./harness"
import { Runtime } from "./runtime"
import { schemata } from "./schemata"
import { rowOf } from "./table"

/** The mutation tester's own parts: a mutant that is not the slip it says would prove nothing. */

function mutantsOf(text: string, isNumber = true) {
  const source = ts.createSourceFile("a.ts", text, ts.ScriptTarget.ES2023, true)
  return schemata(source, "a.ts", 0, () => isNumber)
}

const changes = (text: string, isNumber = true) =>
  mutantsOf(text, isNumber).mutants.map(({ original, replacement }) => `${original} > ${replacement}`)

/** What a module's function gives with one mutant awake, or none. */
function run(text: string, mutant: number, call: string): unknown {
  const runtime = new Runtime()
  Object.assign(globalThis, { [Symbol.for("mep.mutate")]: runtime.api })
  runtime.wake(mutant)
  runtime.limit(1000)
  const made = ts.transpileModule(mutantsOf(text).text, {
    compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.CommonJS },
  }).outputText
  return new Function("exports", `${made}; return ${call}`)({})
}

describe("operators", () => {
  it.each([
    [
      "limits, outside and inside of a condition",
      "const f = (a: number) => a < 4",
      ["a < 4 > (a <= 4)", "a < 4 > (a >= 4)", "4 > 5"],
    ],
    ["a whole condition", "if (a) b = 1", ["a > false", "a > true", "b = 1 > undefined", "1 > 2"]],
    ["both sides of a word", "const f = () => a && b", ["a && b > (a || b)"]],
    ["brothers", "const f = () => x.some(g)", ["x.some(g) > x.every(g)"]],
    ["what can be left out", "x.filter(g).map(h)", ["x.filter(g).map(h) > undefined", "x.filter(g) > (x)"]],
    ["decimals, twice and half", "const f = () => 0.4", ["0.4 > 0.8", "0.4 > 0.2"]],
    ["severities", 'const f = () => ({ severity: "error" })', ['"error" > "warning"']],
    ["ends of patterns", "const f = () => /^a$/i", ["/^a$/i > /a$/i", "/^a$/i > /^a/i"]],
    ["defaults", "const f = () => a ?? b", ["a ?? b > (b)"]],
  ] as const)("%s", (_title, text, wanted) => {
    // Inner ones have the lower numbers.
    expect(changes(text).sort()).toEqual([...wanted].sort())
  })

  it("leave alone what has no meaning to change", () => {
    expect(changes("const f = () => a + b", false)).toEqual([])
    expect(changes("type A = 1 | 2; interface B { c: 3 }")).toEqual([])
    expect(changes("const f = () => x.toFixed(2)")).toEqual([])
    expect(changes("const f = () => a?.filter(b).length")).toEqual([])
  })
})

describe("schemata", () => {
  const text = "export const most = 4\nexport function fits(a: number): boolean { return a <= most }"

  it("asleep are the program", () => {
    expect([3, 4, 5].map((a) => run(text, -1, `fits(${a})`))).toEqual([true, true, false])
  })

  it("awake are one slip each", () => {
    const { mutants } = mutantsOf(text)
    expect(mutants.map(({ original, replacement }) => `${original} > ${replacement}`)).toEqual([
      "4 > 5",
      "a <= most > (a < most)",
      "a <= most > (a > most)",
    ])
    expect(mutants.map((_, mutant) => [4, 5].map((a) => run(text, mutant, `fits(${a})`)))).toEqual([
      [true, true],
      [false, false],
      [false, true],
    ])
  })

  it("have the line, the text and the count of each", () => {
    expect(mutantsOf("const f = () => [1,\n1]").mutants).toMatchObject([
      { line: 1, original: "1", replacement: "2", nth: 0 },
      { line: 2, original: "1", replacement: "2", nth: 1 },
    ])
  })

  it("end loops that have no end", () => {
    expect(() =>
      run("export function f() { while (g) h() }\nlet g = true; function h() {}", -1, "f()"),
    ).toThrow("a loop without an end")
  })

  it("stay apart from the line before, as there are no semicolons", () => {
    expect(
      run(
        "let n = 1\nexport function f() {\n  const a = n\n  g()\n  return a\n}\nfunction g() {}",
        -1,
        "f()",
      ),
    ).toBe(1)
  })
})

describe("runtime", () => {
  it("works a constant out again when its mutant wakes, and back", () => {
    const runtime = new Runtime()
    let value = 0
    runtime.api.__r(() => {
      value = runtime.api.__m(7) ? 2 : 1
    })
    expect(value).toBe(1)
    runtime.wake(7)
    expect(value).toBe(2)
    runtime.wake(-1)
    expect(value).toBe(1)
    expect([runtime.isWorkedOutAgain(7), runtime.isWorkedOutAgain(8)]).toEqual([true, false])
  })

  it("records who is asked for, and only then", async () => {
    const runtime = new Runtime()
    runtime.api.__m(1)
    const { mutants, turns } = await runtime.record(async () => {
      runtime.api.__m(2)
      runtime.api.__t()
    })
    runtime.api.__m(3)
    expect([...mutants]).toEqual([2])
    expect(turns).toBe(1)
  })
})

describe("harness", () => {
  it("collects tests with the suites they are in, and rows of tables", async () => {
    const collector = new Collector()
    const { it, describe, expect: its } = await collector.api(process.cwd())
    await collector.load("a.test.ts", async () => {
      describe("outer", () => {
        it("one", () => {})
        it.each([1, 2])("row", () => {})
      })
      it.skip("left out", () => {})
    })
    expect(collector.tests.map(({ name }) => name)).toEqual(["one", "row 1", "row 2"])
    expect(collector.tests[0]?.suite.parent?.file).toBe("a.test.ts")
    expect(its).toBeTypeOf("function")
  })
})

describe("table", () => {
  const mutant = { file: "a.ts", line: 1, operator: "", original: "", replacement: "", nth: 0 }
  it("counts what was tried and is no equivalent", () => {
    const of = (
      ...all: readonly ("killed" | "endless" | "survived" | "uncovered" | "equivalent" | undefined)[]
    ) =>
      rowOf(
        "a",
        all.map((status) => ({ mutant, status })),
      )
    expect(of("killed", "endless", "survived", "equivalent", undefined)).toMatchObject({
      mutants: 5,
      tried: 4,
      killed: 2,
      survived: 1,
      equivalent: 1,
      rate: 2 / 3,
    })
    expect(of(undefined).rate).toBeNaN()
  })
})

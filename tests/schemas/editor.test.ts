import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { z } from "zod"
import { findingLine } from "../../src/check/report"
import { lockSchema } from "../../src/lock/lock"
import { routesSchema } from "../../src/route/routes-file"
import { jsonSchema } from "./json-schema"

/** What editors know of this project's files. `WRITE_DOCS=1 npx vitest run tests/schemas` writes the schemas. */

const schemas = [
  { file: "docs/schemas/routes.schema.json", title: "The copper of a board", schema: routesSchema },
  {
    file: "docs/schemas/board.lock.schema.json",
    title: "What was accepted of a board; only npm run accept writes it",
    schema: lockSchema,
  },
]

describe.each(schemas)("$file", ({ file, title, schema }) => {
  it("is what the program reads the file by", () => {
    const made = {
      $schema: "http://json-schema.org/draft-07/schema#",
      title,
      ...jsonSchema(schema),
    }
    if (process.env.WRITE_DOCS !== undefined) writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`)
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(made)
  })
})

describe("a zod schema as JSON Schema", () => {
  it("keeps every limit", () => {
    const schema = z
      .object({
        a: z.number().positive().max(10).describe("how much"),
        b: z.string().min(1).optional(),
        c: z.array(z.tuple([z.literal(1), z.enum(["x", "y"])])).min(2),
        d: z.record(z.string().regex(/^[a-f]+$/)),
      })
      .strict()
    const pair = { type: "array", items: [{ const: 1 }, { enum: ["x", "y"] }], minItems: 2, maxItems: 2 }
    expect(jsonSchema(schema)).toEqual({
      type: "object",
      properties: {
        a: { type: "number", exclusiveMinimum: 0, maximum: 10, description: "how much" },
        b: { type: "string", minLength: 1 },
        c: { type: "array", items: pair, minItems: 2 },
        d: { type: "object", additionalProperties: { type: "string", pattern: "^[a-f]+$" } },
      },
      required: ["a", "c", "d"],
      additionalProperties: false,
    })
  })

  it.each([
    z.object({}),
    z.number().int(),
    z.string().regex(/a/i),
    z.string().email(),
    z.array(z.string()).max(3),
    z.tuple([z.string()]).rest(z.string()),
    z.number().min(1).min(2),
    z.string().refine(() => true),
    z.union([z.string(), z.number()]),
  ])("refuses what it would say less of (%#)", (schema) => {
    expect(() => jsonSchema(schema)).toThrow()
  })
})

type Matcher = {
  pattern: { regexp: string; severity: number; file: number; line: number; message: number }
  background?: { beginsPattern: string; endsPattern: string }
}

describe("VS Code", () => {
  const read = (file: string) => JSON.parse(readFileSync(file, "utf8"))

  it("knows the schemas by files that are there", () => {
    const told: { fileMatch: string[]; url: string }[] = read(".vscode/settings.json")["json.schemas"]
    expect(told.map(({ url }) => url.replace("./", ""))).toEqual(schemas.map(({ file }) => file))
    for (const { url } of told) expect(existsSync(url)).toBe(true)
    for (const { fileMatch } of told)
      expect(existsSync(`boards/mep-smd/${fileMatch[0]?.split("/").at(-1)}`)).toBe(true)
  })

  const tasks: { label: string; args: string[]; problemMatcher: Matcher }[] = read(".vscode/tasks.json").tasks

  it.each(tasks)("runs $label, a command of this program", ({ args }) => {
    expect(args[0]).toBe("src/mep.mjs")
    expect(existsSync(`src/cli/commands/${args[1]}.ts`)).toBe(true)
  })

  it.each(tasks)("reads the findings of $label", ({ problemMatcher: { pattern } }) => {
    const seen = (line: string) => {
      const found = new RegExp(pattern.regexp).exec(line)
      return found === null
        ? undefined
        : [pattern.severity, pattern.file, pattern.line, pattern.message].map((group) => found[group])
    }
    const at = { rule: "drc/gap", message: "R1: too near: 0.1 mm", file: "boards/x/index.tsx", line: 12 }
    expect(seen(findingLine({ severity: "warning", ...at }))).toEqual([
      "warning",
      "boards/x/index.tsx",
      "12",
      "R1: too near: 0.1 mm [drc/gap]",
    ])
    expect(seen("mep: boards/x/routes.json:3: not valid JSON: end")).toEqual([
      undefined,
      "boards/x/routes.json",
      "3",
      "not valid JSON: end",
    ])
    expect(seen("error: drawn at 10:30: not a file")).toBeUndefined()
    expect(seen("waived: boards/x/index.tsx:12: meant")).toBeUndefined()
    expect(seen("mep-smd built: dist/mep-smd (0 errors, 0 warnings, 2 waived)")).toBeUndefined()
  })

  it("knows when dev begins and ends a round", () => {
    const rounds = tasks.flatMap(({ problemMatcher: { background } }) => background ?? [])
    expect(rounds.length).toBe(1)
    for (const { beginsPattern, endsPattern } of rounds) {
      const [begins, ends] = [new RegExp(beginsPattern), new RegExp(endsPattern)]
      for (const line of ["boards/x/index.tsx changed", "boards/x/a.ts and 2 more changed"])
        expect([begins.test(line), ends.test(line)]).toEqual([true, false])
      const compiled = "mep-smd: 1 errors, 0 warnings, 6 waived in 0.61 s (compile 200 ms)"
      for (const line of [compiled, "error: boards/x/index.tsx:3: Unexpected token"])
        expect([begins.test(line), ends.test(line)]).toEqual([false, true])
    }
  })
})

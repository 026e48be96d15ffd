import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { request } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, describe, expect, it } from "vitest"
import { causesOf, placeOf } from "../../src/dev/causes"
import type { PageState, Problem } from "../../src/dev/messages"
import { servedBook } from "../../src/dev/page"
import { foremost, problemLine, problemOf, problemOfMessage } from "../../src/dev/places"
import { type RunningServer, startServer } from "../../src/dev/server"
import { typeProblem } from "../../src/dev/type-check"
import { touchesProgram, watchSources } from "../../src/dev/watch"
import type { Finding } from "../../src/model/finding"

const finding = (fields: Partial<Finding>): Finding => ({
  rule: "erc/x",
  severity: "error",
  message: "hm",
  ...fields,
})

const cleanUps: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp()
})

function folder(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), "mep-dev-"))
  cleanUps.push(() => rmSync(root, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, ".."), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

describe("problems", () => {
  const root = () =>
    folder({
      "boards/b/placement.ts": 'first\n  part("R1", 0, 0),\n',
      "boards/b/routes.json": '{\n "nets": {\n  "BUS": {\n',
    })

  it("point to the part's row, or to the net's routes", () => {
    const at = root()
    expect(problemOf(finding({ parts: ["R1.2"] }), at, "b")).toMatchObject({
      file: "boards/b/placement.ts",
      line: 2,
    })
    expect(problemOf(finding({ rule: "route/stale", nets: ["BUS"] }), at, "b")).toMatchObject({
      file: "boards/b/routes.json",
      line: 3,
    })
    expect(problemOf(finding({ parts: ["X9"] }), at, "b")).not.toHaveProperty("file")
  })

  it("take an error's message apart, and put it together as editors link it", () => {
    const problem = problemOfMessage('boards/b/board.tsx:12:5: Unexpected ","')
    expect(problem).toEqual({
      severity: "error",
      text: 'Unexpected ","',
      file: "boards/b/board.tsx",
      line: 12,
    })
    expect(problemLine(problem)).toBe('error: boards/b/board.tsx:12: Unexpected ","')
    expect(problemOfMessage("boards/b/routes.json: missing")).toMatchObject({ file: "boards/b/routes.json" })
    expect(problemOfMessage("no such thing: at all")).toEqual({
      severity: "error",
      text: "no such thing: at all",
    })
  })

  it("tell causes before what follows from them", () => {
    const all = [
      finding({ rule: "lvs/open" }),
      finding({ rule: "route/stale" }),
      finding({ severity: "info" }),
    ]
    expect(foremost(all)).toEqual({ told: [all[1]], more: 1 })
    expect(foremost(all.slice(0, 1))).toEqual({ told: [all[0]], more: 0 })
  })

  it("come from TypeScript for the project's sources only", () => {
    expect(typeProblem("boards/b/board.tsx(12,5): error TS2304: Cannot find name 'y'.")).toEqual({
      severity: "error",
      file: "boards/b/board.tsx",
      line: 12,
      text: "TS2304: Cannot find name 'y'.",
    })
    expect(typeProblem("tests/a.test.ts(1,1): error TS1: x")).toBeUndefined()
    expect(typeProblem("  indented")).toBeUndefined()
  })
})

describe("causes", () => {
  const problem = (fields: Partial<Problem>): Problem => ({ severity: "error", text: "x", ...fields })

  it("are one for a rule and one for a file, errors first", () => {
    const [warned, stale, stale2, typo, typo2] = [
      problem({ rule: "erc/a", severity: "warning" }),
      problem({ rule: "route/stale", text: "A" }),
      problem({ rule: "route/stale", text: "B" }),
      problem({ file: "boards/b/board.tsx", line: 3 }),
      problem({ file: "boards/b/board.tsx", line: 9 }),
    ]
    expect(causesOf([warned, stale, typo, stale2, typo2])).toEqual([
      { first: stale, rest: [stale2], routable: true },
      { first: typo, rest: [typo2], routable: false },
      { first: warned, rest: [], routable: false },
    ])
    expect(placeOf(typo)).toBe("boards/b/board.tsx:3")
  })

  it("are not one for what has neither", () => {
    expect(causesOf([problem({ text: "a" }), problem({ text: "b" })])).toHaveLength(2)
  })
})

describe("watching", () => {
  it("tells one burst of saves once, and leaves editors' droppings alone", async () => {
    const root = folder({ "boards/b/a.ts": "1", "components/c.ts": "1", "boards/other/a.ts": "1" })
    const changes: string[][] = []
    cleanUps.push(await watchSources(root, "b", ({ files }) => changes.push([...files])))
    writeFileSync(join(root, "boards/b/.a.ts.swp"), "x")
    writeFileSync(join(root, "boards/other/a.ts"), "2")
    writeFileSync(join(root, "boards/b/a.ts"), "2")
    writeFileSync(join(root, "components/c.ts"), "2")
    await expect.poll(() => changes.flat(), { timeout: 10_000 }).toContain("components/c.ts")
    expect([...new Set(changes.flat())].sort()).toEqual(["boards/b/a.ts", "components/c.ts"])
  })

  it("knows what the program is made of from what the board is", () => {
    const program = new Set(["components/catalogue.ts"])
    expect(touchesProgram(["boards/b/board.tsx", "components/Resistor.tsx"], program)).toBe(false)
    for (const file of ["components/catalogue.ts", "src/failure.ts", "fabrication/jlcpcb/rules.ts"])
      expect(touchesProgram([file], program)).toBe(true)
  })
})

describe("the served page", () => {
  const book = (data: string, code = "") =>
    `<html><head><meta content="connect-src data:"></head><body>${code}<script type="application/json" id="book-data">${data}</script><script type="application/json" id="book-later">{"b":1}</script><script type="application/json" id="book-model">{}</script></body></html>`

  it("may talk to its server and knows which data and code it has", () => {
    const one = servedBook(book('{"a":1}'), "run('</script>')")
    expect(JSON.parse(one.data)).toEqual({ first: { a: 1 }, later: { b: 1 } })
    expect(one.html).toContain("connect-src 'self' data:")
    expect(one.html.match(/<\/script>/g)).toHaveLength(4)
    const otherData = servedBook(book('{"a":2}'), "run('</script>')")
    expect([otherData.codeHash === one.codeHash, otherData.dataHash === one.dataHash]).toEqual([true, false])
    expect(servedBook(book('{"a":1}', "<p>"), "run('</script>')").codeHash).not.toBe(one.codeHash)
  })
})

describe("the server", () => {
  let routed = 0
  const state: PageState = {
    board: "b",
    status: "sound",
    text: "fine",
    routing: false,
    problems: [],
    more: 0,
    data: "d",
    code: "c",
  }
  const start = async (port = 0): Promise<RunningServer> => {
    const server = await startServer(
      {
        page: () => "<p>page",
        model: () => "{}",
        data: () => '{"x":1}',
        state: () => state,
        route: () => {
          routed++
        },
        file: async (path) => (path === "a/b.csv" ? new TextEncoder().encode("1,2") : undefined),
      },
      port,
      port !== 0,
    )
    cleanUps.push(() => server.close())
    return server
  }
  const get = (
    port: number,
    path: string,
    host?: string,
  ): Promise<{ status: number; type: string; body: string }> =>
    new Promise((resolve, reject) => {
      request({ port, path, host: "127.0.0.1", ...(host ? { headers: { host } } : {}) }, (response) => {
        let body = ""
        response.setEncoding("utf8").on("data", (chunk) => {
          body += chunk
          if (path === "/events") response.destroy()
        })
        response.on("close", () =>
          resolve({ status: response.statusCode ?? 0, type: response.headers["content-type"] ?? "", body }),
        )
      })
        .on("error", reject)
        .end()
    })

  it("serves the page, its data with their hash, the package's files and the state", async () => {
    const { port } = await start()
    expect(await get(port, "/")).toEqual({ status: 200, type: "text/html; charset=utf-8", body: "<p>page" })
    expect((await get(port, "/book.json")).body).toBe('{"x":1}')
    expect(await get(port, "/a/b.csv")).toMatchObject({ status: 200, body: "1,2" })
    expect((await get(port, "/../package.json")).status).toBe(404)
    expect((await get(port, "/%")).status).toBe(404)
    const events = await get(port, "/events")
    expect(events.type).toBe("text/event-stream")
    expect(events.body).toContain('"text":"fine"')
  })

  it("answers nobody who came by another name", async () => {
    const { port } = await start()
    expect((await get(port, "/", "evil.example")).status).toBe(403)
    expect((await get(port, "/", `localhost:${port}`)).status).toBe(200)
  })

  it("routes for its own page only", async () => {
    const { port } = await start()
    const post = async (origin?: string): Promise<number> =>
      new Promise((resolve, reject) => {
        const headers = origin === undefined ? {} : { origin }
        request({ port, host: "127.0.0.1", path: "/route", method: "POST", headers }, (response) => {
          response.resume()
          resolve(response.statusCode ?? 0)
        })
          .on("error", reject)
          .end()
      })
    const before = routed
    expect([await post("http://evil.example"), await post(), routed]).toEqual([403, 403, before])
    expect([await post(`http://127.0.0.1:${port}`), routed]).toEqual([202, before + 1])
    expect((await get(port, "/route")).status).toBe(404)
  })

  it("says in one line that a port is taken", async () => {
    const { port } = await start()
    await expect(start(port)).rejects.toThrow(`port ${port} is taken: choose another with --port`)
  })
})

import { type ChildProcess, spawn } from "node:child_process"
import { createServer } from "node:net"
import { afterAll, expect, it } from "vitest"

let preview: ChildProcess | undefined
afterAll(() => {
  preview?.kill()
})

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0))
    })
  })

/** The text at a path of the server, or "" while there is none. */
const textAt = async (port: number, path: string): Promise<string> => {
  try {
    return await (await fetch(`http://localhost:${port}${path}`)).text()
  } catch {
    return ""
  }
}

it("serves tscircuit's own preview of the board with its locked routes", async () => {
  const port = await freePort()
  preview = spawn(
    process.execPath,
    ["src/mep.mjs", "dev", "--board", "mep-smd", "--tscircuit", "--port", String(port)],
    { stdio: "ignore" },
  )
  const file = "/api/files/get?file_path=index.tsx"
  await expect.poll(() => textAt(port, file), { timeout: 110_000, interval: 500 }).toContain("lockedRouter")
  expect(await textAt(port, file)).toContain("MEP_TXD")
  expect(await textAt(port, "/")).toMatch(/<html/i)
})

import { type ChildProcess, spawn } from "node:child_process"
import { createServer } from "node:net"
import { RootCircuit } from "@tscircuit/core"
import { afterAll, expect, it } from "vitest"
import board from "../../boards/mep-smd"
import { containsByBoxFirst } from "../../src/compile/polygon-contains"
import { previewElement } from "../../src/pipeline/preview-element"
import { readRoutes } from "../../src/route/routes-file"
import { previewPlaces } from "../../src/schematic/preview"

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

it("gives tscircuit the locked routes, and the sheet's places", async () => {
  containsByBoxFirst() // tscircuit's checks of the layout run within its rendering here: the same, sooner
  const circuit = new RootCircuit({ platform: { partsEngineDisabled: true } })
  const routes = readRoutes("boards/mep-smd/routes.json")
  circuit.add(previewElement(board, routes, previewPlaces({ parts: board.sheet?.parts ?? [] })))
  await circuit.renderUntilSettled()
  const json = circuit.getCircuitJson()
  expect(json.filter(({ type }) => type.includes("error"))).toEqual([])
  expect(json.filter(({ type }) => type === "pcb_trace").length).toBeGreaterThan(50)
  const centres = json.flatMap((one) => (one.type === "schematic_component" ? [one.center] : []))
  expect(new Set(centres.map(({ x, y }) => `${x},${y}`)).size).toBe(centres.length)
})

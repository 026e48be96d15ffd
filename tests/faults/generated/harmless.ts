import { readFileSync } from "node:fs"
import { parseRoutes } from "../../../src/route/routes-file"
import { relocked } from "../edit/lock"
import { nameEnding, withFile } from "../edit/text"
import type { Kind } from "./kind"
import { resealed } from "./lists"
import type { Random } from "./random"

/** Edits after which the board is as right as before: no check may say a word. */

/** In the written files, from the build's to the fab's. */
function inFile(
  name: string,
  count: number,
  endings: readonly string[],
  change: (text: string, random: Random) => string,
): Kind {
  return {
    name,
    group: "harmless",
    count,
    make: ({ clean: { fabrication }, random }) => {
      const ending = random.pick(endings)
      let told = ""
      const gerbers = withFile(fabrication.gerbers, ending, (text) => {
        const now = change(text, random)
        told = now === text ? "" : `${nameEnding(fabrication.gerbers, ending)} ${random.index(1000)}`
        return now
      })
      return told === "" ? undefined : { told, fabrication: { ...fabrication, gerbers } }
    },
  }
}

const gerbers = ["F_Cu.gtl", "B_Cu.gbl", "F_Mask.gts", "B_Mask.gbs", "F_Paste.gtp", "F_Silkscreen.gto"]

/** The rows of a block in another order. */
function reordered(lines: readonly string[], which: (line: string) => boolean, random: Random): string[] {
  const at = lines.flatMap((line, index) => (which(line) ? [index] : []))
  const rows = random.shuffled(at.map((index) => lines[index] ?? ""))
  const all = [...lines]
  at.forEach((index, i) => {
    all[index] = rows[i] ?? ""
  })
  return all
}

export const harmlessKinds: readonly Kind[] = [
  {
    name: "a text moved a little within its room",
    group: "harmless",
    count: 20,
    make: ({ draft, random }) => {
      const text = random.pick(draft.all("pcb_silkscreen_text"))
      const by = random.sign() * random.between(0.005, 0.05)
      const { x, y } = text.anchor_position
      text.anchor_position = random.next() < 0.5 ? { x: x + by, y } : { x, y: y + by }
      return { told: `"${text.text}" moved by ${by.toFixed(3)} mm` }
    },
  },
  {
    name: "the circuit's elements in another order of a kind",
    group: "harmless",
    count: 10,
    make: ({ draft, random }) => {
      const type = random.pick(["pcb_trace", "pcb_via", "pcb_silkscreen_text", "source_trace"] as const)
      const at = draft.elements.flatMap((element, index) => (element.type === type ? [index] : []))
      const some = random.shuffled(at.map((index) => draft.elements[index]))
      at.forEach((index, i) => {
        const element = some[i]
        if (element !== undefined) draft.elements[index] = element
      })
      return { told: `${type} ${random.index(1000)}` }
    },
  },
  {
    name: "a track drawn in two pieces",
    group: "harmless",
    count: 15,
    make: ({ draft, random }) => {
      const trace = random.pick(draft.all("pcb_trace"))
      const at = random.index(trace.route.length - 1)
      const [from, to] = [trace.route[at], trace.route[at + 1]]
      if (from?.route_type !== "wire" || to?.route_type !== "wire" || from.layer !== to.layer)
        return undefined
      const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2]
      trace.route.splice(at + 1, 0, { ...from, x, y })
      return { told: `${trace.pcb_trace_id} at ${at}` }
    },
  },
  {
    name: "a net renamed everywhere",
    group: "harmless",
    count: 10,
    make: ({ draft, random, clean }) => {
      const { definition } = clean.compiled
      const { jumper, claims, pour } = definition
      const claimed = JSON.stringify([jumper, claims.map(({ says }) => says ?? "")])
      const plain = draft
        .all("source_net")
        .filter(({ name }) => name !== pour.net && !new RegExp(`\\b${name}\\b`).test(claimed))
      const net = random.pick(plain)
      const old = net.name
      net.name = `${old}_${random.index(1000)}`
      const again = (name: string) => (name === old ? net.name : name)
      const netClasses = definition.netClasses.map((one) => ({ ...one, nets: one.nets.map(again) }))
      const waivers = definition.waivers.map((one) =>
        one.names === undefined ? one : { ...one, names: one.names.map(again) },
      )
      const nets = Object.fromEntries(Object.entries(definition.nets).map(([key, one]) => [again(key), one]))
      const file = `boards/${definition.id}/routes.json`
      const routes = readFileSync(file, "utf8").replaceAll(`"${old}"`, `"${net.name}"`)
      const renamed = { ...definition, nets, netClasses, waivers }
      const routed = { circuit: draft.elements, definition: renamed, routes: parseRoutes(routes, file) }
      return {
        told: `${old} -> ${net.name}`,
        definition: renamed,
        routes: relocked(routed).routes,
      }
    },
  },
  {
    name: "waivers, claims, net classes or parts said in another order",
    group: "harmless",
    count: 8,
    make: ({ random, clean }) => {
      const { definition } = clean.compiled
      const { waivers, claims, netClasses, parts } = definition
      return {
        told: `order ${random.index(10000)}`,
        definition: {
          ...definition,
          waivers: random.shuffled(waivers),
          claims: random.shuffled(claims),
          netClasses: random.shuffled(netClasses),
          parts: Object.fromEntries(random.shuffled(Object.entries(parts))),
        },
      }
    },
  },
  {
    name: "a reason, a note or a source told in other words",
    group: "harmless",
    count: 8,
    make: ({ random, clean }) => {
      const { definition } = clean.compiled
      const name = random.pick(Object.keys(definition.parts))
      const part = definition.parts[name]
      if (part === undefined) return undefined
      const waivers = definition.waivers.map((one) => ({ ...one, reason: `${one.reason}, as said` }))
      const parts = Object.fromEntries(
        Object.entries(definition.parts).map(([key, one]) => [
          key,
          one.id === part.id ? { ...one, notes: [...(one.notes ?? []), "Seen by two."] } : one,
        ]),
      )
      return { told: `${part.id} ${random.index(1000)}`, definition: { ...definition, waivers, parts } }
    },
  },
  {
    name: "a wider track where there is room",
    group: "harmless",
    count: 7,
    make: ({ draft, random }) => {
      const trace = random.pick(draft.all("pcb_trace"))
      for (const point of trace.route) if (point.route_type === "wire") point.width *= 1.02
      return { told: `${trace.pcb_trace_id} 2 % wider` }
    },
  },
  inFile("a comment in a Gerber", 5, gerbers, (text, random) =>
    text.replace("G75*", `G75*\nG04 seen ${random.index(1000)}*`),
  ),
  inFile("the flashes of an aperture in another order", 6, gerbers, (text, random) => {
    const lines = text.split("\n")
    const codes = lines.flatMap((line, index) =>
      /^D\d+\*$/.test(line) && /D03\*$/.test(lines[index + 1] ?? "") ? [index] : [],
    )
    if (codes.length === 0) return text
    const start = random.pick(codes) + 1
    const length = lines.slice(start).findIndex((line) => !/^X.*D03\*$/.test(line))
    return [
      ...lines.slice(0, start),
      ...random.shuffled(lines.slice(start, start + length)),
      ...lines.slice(start + length),
    ].join("\n")
  }),
  inFile("the apertures under other numbers", 5, gerbers, (text, random) => {
    const add = 100 + random.index(800)
    return text
      .replace(/^%ADD(\d+)/gm, (_, code: string) => `%ADD${Number(code) + add}`)
      .replace(/^D(\d\d+)\*$/gm, (_, code: string) => `D${Number(code) + add}*`)
  }),
  inFile("a tool's holes in another order", 4, ["-NPTH.drl"], (text, random) =>
    reordered(text.split("\n"), (line) => /^X-?[\d.]+Y/.test(line), random).join("\n"),
  ),
  {
    name: "the rows of a placement or the netlist in another order",
    group: "harmless",
    count: 8,
    make: ({ clean: { delivered }, random }) => {
      const path = random.pick([...delivered.keys()].filter((one) => /cpl\.csv$|\.ipc$/.test(one)))
      const lines = Buffer.from(delivered.get(path) ?? [])
        .toString("utf8")
        .split("\n")
      const isRow = path.endsWith(".ipc") ? /^3[12]7/ : /^[A-Z]+\d+,/
      const text = reordered(lines, (line) => isRow.test(line), random).join("\n")
      return {
        told: `${path} ${random.index(1000)}`,
        delivered: resealed(delivered, new Map([[path, text]])),
      }
    },
  },
]

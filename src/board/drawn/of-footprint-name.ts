import { fp, resolvePassiveFootprintDefinition } from "@tscircuit/footprinter"
import type { AnyCircuitElement } from "circuit-json"
import type { SourceLine } from "../../model/place"
import type { Written } from "../expand"

/** What a footprint's copper and holes are called as elements; its marks and letters are tscircuit's. */
const types: Readonly<Record<string, string>> = {
  pcb_smtpad: "smtpad",
  pcb_plated_hole: "platedhole",
  pcb_hole: "hole",
  pcb_cutout: "cutout",
}

/**
 * Pads and holes of a footprint that is a name ("0603", "soic8"), from tscircuit's own book of footprints but placed by
 * nobody yet; undefined where the name is no footprint's, which tscircuit says itself.
 */
export function namedFootprint(
  type: string,
  name: string,
  line: SourceLine | undefined,
): readonly Written[] | undefined {
  // Closing a solder jumper's pads is tscircuit's: it writes a longer name.
  if (type === "solderjumper") return undefined
  try {
    const full = /^(diode|led)$/.test(type)
      ? resolvePassiveFootprintDefinition(name, { defaultFamily: "diode" })
      : name
    return fp
      .string(full)
      .circuitJson()
      .flatMap((element) => asWritten(element, line))
  } catch {
    return undefined
  }
}

function asWritten(element: AnyCircuitElement, line: SourceLine | undefined): Written[] {
  const type = types[element.type]
  if (type === undefined) return []
  const props = Object.fromEntries(
    Object.entries(element).flatMap(([key, value]): [string, unknown][] =>
      /^(type|layers)$|_id$/.test(key)
        ? []
        : key === "center"
          ? centre(value as { readonly x: number; readonly y: number })
          : [[propName(type, key), value]],
    ),
  )
  return [{ kind: "element", type, props, children: [], ...(line === undefined ? {} : { line }) }]
}

const centre = ({ x, y }: { readonly x: number; readonly y: number }): [string, unknown][] => [
  ["pcbX", x],
  ["pcbY", y],
]

/** Circuit JSON's word for what an element's property is. */
function propName(type: string, key: string): string {
  if (key === "x" || key === "y") return `pcb${key.toUpperCase()}`
  if (key === "ccw_rotation" && type !== "smtpad") return "pcbRotation"
  const own = type === "hole" ? key.replace(/^hole_/, "") : key
  return own.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}

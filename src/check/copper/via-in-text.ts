import { viaShape } from "../../circuit/copper"
import { elementsOf } from "../../circuit/elements"
import { BoxIndex } from "../../geometry/box-index"
import { boxOf, gap } from "../../geometry/shape"
import { textShape } from "../../legend/ink"
import type { CheckResult, Finding } from "../../model/finding"
import type { Subject } from "../subject"
import { beyond, worst } from "./figure"

/** How far a via's copper may reach into the box of a text, mm: letters do not fill their box's edge. */
export const viaInTextMm = 0.1

/** No via under a text: ink that runs over the dimple of a tented via cannot be read. */
export function viasInText({ circuit, copper }: Pick<Subject, "circuit" | "copper">): CheckResult {
  const texts = elementsOf(circuit, "pcb_silkscreen_text").map((element) => ({
    text: element.text,
    side: element.layer === "bottom" ? ("bottom" as const) : ("top" as const),
    shape: textShape(element),
  }))
  const index = new BoxIndex(texts, ({ shape }) => boxOf(shape))
  const depths: number[] = []
  const findings = copper.vias.flatMap((via): Finding[] => {
    const shape = viaShape(via)
    return index.within(boxOf(shape)).flatMap(({ text, side, shape: box }) => {
      const into = -gap(shape, box)
      depths.push(into)
      if (!beyond(into, viaInTextMm)) return []
      return [
        {
          rule: "copper/via-in-text",
          severity: "warning",
          message: `a via of ${via.net ?? "no net"} lies ${into.toFixed(2)} mm in the text "${text}": move the via or the text`,
          at: { x: via.x, y: via.y, layer: side },
          measure: { value: Number(into.toFixed(3)), limit: viaInTextMm, unit: "mm" },
          ...(via.net === undefined ? {} : { nets: [via.net] }),
        } as const,
      ]
    })
  })
  return { findings, figures: [worst("via in a text", depths, "mm", viaInTextMm)] }
}

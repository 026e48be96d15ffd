import type { CopperLayer } from "../../../model/layer"
import type { SideName } from "../../data"
import { type Highlight, highlight } from "../highlight"
import { book, layers } from "../state"
import { PartBodies } from "./PartBodies"

/** What is selected, over a veil that quietens the rest. */
export function Overlay({ side, veil }: { readonly side: SideName; readonly veil: string }) {
  const marked = highlight.value
  if (isEmpty(marked)) return null
  const data = book.value
  const fitted = layers.value.has("parts")
  /** On this side, or inside where that layer is switched on. */
  const isShown = (layer: CopperLayer): boolean =>
    layer === side || (layer !== "top" && layer !== "bottom" && layers.value.has(layer))
  const pads = data.pads.filter(
    (pad) =>
      pad.sides.includes(side) &&
      (marked.pads.has(pad.name) ||
        (marked.parts.has(pad.part) && !fitted) ||
        (pad.net !== undefined && marked.nets.has(pad.net))),
  )
  return (
    <g class="overlay" pointer-events="none">
      <path class="veil" d={veil} />
      {data.nets
        .filter((net) => marked.nets.has(net.name))
        .map((net) => (
          <g key={net.name} data-marked-net={net.name}>
            {net.pours
              .filter((pour) => isShown(pour.side))
              .map((pour) => (
                <path key={pour.d.slice(0, 40)} class="mark-pour" d={pour.d} fill-rule="evenodd" />
              ))}
            {net.tracks
              .filter((track) => isShown(track.side))
              .map((track) => (
                <path
                  key={`${track.side} ${track.widthMm}`}
                  class="mark-track"
                  d={track.d}
                  stroke-width={track.widthMm}
                />
              ))}
            {net.vias.map((via) => (
              <circle
                key={`${via.x} ${via.y}`}
                class="mark-via"
                cx={via.x}
                cy={-via.y}
                r={via.diameterMm / 2}
              />
            ))}
          </g>
        ))}
      {fitted && <PartBodies side={side} only={marked.parts} />}
      {data.parts
        .filter((part) => part.side === side && marked.parts.has(part.designator))
        .map((part) => (
          <path key={part.designator} class="mark-part" d={part.outline} data-marked-part={part.designator} />
        ))}
      {pads.map((pad) => (
        <path
          key={`${pad.name} ${pad.x} ${pad.y}`}
          class={marked.pads.has(pad.name) ? "mark-pad strong" : "mark-pad"}
          d={pad.d}
          data-marked-pad={pad.name}
        />
      ))}
      {marked.at !== undefined && (marked.at.side ?? side) === side && (
        <g class="mark-place" transform={`translate(${marked.at.x} ${-marked.at.y})`} data-marked-place="">
          <circle r="1.6" />
          <path d="M-2.6 0H-0.8M0.8 0H2.6M0 -2.6V-0.8M0 0.8V2.6" />
        </g>
      )}
    </g>
  )
}

const isEmpty = ({ parts, pads, nets, at }: Highlight): boolean =>
  parts.size + pads.size + nets.size === 0 && at === undefined

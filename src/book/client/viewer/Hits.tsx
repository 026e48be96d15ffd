import { memo } from "preact/compat"
import type { BookData, SideName } from "../../data"

/** Invisible shapes that take the pointer: bodies below, tracks over them, pads on top. */
export const Hits = memo(function Hits({ data, side }: { readonly data: BookData; readonly side: SideName }) {
  return (
    <g class="hits">
      {data.parts
        .filter((part) => part.side === side)
        .map((part) => (
          <path key={part.designator} class="hit-part" d={part.outline} data-hit-part={part.designator}>
            <title>{`${part.designator}, ${part.value}`}</title>
          </path>
        ))}
      {data.nets.flatMap((net) => [
        ...net.tracks
          .filter((track) => track.side === side)
          .map((track) => (
            <path
              key={`${net.name} ${track.widthMm}`}
              class="hit-track"
              d={track.d}
              stroke-width={Math.max(track.widthMm, 0.5)}
              data-hit-net={net.name}
            >
              <title>{`net ${net.name}: ${net.title}`}</title>
            </path>
          )),
        ...net.vias.map((via) => (
          <circle
            key={`${net.name} ${via.x} ${via.y}`}
            class="hit-pad"
            cx={via.x}
            cy={-via.y}
            r={via.diameterMm / 2}
            data-hit-net={net.name}
          >
            <title>{`via, net ${net.name}`}</title>
          </circle>
        )),
      ])}
      {data.pads
        .filter((pad) => pad.sides.includes(side))
        .map((pad) => (
          <path key={`${pad.name} ${pad.x} ${pad.y}`} class="hit-pad" d={pad.d} data-hit-pad={pad.name}>
            <title>{`pad ${pad.name}${pad.net === undefined ? ", not connected" : `, net ${pad.net}`}`}</title>
          </path>
        ))}
    </g>
  )
})

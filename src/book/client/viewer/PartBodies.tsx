import type { PartData, SideName } from "../../data"
import { book, leftByHand, notFitted } from "../state"

interface Props {
  readonly side: SideName
  /** These parts alone. */
  readonly only?: ReadonlySet<string>
}

/** The fitted parts as one sees them from above; places that stay empty are crossed out. */
export function PartBodies({ side, only }: Props) {
  return (
    <g class="bodies">
      {book.value.parts
        .filter((part) => part.side === side && (only?.has(part.designator) ?? true))
        .map((part) =>
          notFitted.value.has(part.designator) ? (
            <EmptyPlace key={part.designator} part={part} />
          ) : (
            <g key={part.designator} data-body={part.designator}>
              {part.plan.map(({ d, fill, marking }) => (
                <path
                  key={`${fill} ${d}`}
                  d={d}
                  fill={fill}
                  fill-rule="evenodd"
                  stroke={marking ? "none" : "#000"}
                  stroke-opacity="0.35"
                  stroke-width="0.05"
                />
              ))}
              {leftByHand.value.has(part.designator) && <path class="by-hand" d={part.outline} />}
            </g>
          ),
        )}
    </g>
  )
}

/** A red cross over a place that stays empty in this variant. */
export function EmptyPlace({ part }: { readonly part: PartData }) {
  const box = boxOf(part.outline)
  return (
    <g data-empty={part.designator} class="empty-place">
      <path d={part.outline} />
      <path
        d={`M${box.minX} ${box.minY}L${box.maxX} ${box.maxY}M${box.minX} ${box.maxY}L${box.maxX} ${box.minY}`}
      />
    </g>
  )
}

/** Box of path data made of absolute points, as courtyards are. */
export function boxOf(d: string): { minX: number; minY: number; maxX: number; maxY: number } {
  const numbers = (d.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number)
  const xs = numbers.filter((_, i) => i % 2 === 0)
  const ys = numbers.filter((_, i) => i % 2 === 1)
  return { minX: Math.min(...xs), minY: Math.min(...ys), maxX: Math.max(...xs), maxY: Math.max(...ys) }
}

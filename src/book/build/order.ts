import { serviceOf } from "../../fabricate/assembly"
import { gate } from "../../model/fab-rule"
import type { OrderedBoard } from "../../model/order-form"
import type { OrderData } from "../data"
import type { BookInput } from "../input"
import { narrowestBridge } from "./mask-bridge"

/** How to order this very board at its fab, and what each choice does to the price class. */
export function orderData(input: BookInput): OrderData {
  const { house } = input
  const board = orderedBoard(input)
  return {
    fab: house.title,
    numbersOf: house.orderNumber.name,
    limits: limits(input, Math.min(board.widthMm, board.heightMm)),
    ...house.orderForm(board),
  }
}

function limits({ house, definition }: BookInput, shortSideMm: number): OrderData["limits"] {
  // A board that is smaller than a service wants is ordered with rails, as its step says: no limit that it keeps.
  const missed = definition.plans.flatMap((plan) => {
    const { side } = serviceOf(house, plan)
    return side !== undefined && shortSideMm < gate(house, side) ? [side] : []
  })
  return house.limits
    .filter(
      ({ id, gate: { error, warning }, unit }) =>
        (error ?? warning) !== undefined && unit === "mm" && !missed.includes(id),
    )
    .map(({ id, title, sense, fabLimit, source }) => ({
      title,
      ours: `${sense === "min" ? "at least" : "at most"} ${gate(house, id)} mm`,
      fab: fabLimit === undefined ? "states none" : `${fabLimit} mm`,
      source,
    }))
}

function orderedBoard({ definition, names, circuit, house }: BookInput): OrderedBoard {
  const xs = definition.outline.map(({ x }) => x)
  const ys = definition.outline.map(({ y }) => y)
  const bridge = narrowestBridge(circuit, gate(house, "mask-expansion"))
  return {
    zipName: names.zip,
    widthMm: Math.max(...xs) - Math.min(...xs),
    heightMm: Math.max(...ys) - Math.min(...ys),
    thicknessMm: definition.thicknessMm,
    via: definition.via,
    ...(bridge === undefined ? {} : { narrowestBridge: bridge }),
    prints: circuit.flatMap((element) =>
      element.type === "pcb_silkscreen_text"
        ? [{ text: element.text, side: element.layer === "bottom" ? "bottom" : "top" } as const]
        : [],
    ),
  }
}

import { elementsOf } from "../../circuit/elements"
import { isCastellated } from "../../circuit/pad-copper"
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
    limits: limits(house),
    ...(input.panel === undefined ? {} : { panel: input.panel }),
    ...house.orderForm(board),
  }
}

const limits = (house: BookInput["house"]): OrderData["limits"] =>
  house.limits
    .filter(({ gate: { error, warning }, unit }) => (error ?? warning) !== undefined && unit === "mm")
    .map(({ id, title, sense, fabLimit, source }) => ({
      title,
      ours: `${sense === "min" ? "at least" : "at most"} ${gate(house, id)} mm`,
      fab: fabLimit === undefined ? "states none" : `${fabLimit} mm`,
      source,
    }))

function orderedBoard({ definition, names, circuit, house }: BookInput): OrderedBoard {
  const xs = definition.outline.map(({ x }) => x)
  const ys = definition.outline.map(({ y }) => y)
  const bridge = narrowestBridge(circuit, gate(house, "mask-expansion"))
  return {
    zipName: names.zip,
    widthMm: Math.max(...xs) - Math.min(...xs),
    heightMm: Math.max(...ys) - Math.min(...ys),
    layers: definition.layers,
    thicknessMm: definition.thicknessMm,
    halfHoles: elementsOf(circuit, "pcb_plated_hole").filter(isCastellated).length,
    via: definition.via,
    ...(bridge === undefined ? {} : { narrowestBridge: bridge }),
    prints: circuit.flatMap((element) =>
      element.type === "pcb_silkscreen_text"
        ? [{ text: element.text, side: element.layer === "bottom" ? "bottom" : "top" } as const]
        : [],
    ),
  }
}

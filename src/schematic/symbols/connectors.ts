import { line, rectangle } from "../shapes"
import { gridMm } from "../sheet"
import type { SymbolDrawing } from "./symbol-drawing"

const contact = 0.55

/** Two header pins with the jumper that may sit on them, drawn lifted off. Pin `first` is at the left. */
export function jumper([first, second]: readonly [string, string]): SymbolDrawing {
  const x = gridMm / 2 + 0.3
  return {
    name: "Jumper",
    body: [
      { kind: "circle", ink: "body", centre: { x: -x, y: 0 }, radius: contact, fill: "paper" },
      { kind: "circle", ink: "body", centre: { x, y: 0 }, radius: contact, fill: "paper" },
      line("body", { x: -x, y: -1.1 }, { x: -x, y: -1.8 }, { x, y: -1.8 }, { x, y: -1.1 }),
    ],
    bounds: { minX: -x - contact, minY: -1.8, maxX: x + contact, maxY: contact },
    pins: [
      { number: first, end: { x: -2 * gridMm, y: 0 }, inner: { x: -x - contact, y: 0 }, side: "left" },
      { number: second, end: { x: 2 * gridMm, y: 0 }, inner: { x: x + contact, y: 0 }, side: "right" },
    ],
    showNames: false,
    showNumbers: true,
  }
}

/** One solder pad of a module; its pin leaves to the right. */
export function terminal(pin: string): SymbolDrawing {
  const half = 1.1
  return {
    name: "SolderPad",
    body: [rectangle("body", { minX: -half, minY: -half, maxX: half, maxY: half }, "tint")],
    bounds: { minX: -half, minY: -half, maxX: half, maxY: half },
    pins: [{ number: pin, end: { x: 2 * gridMm, y: 0 }, inner: { x: half, y: 0 }, side: "right" }],
    showNames: false,
    showNumbers: false,
  }
}

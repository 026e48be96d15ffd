import { buckPins } from "../../../components/BuckConverter"
import { type SilkItem, silkBox, silkHeight, silkText } from "../../../components/silkscreen-items"
import { partAt } from "./place"

const at = (name: keyof typeof buckPins, dx: number, dy: number) => {
  const { x, y } = partAt(name)
  return [x + dx, y + dy] as const
}

/** Polarity beside each corner, outside the module: it must be seen with the module on. */
const polarity: readonly SilkItem[] = [
  silkText("bottom", buckPins.J1.name, ...at("J1", 2.6, 1.9), "which corner is VIN-", { align: "end" }),
  silkText("bottom", buckPins.J2.name, ...at("J2", 2.6, -0.6), "which corner is VIN+", { align: "end" }),
  silkText("bottom", buckPins.J3.name, ...at("J3", -2.6, 0), "which corner is OUT-", { align: "start" }),
  silkText(
    "bottom",
    `${buckPins.J4.name} 3.4-3.5V`,
    ...at("J4", -2.2, -3.133),
    "which corner is OUT+, and what comes out",
    {
      align: "end",
    },
  ),
]

export const buckLegend: readonly SilkItem[] = [
  ...polarity,
  silkText("bottom", "BUCK", -13.5, -2, "what goes here", { capitalMm: silkHeight.heading }),
  silkBox("bottom", [11.4, 1.7, 34.55, 7.9], "what to do before the board is first fed"),
  silkText(
    "bottom",
    "SET 3.4-3.5V, J7 OPEN",
    33.6,
    6.6,
    "what to set the buck to, and with which jumpers: none",
    { align: "start" },
  ),
  silkText("bottom", "VIN- TO C1-C5 SIDE", 33.6, 4.8, "which way round the buck goes", { align: "start" }),
  silkText("bottom", "FLAT, NO PIN HEADERS", 33.6, 3, "how the buck is fitted", { align: "start" }),
]

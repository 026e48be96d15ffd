import type { CheckResult, Finding } from "../../model/finding"
import { naturalOrder } from "../../natural-order"
import type { BoardInput } from "../board/input"

/** Pin names against the second list of them that a record has, in the order of the pins' numbers. */
export function pinouts({ board }: Pick<BoardInput<"parts">, "board">): CheckResult {
  let held = 0
  const findings = Object.keys(board.parts)
    .sort(naturalOrder)
    .flatMap((name): Finding[] => {
      const record = board.parts[name]
      if (record?.pinout === undefined) return []
      held++
      const { names, source } = record.pinout
      const there = names.trim().split(/\s+/)
      const here = [...record.pins].sort((a, b) => a.number - b.number)
      const say = (message: string): Finding => ({
        rule: "parts/pinout",
        severity: "error",
        message: `${name}: ${message} ("${record.id}", ${source})`,
        parts: [name],
      })
      if (there.length !== here.length)
        return [say(`its record has ${here.length} pins and its second list of names ${there.length}`)]
      return here.flatMap((pin, index) =>
        pin.name === there[index]
          ? []
          : [say(`pin ${pin.number} is called ${pin.name}, and ${there[index]} in its second list of names`)],
      )
    })
  return { findings, figures: [{ name: "parts whose pin names stand twice", value: held }] }
}

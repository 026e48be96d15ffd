import type { SilkItem } from "../../src/model/silk"
import { buckLegend } from "./silkscreen/buck"
import { designators } from "./silkscreen/designators"
import { jumperLegend } from "./silkscreen/jumper"
import { meterPortLegend } from "./silkscreen/meter-port"
import { programmingLegend } from "./silkscreen/programming"
import { titles } from "./silkscreen/titles"

/** Everything printed on the board but the parts' own outlines, which come with their lands. */
export const silkscreen: readonly SilkItem[] = [
  ...titles,
  ...designators,
  ...programmingLegend,
  ...jumperLegend,
  ...meterPortLegend,
  ...buckLegend,
]

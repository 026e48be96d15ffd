import { silkText } from "../../src/board/silk-items"
import type { SilkItem } from "../../src/model/silk"

export const silkscreen: readonly SilkItem[] = [silkText("bottom", "R2", -23.2, -1.7, "which part is R2")]

import { replaced } from "../edit/text"
import { faultsOf } from "./make"

const { list } = faultsOf("CSV")

const bom = "esp32-controlled/standard-both/bom.csv"
const cpl = "esp32-controlled/standard-both/cpl.csv"
const hand = "esp32-controlled/standard-both/hand-assembly.csv"

export const csvFaults = [
  list("cpl-row-missing", "R5 missing in the CPL", "pkg/bom-cpl", cpl, (text) =>
    replaced(text, /^R5,.*\n/m, ""),
  ),
  list("bom-part-extra", "R8 in the BOM, which is no part", "pkg/bom-cpl", bom, (text) =>
    replaced(text, /R1,R2/, "R1,R2,R8"),
  ),
  list("bom-part-missing", "C5 missing in the BOM", "pkg/bom-cpl", bom, (text) =>
    replaced(text, /,C5"/, '"'),
  ),
  list("bom-both-r3-r4", "R3 and R4 both in the BOM of one variant", "pkg/parts", bom, (text) =>
    replaced(text, /R4,R5/, "R3,R4,R5"),
  ),
  list("bom-r3-for-r4", "R3 in place of R4 in the BOM", "pkg/parts", bom, (text) =>
    replaced(text, /R4,R5/, "R3,R5"),
  ),
  list("bom-wrong-number", "U1's number given to the 10k resistors", "pkg/part-number", bom, (text) =>
    replaced(text, "C17414", "C15846"),
  ),
  list("bom-values-swapped", "0 ohm and 10 kohm exchanged in the BOM", "pkg/part-number", bom, (text) =>
    replaced(text, /^(10k,"[^"]*",0805),C17414\n(0R,"[^"]*",0805),C17477$/m, "$1,C17477\n$2,C17414"),
  ),
  list("bom-no-number", "a row without part number", "pkg/bom", bom, (text) =>
    replaced(text, ",C17414", ","),
  ),
  list("bom-no-footprint", "a row without footprint", "pkg/bom", bom, (text) =>
    replaced(text, ",0805,C17414", ",,C17414"),
  ),
  list("bom-twice", "R1 in two rows", "pkg/bom", bom, (text) => replaced(text, '"R4,R5', '"R1,R4,R5')),
  list("bom-range", "R4-R7 as a range", "pkg/bom", bom, (text) => replaced(text, '"R4,R5,R6,R7"', "R4-R7")),
  list("bom-not-ascii", "an ohm sign in the BOM", "pkg/bom", bom, (text) =>
    replaced(text, /^10k,/m, "10k\u03a9,"),
  ),
  list("bom-header", "KiCad's header in the BOM", "pkg/bom", bom, (text) =>
    replaced(text, "Comment,Designator,Footprint,JLCPCB Part #", "Reference,Value,Footprint,LCSC"),
  ),
  list("cpl-header", "KiCad's header in the CPL", "pkg/cpl", cpl, (text) =>
    replaced(text, "Designator,Mid X,Mid Y,Layer,Rotation", "Ref,PosX,PosY,Side,Rot"),
  ),
  list("cpl-rotation-text", "a rotation with its unit", "pkg/cpl", cpl, (text) =>
    replaced(text, /,270$/m, ",270deg"),
  ),
  list("cpl-rotation-negative", "a negative rotation", "pkg/cpl", cpl, (text) =>
    replaced(text, /,270$/m, ",-90"),
  ),
  list("cpl-comma", "decimal commas in the CPL", "pkg/cpl", cpl, (text) =>
    replaced(text, "R5,24.7000,-5.7050", 'R5,"24,7000","-5,7050"'),
  ),
  list("cpl-twice", "U1 in two rows", "pkg/cpl", cpl, (text) => replaced(text, /^(U1,.*\n)/m, "$1$1")),
  list("cpl-side-abbreviated", "T for Top", "pkg/cpl", cpl, (text) => replaced(text, /,Top,/, ",T,")),
  list("cpl-quote-open", "a quote that never closes", "pkg/unreadable", cpl, (text) =>
    replaced(text, /^R1,/m, '"R1,'),
  ),
  list("hand-row-missing", "J7 neither with the machine nor by hand", "pkg/parts", hand, (text) =>
    replaced(text, /^J7,.*\n/m, ""),
  ),
]

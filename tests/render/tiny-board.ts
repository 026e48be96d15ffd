/** The files of a made-up board of 20 x 10 mm: one pad and one hole a side of the middle, print across the pad. */
const gerber = (body: string): string => `%FSLAX46Y46*%\n%MOMM*%\n%LPD*%\n${body}\nM02*\n`
const at = (x: number, y: number, code: string): string =>
  `X${Math.round(x * 1e6)}Y${Math.round(y * 1e6)}${code}*`

const pad = "%ADD10R,3.000000X3.000000*%\nD10*\n"
const edge = [
  "%ADD10C,0.100000*%\nD10*",
  at(-10, -5, "D02"),
  at(10, -5, "D01"),
  at(10, 5, "D01"),
  at(-10, 5, "D01"),
  at(-10, -5, "D01"),
].join("\n")
const drill = (body: string): string => `M48\nMETRIC\nT1C2.000\n%\nG90\n${body}\nM30\n`

export const tinyBoard: ReadonlyMap<string, string> = new Map([
  ["t-Edge_Cuts.gm1", gerber(edge)],
  ["t-F_Cu.gtl", gerber(pad + at(-6, 0, "D03"))],
  ["t-B_Cu.gbl", gerber(`%ADD10R,1.000000X1.000000*%\nD10*\n${at(-6, 0, "D03")}`)],
  ["t-F_Mask.gts", gerber(pad + at(-6, 0, "D03"))],
  ["t-B_Mask.gbs", gerber(pad + at(-6, 0, "D03"))],
  ["t-F_Silkscreen.gto", gerber(`%ADD10C,0.500000*%\nD10*\n${at(-9, 0, "D02")}\n${at(0, 0, "D01")}`)],
  ["t-B_Silkscreen.gbo", gerber("")],
  ["t-PTH.drl", drill("T1\nX0.0Y-3.0")],
  ["t-NPTH.drl", drill("T1\nX6.0Y0.0")],
])

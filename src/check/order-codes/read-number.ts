import { capacitorCodes } from "./capacitors"
import type { Decoded, OrderCode } from "./code"
import { resistorCodes } from "./resistors"

export const orderCodes: readonly OrderCode[] = [...resistorCodes, ...capacitorCodes]

export interface NumberRead {
  readonly code: OrderCode
  readonly says: Decoded
}

/** What a number says in the ordering codes that it is written in; a maker's own before all others. */
export function readNumber(mpn: string, maker: string | undefined): NumberRead | undefined {
  const all = orderCodes.flatMap((code): NumberRead[] => {
    const says = code.decode(mpn)
    return says === undefined ? [] : [{ code, says }]
  })
  return all.find(({ code }) => maker !== undefined && code.maker.test(maker)) ?? all[0]
}

/** The codes of a maker for a kind of part: one of them has to read its numbers. */
export const codesOf = (maker: string | undefined, kind: string): readonly OrderCode[] => {
  const own = kind === "resistor" ? resistorCodes : kind === "capacitor" ? capacitorCodes : []
  return own.filter((code) => maker !== undefined && code.maker.test(maker))
}

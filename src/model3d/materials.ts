export { type Look, type Material, materials } from "../model/body"

/** `#rrggbb` as three numbers 0..255. */
export function rgb(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

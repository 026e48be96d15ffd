/** sRGB bytes to linear light and back by tables, so that no rounding of a platform's `pow` shows. */
const linear = Float64Array.from({ length: 256 }, (_, i) => {
  const s = i / 255
  const value = s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4
  return Math.round(value * 1e6) / 1e6
})

const steps = 8192
const bytes = Uint8Array.from({ length: steps + 1 }, (_, i) => {
  const value = i / steps
  return Math.round(255 * (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055))
})

export const toLinear = (byte: number): number => linear[byte] as number

export function toByte(value: number): number {
  const clamped = Math.min(1, Math.max(0, value))
  return bytes[Math.round(clamped * steps)] as number
}

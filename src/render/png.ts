import { zlibSync } from "fflate"
import { crc32 } from "./png-crc"

/**
 * An RGB picture as PNG. Compressed by a library written in JavaScript, since the zlib that comes with Node changes
 * its output between versions.
 * @param rgb three bytes a pixel, rows from the top.
 */
export function encodePng(rgb: Uint8Array, width: number, height: number): Uint8Array {
  const header = new Uint8Array(13)
  const view = new DataView(header.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  // 8 bits a channel, RGB, deflate, adaptive filtering, not interlaced.
  header.set([8, 2, 0, 0, 0], 8)
  return concatenate([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk("IHDR", header),
    chunk("IDAT", zlibSync(filterRows(rgb, width, height), { level: 6 })),
    chunk("IEND", new Uint8Array(0)),
  ])
}

/** Paeth prediction on every row: best for shaded pictures, and simple. */
function filterRows(rgb: Uint8Array, width: number, height: number): Uint8Array {
  const stride = width * 3
  const out = new Uint8Array((stride + 1) * height)
  for (let row = 0; row < height; row++) {
    const from = row * stride
    const to = row * (stride + 1)
    out[to] = 4
    for (let i = 0; i < stride; i++) {
      const left = i >= 3 ? (rgb[from + i - 3] as number) : 0
      const up = row > 0 ? (rgb[from + i - stride] as number) : 0
      const corner = row > 0 && i >= 3 ? (rgb[from + i - stride - 3] as number) : 0
      out[to + 1 + i] = (rgb[from + i] as number) - paeth(left, up, corner)
    }
  }
  return out
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = new Uint8Array(4 + data.length)
  for (let i = 0; i < 4; i++) body[i] = type.charCodeAt(i)
  body.set(data, 4)
  const out = new Uint8Array(12 + data.length)
  const view = new DataView(out.buffer)
  view.setUint32(0, data.length)
  out.set(body, 4)
  view.setUint32(8 + data.length, crc32(body))
  return out
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}

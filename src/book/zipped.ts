import { gzipSync } from "fflate"

/** gzip as base64, for what a page unpacks when it is wanted. Not zlib's: its bytes differ from one Node to the next. */
export const zipped = (bytes: Uint8Array): string =>
  Buffer.from(gzipSync(bytes, { level: 9, mtime: 0 })).toString("base64")

import { createHash } from "node:crypto"
import { z } from "zod"

/** Size and hash of everything in a package, so that it can be trusted years later, and what it was made from. */
export const manifestSchema = z
  .object({
    format: z.literal(1),
    board: z.string(),
    title: z.string(),
    revision: z.string(),
    /** The house it is made for; absent where that is the board's own. */
    fab: z.string().optional(),
    date: z.string(),
    sourceHash: z.string().regex(/^[0-9a-f]{64}$/),
    files: z.record(
      z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), size: z.number().int().nonnegative() }).strict(),
    ),
  })
  .strict()

export type Manifest = z.infer<typeof manifestSchema>

export interface ManifestSubject {
  readonly board: string
  readonly title: string
  readonly revision: string
  readonly fab?: string
  readonly date: string
  readonly sourceHash: string
}

export const manifestName = "manifest.json"

/** The manifest of `files` (path inside the package -> content), paths sorted by code unit. */
export function makeManifest(subject: ManifestSubject, files: ReadonlyMap<string, Uint8Array>): Manifest {
  const entries = [...files.keys()].sort().map((path) => {
    const content = files.get(path) as Uint8Array
    return [path, { sha256: sha256(content), size: content.length }] as const
  })
  return { format: 1, ...subject, files: Object.fromEntries(entries) }
}

export function sha256(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex")
}

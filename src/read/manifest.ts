import { z } from "zod"
import { limits } from "./limits"
import { assertText, ReadError } from "./read-error"

const schema = z
  .object({
    format: z.literal(1),
    board: z.string().regex(/^[a-z0-9-]{1,60}$/),
    revision: z.string().min(1).max(60),
    fab: z.string().max(60).optional(),
    sourceHash: z.string().max(200),
    files: z.record(
      z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), size: z.number().int().nonnegative() }),
    ),
  })
  .passthrough()

/** `manifest.json` of a package: which files it holds, with hash and size. */
export type Manifest = z.infer<typeof schema>

/** Reads a manifest. Throws `ReadError` naming the first thing wrong with it. */
export function readManifest(text: string, file: string): Manifest {
  const result = schema.safeParse(readJson(text, file))
  if (!result.success) {
    const issue = result.error.issues[0]
    throw new ReadError(
      file,
      undefined,
      `${issue?.path.join(".") || "manifest"}: ${issue?.message ?? "not valid"}`,
    )
  }
  for (const path of Object.keys(result.data.files))
    if (path === "" || path.startsWith("/") || /[\\:]/.test(path) || path.split("/").includes(".."))
      throw new ReadError(file, undefined, `"${path.slice(0, 60)}" leads out of the package`)
  return result.data
}

/** Parses JSON; the message has the line of the mistake where the engine tells its position. */
export function readJson(text: string, file: string): unknown {
  assertText(text, file, limits.zipEntryBytes)
  try {
    return JSON.parse(text)
  } catch (error) {
    const position = /position (\d+)/.exec(error instanceof Error ? error.message : "")?.[1]
    const line = position === undefined ? undefined : text.slice(0, Number(position)).split("\n").length
    throw new ReadError(file, line, "not valid JSON")
  }
}

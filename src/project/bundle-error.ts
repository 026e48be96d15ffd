import { UserError } from "../model/finding"

interface EsbuildMessage {
  readonly text: string
  readonly location: { readonly file: string; readonly line: number; readonly column: number } | null
}

/** What esbuild could not bundle, as one line with file, line and column. */
export function bundleError(error: unknown): UserError {
  const first = (error as { errors?: EsbuildMessage[] }).errors?.[0]
  if (first === undefined)
    return new UserError(String((error as Error).message), { cause: error, exitCode: 1 })
  const place = first.location
    ? `${first.location.file}:${first.location.line}:${first.location.column + 1}: `
    : ""
  return new UserError(`${place}${first.text}`, { cause: error, exitCode: 1 })
}

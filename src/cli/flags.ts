import { type Command, Option } from "commander"
import { z } from "zod"
import { UserError } from "../model/finding"
import { findingsFormats } from "./findings/told"

export const commonFlags = {
  quiet: z.boolean().optional(),
  json: z.boolean().optional(),
  debug: z.boolean().optional(),
}

export function withCommonFlags(command: Command): Command {
  return command
    .option("-q, --quiet", "print findings and errors only")
    .option("--json", "print the result as JSON")
    .option("--debug", "show stack traces")
    .allowExcessArguments(false)
    .showSuggestionAfterError(true)
}

/** For commands that find things; together with `commonFlags`. */
export const formatFlag = { format: z.enum(findingsFormats).optional() }

export const formatOption = (): Option =>
  new Option(
    "--format <name>",
    "print findings for other programs: annotations, SARIF 2.1.0 or JUnit XML",
  ).choices([...findingsFormats])

/** Validates a command's options; the error names the option as it is typed. */
export function parseFlags<T extends z.ZodTypeAny>(schema: T, options: unknown): z.infer<T> {
  const parsed = schema.safeParse(options)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const name = String(issue?.path[0] ?? "").replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  throw new UserError(`--${name}: ${issue?.message ?? "not understood"}`)
}

/** A whole number of seconds from 1 to an hour, as a command-line string. */
export const seconds = z
  .string()
  .regex(/^\d+$/, "give whole seconds, for example 60")
  .transform(Number)
  .refine((value) => value >= 1 && value <= 3600, "give 1 to 3600 seconds")

import { z } from "zod"

/** A piece of JSON Schema, draft 7: what editors read. */
export type JsonSchema = Readonly<Record<string, unknown>>

/**
 * The zod schema of a file as JSON Schema, as strict as it is. Only what files of this project use.
 * @throws for anything else: a schema that says less than zod does would call a broken file sound.
 */
export function jsonSchema(schema: z.ZodTypeAny): JsonSchema {
  const { description } = schema
  return { ...bodyOf(schema), ...(description === undefined ? {} : { description }) }
}

function bodyOf(schema: z.ZodTypeAny): JsonSchema {
  if (schema instanceof z.ZodOptional) return jsonSchema(schema.unwrap())
  if (schema instanceof z.ZodLiteral) return { const: schema.value }
  if (schema instanceof z.ZodEnum) return { enum: schema.options }
  if (schema instanceof z.ZodRecord)
    return { type: "object", additionalProperties: jsonSchema(schema.valueSchema) }
  if (schema instanceof z.ZodArray) {
    const { minLength, maxLength, exactLength } = schema._def
    if (maxLength !== null || exactLength !== null) throw new Error("an array with a most is not known here")
    return {
      type: "array",
      items: jsonSchema(schema.element),
      ...(minLength === null ? {} : { minItems: minLength.value }),
    }
  }
  if (schema instanceof z.ZodTuple) {
    const items: readonly z.ZodTypeAny[] = schema.items
    if (schema._def.rest !== null) throw new Error("a tuple with a rest is not known here")
    return { type: "array", items: items.map(jsonSchema), minItems: items.length, maxItems: items.length }
  }
  if (schema instanceof z.ZodObject) return objectOf(schema)
  if (schema instanceof z.ZodNumber) return { type: "number", ...merged(schema._def.checks.map(numberCheck)) }
  if (schema instanceof z.ZodString) return { type: "string", ...merged(schema._def.checks.map(stringCheck)) }
  throw new Error(`${schema.constructor.name} is not known here`)
}

function objectOf(schema: z.AnyZodObject): JsonSchema {
  if (schema._def.unknownKeys !== "strict") throw new Error("an object that is not strict is not known here")
  const properties = Object.entries<z.ZodTypeAny>(schema.shape)
  return {
    type: "object",
    properties: Object.fromEntries(properties.map(([key, value]) => [key, jsonSchema(value)])),
    required: properties.filter(([, value]) => !value.isOptional()).map(([key]) => key),
    additionalProperties: false,
  }
}

function numberCheck(check: z.ZodNumberCheck): JsonSchema {
  if (check.kind === "finite") return {} // JSON has no other numbers
  if (check.kind === "min")
    return check.inclusive ? { minimum: check.value } : { exclusiveMinimum: check.value }
  if (check.kind === "max")
    return check.inclusive ? { maximum: check.value } : { exclusiveMaximum: check.value }
  throw new Error(`a number's ${check.kind} is not known here`)
}

function stringCheck(check: z.ZodStringCheck): JsonSchema {
  if (check.kind === "min") return { minLength: check.value }
  if (check.kind === "regex" && check.regex.flags === "") return { pattern: check.regex.source }
  throw new Error(`a string's ${check.kind} is not known here`)
}

/** Two limits of one kind would hide each other. */
function merged(checks: readonly JsonSchema[]): JsonSchema {
  const entries = checks.flatMap((check) => Object.entries(check))
  if (new Set(entries.map(([key]) => key)).size < entries.length) throw new Error("a limit is said twice")
  return Object.fromEntries(entries)
}

import { deserialize, serialize } from "node:v8"
import { fingerprint } from "../src/project/fingerprint"
import type { Keep } from "../src/project/kept"

const made = new Map<string, Uint8Array>()

/**
 * Keeps results of stages for the tests that run in one worker, as a build keeps them on the disk: of the same input
 * they are made once, and everyone gets a copy of its own.
 */
export const keepInMemory: Keep = async (stage, input, make) => {
  const print = fingerprint(input)
  if (print === undefined) return make()
  const key = `${stage} ${print}`
  const known = made.get(key)
  if (known !== undefined) return deserialize(known) as Awaited<ReturnType<typeof make>>
  const value = await make()
  made.set(key, serialize(value))
  return value
}

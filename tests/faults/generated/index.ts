import { gerberKinds } from "./gerbers"
import type { Kind } from "./kind"
import { landKinds } from "./lands"
import { legendKinds } from "./legends"
import { limitKinds } from "./limits"
import { listKinds } from "./lists"
import { mechanicsKinds } from "./mechanics"
import { netKinds } from "./nets"
import { recordKinds } from "./records"
import { waiverKinds } from "./waivers"

/** Every kind of which faults are made by chance, in the order of the page. */
export const kinds: readonly Kind[] = [
  ...legendKinds,
  ...landKinds,
  ...mechanicsKinds,
  ...limitKinds,
  ...recordKinds,
  ...netKinds,
  ...waiverKinds,
  ...gerberKinds,
  ...listKinds,
]

/** Seed of the faults that every run tries; `FAULT_SEED` tries others. */
export const seed = Number(process.env.FAULT_SEED ?? 2026)

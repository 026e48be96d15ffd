import type { CheckResult } from "../../model/finding"
import type { Subject } from "../subject"
import { antennas } from "./antenna"
import { groundSlots } from "./ground-slots"
import { needlessVias } from "./needless-vias"
import { entries } from "./pad-entries"
import { sensitiveNets } from "./sensitive-nets"
import { steps } from "./steps"
import { underParts } from "./under-parts"
import { viasInText } from "./via-in-text"
import { widthJumps } from "./width-jumps"

/** What a person looks for in copper that works: warnings, each accepted by name and figure or drawn better. */
export const copperChecks: readonly {
  readonly id: string
  readonly title: string
  readonly run: (subject: Subject) => CheckResult
}[] = [
  { id: "copper/under-parts", title: "No track between the pads of a two-pin part", run: underParts },
  { id: "copper/pad-entries", title: "Tracks meet pads squarely, within their edge", run: entries },
  { id: "copper/steps", title: "No tiny steps and jogs in tracks", run: steps },
  { id: "copper/width-jumps", title: "Tracks keep their width but at pins", run: widthJumps },
  { id: "copper/needless-vias", title: "No layer change without need", run: needlessVias },
  { id: "copper/ground-slots", title: "No long cuts in the ground plane", run: groundSlots },
  {
    id: "copper/sensitive-nets",
    title: "Resets, straps and feedbacks away from hot nets",
    run: sensitiveNets,
  },
  { id: "copper/vias-in-text", title: "No via under a text", run: viasInText },
  { id: "copper/antennas", title: "Tracks off an antenna's zone", run: antennas },
]

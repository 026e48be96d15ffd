import type { Part } from "../../src/model/part"
import { fiducialMark } from "../packages/fiducial"
import { byHand, noNumber, pin } from "./helpers"

/**
 * A mark that a machine finds the board by: three of them on a side that it works on, far apart and not in a square. Its
 * place has to be free of tracks, vias and print; pours keep off by themselves.
 */
export const fiducial: Part = {
  id: "fiducial-1mm",
  kind: "fiducial",
  value: "fiducial",
  description: "Mark for a machine's camera, 1 mm in an opening of 2 mm",
  package: fiducialMark,
  pins: [pin(1, "1", "no-connect")],
  numbers: noNumber("a mark: nothing is bought"),
  assembly: byHand("a mark for the machine: nothing is fitted"),
  height: { unknown: "nothing stands on it" },
  polarised: false,
}

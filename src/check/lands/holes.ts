import { moved } from "../../geometry/rigid-fit"
import type { Body } from "../../model/body"
import type { Leads } from "../../model/leads"
import type { LandPad } from "../../model/package"
import type { LandFault } from "./fault"
import { pinRoomMm } from "./fillet-goals"
import { laidOn, placesOf } from "./fit"

const roundingMm = 5e-3

/** Every pin passes its hole with room for solder, and not too much of it. */
export function holeFaults(leads: Leads, body: Body | undefined, pads: readonly LandPad[]): LandFault[] {
  const { through } = leads
  if (through === undefined) return []
  const { acrossMm, less } = through
  const places = placesOf(leads, body)
  const pose = laidOn(places, pads)
  const least = less?.mm ?? pinRoomMm.least
  const faults: LandFault[] = []
  const rooms: number[] = []
  for (const pad of pads) {
    const place = places.get(String(pad.pin))
    if (pad.holeMm === undefined || place === undefined) continue
    const room = pad.holeMm - acrossMm
    rooms.push(room)
    const at = moved(pose, place)
    const off = Math.hypot(pad.x - at.x, pad.y - at.y)
    if (off > Math.max(0, room) / 2 + roundingMm)
      faults.push({
        rule: "board/land-hole",
        says: `pin ${pad.pin} stands ${off.toFixed(2)} mm beside the middle of its hole, which leaves ${(Math.max(0, room) / 2).toFixed(2)} mm`,
        measure: { value: Number(off.toFixed(3)), limit: Math.max(0, room) / 2, unit: "mm" },
      })
  }
  const words = (room: number) =>
    `holes of ${(room + acrossMm).toFixed(2)} mm leave ${room.toFixed(2)} mm round pins ${acrossMm.toFixed(2)} mm across`
  const asked = `${pinRoomMm.least} to ${pinRoomMm.most} mm`
  const [narrow, wide] = [Math.min(...rooms), Math.max(...rooms)]
  for (const room of new Set([narrow, wide]))
    if (room < least - roundingMm || room > pinRoomMm.most + roundingMm)
      faults.push({
        rule: "board/land-hole",
        says: `${words(room)}, ${asked} is asked`,
        measure: { value: Number(room.toFixed(3)), limit: room < least ? least : pinRoomMm.most, unit: "mm" },
      })
  if (less === undefined || rooms.length === 0) return faults
  if (narrow >= pinRoomMm.least - roundingMm)
    faults.push({
      rule: "board/land-deviation",
      severity: "warning",
      says: `tight holes are accepted for nothing: ${words(narrow)}`,
    })
  else if (narrow >= least - roundingMm)
    faults.push({
      rule: "board/land-deviation",
      severity: "info",
      says: `${words(narrow)} where ${asked} is asked: ${less.reason}`,
      measure: { value: Number(narrow.toFixed(3)), limit: pinRoomMm.least, unit: "mm" },
    })
  return faults
}

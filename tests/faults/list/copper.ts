import type { Point } from "../../../src/geometry/point"
import { faultsOf } from "./make"

const { circuit } = faultsOf("routes")

const by = ({ x, y }: Point, dx: number, dy: number): Point => ({ x: x + dx, y: y + dy })

/** Copper that works and that no one would sign. */
export const copperFaults = [
  circuit("track-under-part", "a ground track under R5", "copper/under-part", (d) => {
    const middle = by(d.at("R5.1"), 0, -1.025)
    return d.track("GND", "top", 0.25, by(middle, -1.5, 0), by(middle, 1.5, 0))
  }),
  circuit("trunk-between-pads", "the 3V3 trunk between R1's pads", "copper/between-own-pads", (d) => {
    const middle = by(d.at("R1.2"), 0, 1.025)
    return d.track("V3V3", "top", 0.25, by(middle, -1, 0), by(middle, 1, 0))
  }),
  circuit("entry-slant", "a track that leaves C5 at 45 degrees", "copper/entry-slant", (d) =>
    d.track("GND", "bottom", 0.25, d.at("C5.2"), by(d.at("C5.2"), -2, 2)),
  ),
  circuit("entry-corner", "a track of MEP_RXD over R6's corner", "copper/entry-corner", (d) =>
    d.track("MEP_RXD", "top", 0.25, by(d.at("R6.2"), 0.68, 0), by(d.at("R6.2"), 0.68, -2)),
  ),
  circuit("step", "a ground track that goes on 0.2 mm beside its line", "copper/step", (d) =>
    d.track("GND", "top", 0.25, { x: 26, y: 8 }, { x: 29, y: 8 }, { x: 29.2, y: 8.2 }, { x: 32, y: 8.2 }),
  ),
  circuit("width-jump", "a ground track of 1 mm that goes on in 0.25 mm", "copper/width-jump", (d) => {
    d.track("GND", "top", 1, { x: 26, y: 3 }, { x: 29, y: 3 })
    return d.track("GND", "top", 0.25, { x: 29, y: 3 }, { x: 32, y: 3 })
  }),
  circuit("needless-via", "RXD goes below and back beside its own track", "copper/needless-via", (d) => {
    const [from, to] = [by(d.at("R6.1"), 0, 2), by(d.at("R6.1"), 0, 3.5)]
    return d.via("RXD_RS232", from).via("RXD_RS232", to).track("RXD_RS232", "bottom", 0.25, from, to)
  }),
  circuit("plane-slot", "MEP_TXD 14 mm through the ground plane", "copper/ground-slot", (d) =>
    d.track("MEP_TXD", "bottom", 0.25, { x: 14, y: 2.6 }, { x: 28, y: 2.6 }),
  ),
  circuit("reset-beside-24v", "ESP_EN 0.3 mm beside 24 V", "copper/beside-hot", (d) => {
    const y = -0.55 - 0.4 - 0.3 - 0.125
    return d.track("ESP_EN", "top", 0.25, { x: 5, y }, { x: 10, y })
  }),
  circuit("via-in-text", "a ground via in a text", "copper/via-in-text", (d) => {
    const text = d.first("pcb_silkscreen_text", ({ text }) => text === "origin dabbler.dk")
    return d.via("GND", by(text.anchor_position, 8, 0))
  }),
  circuit(
    "track-beside-antenna",
    "a ground track 0.3 mm beside the antenna's zone",
    "copper/antenna",
    (d) => {
      const zone = d.first("pcb_keepout", ({ shape }) => shape === "rect")
      if (zone.shape !== "rect") throw new Error("no zone")
      const y = zone.center.y + zone.height / 2 + 0.3 + 0.125
      return d.track("GND", "top", 0.25, { x: zone.center.x - 2, y }, { x: zone.center.x + 2, y })
    },
  ),
]

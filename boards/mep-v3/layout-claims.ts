import { apart, beside, currentLoop, netWithin, pair, viasBeside } from "../../src/claims/layout"
import type { Claim } from "../../src/model/claim"

const ti = "TI SNVSA24, Layout Guidelines"
const espressif = "Espressif, ESP32 hardware design guidelines, Schematic Checklist and PCB Layout"
const usb = "USB 2.0, 7.1"
const clampSource = "a clamp works at the connector, before the line goes on"

/**
 * What the data sheets ask of the copper, with figures. They say "close", "short", "away": the millimetres are this
 * board's own, near what it has, so that a move to the worse shows.
 */
export const layoutClaims: readonly Claim[] = [
  // The loop that carries the switch's edges: as it turns on, D6 gives its current back to the input's capacitor.
  currentLoop(
    "the converter's input loop",
    ["C12.1", "U3.VIN", "U3.SW", "D6.K", "D6.A", "C12.2"],
    { maxMm: 20, maxMm2: 18 },
    ti,
  ),
  beside("the input's large ceramic at the converter", "C12.1", "U3.VIN", 1, ti),
  beside("the input's small ceramic at the converter", "C13.1", "U3.VIN", 2.5, ti),
  beside("the high side's capacitor", "C14.1", "U3.CB", 1.5, ti),
  beside("the high side's capacitor", "C14.2", "U3.SW", 4, ti),
  beside("the diode at the switch", "D6.K", "U3.SW", 1.5, ti),
  beside("the coil at the switch", "L1.1", "U3.SW", 5, ti),
  beside("the output's capacitor at the coil", "C15.1", "L1.2", 1.5, ti),
  netWithin("the switching node is small", "SW", 12, ti),
  beside("the divider at FB", "R8.2", "U3.FB", 1.5, ti),
  beside("the divider at FB", "R9.1", "U3.FB", 1.5, ti),
  apart("feedback away from the switching node", ["FB"], ["SW", "BOOST"], 0.8, ti),
  viasBeside("the converter's heat", "U3.GND", 1, 1, ti),
  viasBeside("the coil's current to the plane", "L1.2", 1.5, 2, "0.6 A"),
  viasBeside("the module's thermal pad", "U2.39", 0.6, 9, espressif),
  beside("10 uF and more at the module's supply", "C8.1", "U2.3V3", 2, espressif),
  beside("100 nF at the module's supply", "C7.1", "U2.3V3", 1.5, espressif),
  beside("EN's capacitor", "C6.1", "U2.EN", 1.5, espressif),
  beside("bulk at the module's supply", "C9.1", "U2.3V3", 6, espressif),
  pair(
    "USB's data",
    [
      ["J7.A6", "U4.UD+"],
      ["J7.A7", "U4.UD-"],
    ],
    { maxMm: 20, maxSkewMm: 4 },
    usb,
  ),
  apart("USB's data away from the converter", ["USB_DP", "USB_DN"], ["SW", "BOOST"], 5, usb),
  beside("the clamp at USB's D+", "U6.IO2", "J7.A6", 2, clampSource),
  beside("the clamp at USB's D-", "U6.IO1", "J7.A7", 2, clampSource),
  beside("the clamp at TXD", "D9.1", "J6.TXD", 3, clampSource),
  beside("the clamp at RXD", "D10.1", "J6.RXD", 5, clampSource),
  beside("the clamp at ENABLE", "D11.1", "J6.ENABLE", 6, clampSource),
  beside("the clamp behind the fuse", "D3.1", "F1.2", 3, clampSource),
  beside("the clamp at J5", "U7.IO1", "J5.RXD0", 10, clampSource),
  beside("the fuse at the port", "F1.1", "J6.+24V", 6, clampSource),
  beside("decoupling of the bridge", "C17.1", "U4.V3", 5, "WCH CH340 data sheet"),
]

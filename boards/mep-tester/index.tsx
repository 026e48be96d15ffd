import { mepNets } from "../../components/mep/nets"
import { meterPort } from "../../components/mep/parts"
import { header1x2, screwTerminal2, socket2x3, testPoint } from "../../components/parts/connectors"
import { b5819w, ledGreen0805, ledRed0805 } from "../../components/parts/diodes"
import { named } from "../../components/parts/helpers"
import { fuse100mA, r0805 } from "../../components/parts/passives"
import { tl431 } from "../../components/parts/semiconductors"
import { defineBoard } from "../../src/board/define"
import { Part } from "../../src/board/parts"
import { claims, guide } from "./bench"
import { scenarios } from "./scenarios"
import { silkscreen } from "./silkscreen"

const supply = named(screwTerminal2, { 1: { name: "+24V", label: "VDD_24V", role: "power-out" }, 2: "GND" })
/** Names are those of the module's J6, which goes in here. */
const mate = named(
  socket2x3,
  Object.fromEntries(meterPort.pins.map(({ number, name, label = name }) => [number, { name, label }])),
)
const { GND, V24, MEP_ENABLE, MEP_TXD, MEP_RXD } = mepNets

/**
 * Threshold: 2.495 V x (1 + 8.2/10) = 4.54 V. The meter is said to want 5 V or more, v2.00 gives 4.3 to 4.8 V: lit at a
 * typical module, dark at a driver that has lost 0.3 V. At 10k/10k (5 V) no sound module would light it.
 * R3 and the divider together are 3.0 kohm, the heaviest RS-232 receiver (TIA-232-F: 3 to 7 kohm).
 */
function EnableDetector() {
  return (
    <>
      <resistor
        name="R3"
        resistance="3.6k"
        footprint="0805"
        pcbX={1.5}
        pcbY={-0.475}
        pcbRotation={270}
        connections={{ pin1: "net.MEP_ENABLE", pin2: "net.GND" }}
      />
      <Part name="R4" is={r0805["8k2"]} pins={{ 1: "MEP_ENABLE", 2: "ENABLE_REF" }} at={[6, 0.55]} />
      <Part name="R5" is={r0805["10k"]} pins={{ 1: "ENABLE_REF", 2: "GND" }} at={[9.8, -2.575, 270]} />
      {/* A module whose D1 is the wrong way round gives -5.5 V; REF stands 50 uA of that. */}
      <Part name="D4" is={b5819w} pins={{ K: "ENABLE_REF", A: "GND" }} at={[12.5, -3.2, 270]} />
      <Part name="U1" is={tl431} pins={{ K: "ENABLE_K", REF: "ENABLE_REF", A: "GND" }} at={[12.5, 1.5]} />
      {/* 4.2 mA, 2 mA of them through R6: what the TL431 draws below its threshold must not glow. */}
      <Part name="R2" is={r0805["4k7"]} pins={{ 1: "V24", 2: "ENABLE_A" }} at={[14.6, 10.6, 270]} />
      <Part name="D3" is={ledRed0805} pins={{ A: "ENABLE_A", K: "ENABLE_K" }} at={[14.6, 6.4, 90]} />
      <Part name="R6" is={r0805["1k"]} pins={{ 1: "ENABLE_A", 2: "ENABLE_K" }} at={[11.5, 6.4, 270]} />
    </>
  )
}

/**
 * Tries a finished MEP-HW module on the bench. Its J6 goes into J2, the module upright over the tab's edge: the posts
 * lie 2.67 and 5.21 mm over its board and 9.4 mm inside its edge, so that J2 is 1.9 mm from the tab's edge, and beside
 * the tab the edge is 3.5 mm further back, for the ESP32. Turned by half (24 V on ENABLE) it does not go in.
 */
export default defineBoard({
  id: "mep-tester",
  title: "MEP tester",
  revision: "1.00",
  outline: [
    { x: -25, y: -11.5 },
    { x: -12.5, y: -11.5 },
    { x: -12.5, y: -15 },
    { x: 6.5, y: -15 },
    { x: 6.5, y: -11.5 },
    { x: 25, y: -11.5 },
    { x: 25, y: 15 },
    { x: -25, y: 15 },
  ],
  circuit: () => (
    <>
      <Part name="J1" is={supply} pins={{ "+24V": "V24_IN", GND: "GND" }} at={[-19.8, 1.75, 270]} />
      <Part name="F1" is={fuse100mA} pins={{ 1: "V24_IN", 2: "V24_FUSED" }} at={[-10.6, 4.29]} />
      <Part name="D1" is={b5819w} pins={{ A: "V24_FUSED", K: "V24" }} at={[-4.6, 4.29, 180]} />
      <Part
        name="J2"
        is={mate}
        pins={{ GND: "GND", RXD: "MEP_RXD", ENABLE: "MEP_ENABLE", "+24V": "V24", TXD: "MEP_TXD" }}
        at={[-6, -11.86, 90]}
      />
      <Part name="J3" is={header1x2} pins={{ 1: "MEP_TXD", 2: "MEP_RXD" }} at={[2.5, -5.5, 90]} />
      <Part name="R1" is={r0805["8k2"]} pins={{ 1: "V24", 2: "POWER_A" }} at={[5, 10.6, 270]} />
      <Part name="D2" is={ledGreen0805} pins={{ A: "POWER_A", K: "GND" }} at={[5, 6.4, 90]} />
      <EnableDetector />
      <Part name="TP1" is={testPoint} pins={{ 1: "V24" }} at={[-12.8, -5.5]} />
      <Part name="TP2" is={testPoint} pins={{ 1: "GND" }} at={[-9.3, -5.5]} />
      <Part name="TP3" is={testPoint} pins={{ 1: "MEP_ENABLE" }} at={[-6, -5.5]} />
      <Part name="TP4" is={testPoint} pins={{ 1: "MEP_TXD" }} at={[-2.7, -5.5]} />
      <Part name="TP5" is={testPoint} pins={{ 1: "MEP_RXD" }} at={[6.8, -5.5]} />
      <hole name="H1" diameter={3.2} pcbX={-21.5} pcbY={11.5} />
      <hole name="H2" diameter={3.2} pcbX={21.5} pcbY={11.5} />
      <hole name="H3" diameter={3.2} pcbX={-21.5} pcbY={-8} />
      <hole name="H4" diameter={3.2} pcbX={21.5} pcbY={-8} />
    </>
  ),
  nets: { GND, V24, V24_IN: V24, V24_FUSED: V24, MEP_ENABLE, MEP_TXD, MEP_RXD },
  netClasses: [{ name: "power", nets: [], widthMm: 0.4, clearanceMm: 0.2 }],
  claims,
  scenarios,
  silkscreen,
  ownPinNames: ["J1", "J2", "J3"],
  guide,
  sheet: { supplyNames: { V24: "+24 V" } },
})

import { pinHeader } from "../../components/parts/connectors"
import { ledGreen0805 } from "../../components/parts/diodes"
import { named } from "../../components/parts/helpers"
import { c0805, r0805 } from "../../components/parts/passives"
import { ne555 } from "../../components/parts/semiconductors"
import { defineBoard, rectangle } from "../../src/board/define"
import { Part } from "../../src/board/parts"

/** Power comes in at J1, the timer's output leaves at pin 3. */
const powerAndOutput = named(pinHeader(1, 3), {
  1: { name: "GND", role: "ground", domains: ["ground"] },
  2: { name: "VCC", role: "power-out" },
  3: "OUT",
})

/** A light that blinks about once a second: copy it, change it, grow it. */
export default defineBoard({
  id: "example",
  title: "Example",
  revision: "1.00",
  outline: rectangle(40, 26),
  mountingHoles: [
    { designator: "H1", x: -16.5, y: 9.5, drillMm: 3.2 },
    { designator: "H2", x: 16.5, y: -9.5, drillMm: 3.2 },
  ],
  circuit: () => (
    <>
      <Part name="J1" is={powerAndOutput} pins={{ GND: "GND", VCC: "VCC", OUT: "BLINK" }} at={[-16, -4]} />
      <Part
        name="U1"
        is={ne555}
        pins={{
          GND: "GND",
          TRIG: "TIMING",
          OUT: "BLINK",
          RESET: "VCC",
          CONT: "CONTROL",
          THRES: "TIMING",
          DISCH: "DISCHARGE",
          VCC: "VCC",
        }}
        at={[0, 0]}
      />
      <Part name="R1" is={r0805["10k"]} pins={{ 1: "VCC", 2: "DISCHARGE" }} at={[8, 4, 90]} />
      <Part name="R2" is={r0805["100k"]} pins={{ 1: "DISCHARGE", 2: "TIMING" }} at={[8, -1.5, 90]} />
      <Part name="C1" is={c0805["10uF"]} pins={{ 1: "TIMING", 2: "GND" }} at={[0, -7]} />
      <Part name="C2" is={c0805["100nF"]} pins={{ 1: "CONTROL", 2: "GND" }} at={[6, -7]} />
      <Part name="C3" is={c0805["100nF"]} pins={{ 1: "VCC", 2: "GND" }} at={[1, 7]} />
      <Part name="R3" is={r0805["1k"]} pins={{ 1: "BLINK", 2: "LIGHT" }} at={[-8, 4, 90]} />
      <Part name="D1" is={ledGreen0805} pins={{ A: "LIGHT", K: "GND" }} at={[-8, -4, 90]} />
    </>
  ),
})

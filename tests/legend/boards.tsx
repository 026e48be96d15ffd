import type { ReactElement } from "react"

/** Small boards of plain tscircuit elements, whose copper no one has laid. */

export function plainBoard(): ReactElement {
  return (
    <board width="40mm" height="26mm" routingDisabled>
      <resistor name="R1" resistance="1k" footprint="0603" pcbX={-12} pcbY={8} />
      <resistor name="R2" resistance="1k" footprint="0603" pcbX={-9} pcbY={8} />
      <resistor name="R3" resistance="1k" footprint="0402" pcbX={-6} pcbY={8} pcbRotation={90} />
      <capacitor name="C1" capacitance="100n" footprint="0402" pcbX={-4.5} pcbY={8} pcbRotation={90} />
      <capacitor name="C2" capacitance="100n" footprint="0402" pcbX={-3} pcbY={8} pcbRotation={90} />
      <chip
        name="U1"
        footprint="soic8"
        pcbX={6}
        pcbY={5}
        connections={{ pin1: "net.SDA", pin2: "net.SCL", pin4: "net.GND", pin8: "net.V3V3" }}
      />
      <pinheader
        name="J1"
        pinCount={6}
        footprint="pinrow6"
        pcbX={-4}
        pcbY={-8}
        pinLabels={["GND", "VCC", "SDA", "SCL", "INT", "NC"]}
        connections={{ pin1: "net.GND", pin2: "net.V3V3", pin3: "net.SDA", pin4: "net.SCL" }}
      />
      <pinheader
        name="J2"
        pinCount={4}
        pcbX={16}
        pcbY={-2}
        pcbRotation={90}
        connections={{ pin1: "net.GND", pin2: "net.V3V3", pin4: "net.LED_A" }}
      />
      <led name="D1" footprint="0805" pcbX={8} pcbY={-9} connections={{ pos: "net.LED_A", neg: "net.GND" }} />
      <hole name="H1" diameter="3.2mm" pcbX={-16.5} pcbY={9.5} />
      <capacitor name="C3" capacitance="10u" footprint="0805" pcbX={-10} pcbY={0} layer="bottom" />
      <capacitor
        name="C4"
        capacitance="10u"
        footprint="0805"
        pcbX={-6}
        pcbY={0}
        layer="bottom"
        pcbRotation={90}
      />
      <resistor name="R4" resistance="1k" footprint="0805" pcbX={-14} pcbY={-2} pcbRotation={45} />
      <chip name="U2" footprint="sot23" pcbX={-2} pcbY={1} pcbRotation={45} />
      <chip name="U3" footprint="soic8" pcbX={8} pcbY={1} pcbRotation={45} layer="bottom" />
    </board>
  )
}

/** `count` parts in rows, as close as one sets them by hand: some turned, some below, some at 45 degrees. */
export function denseBoard(count: number, pitchX = 4.2, pitchY = 3.4): ReactElement {
  const columns = Math.ceil(Math.sqrt((count * pitchY) / pitchX))
  const rows = Math.ceil(count / columns)
  const width = columns * pitchX + 3
  const height = rows * pitchY + 3
  return (
    <board width={width} height={height} routingDisabled>
      {Array.from({ length: count }, (_, index) => {
        const x = ((index % columns) - (columns - 1) / 2) * pitchX
        const y = (Math.floor(index / columns) - (rows - 1) / 2) * pitchY
        const layer = index % 7 === 3 ? "bottom" : "top"
        const turn = [0, 90, 0, 270, 45, 0, 180][index % 7] ?? 0
        const name = `R${index + 1}`
        const footprint = ["0402", "0603", "0805", "0603"][index % 4] ?? "0603"
        return (
          <resistor
            key={name}
            name={name}
            resistance="1k"
            footprint={footprint}
            pcbX={x}
            pcbY={y}
            pcbRotation={turn}
            layer={layer}
          />
        )
      })}
    </board>
  )
}

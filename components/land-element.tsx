import { Fragment, type ReactElement } from "react"
import type { Land, LandPad, SilkMark } from "../src/model/package"

/** The thinnest line JLCPCB prints for certain. */
const strokeMm = 0.15

/**
 * A land as tscircuit's footprint: pads, silkscreen, courtyard, in this order, which is the order in the Gerbers.
 * Corners are sharp: rounded ones would reach the fab as aperture macros, which JLCPCB's importer has misread.
 */
export function landElement(land: Land): ReactElement {
  const { courtyard } = land
  return (
    <footprint {...(land.fromAbove ? { insertionDirection: "from_above" } : {})}>
      {land.pads.map((pad) => (
        <Fragment key={`${pad.pin} ${pad.x} ${pad.y}`}>{padElement(pad)}</Fragment>
      ))}
      {land.silk.map((mark) => (
        <Fragment key={JSON.stringify(mark)}>{silkElement(mark)}</Fragment>
      ))}
      {courtyard.shape === "outline" ? (
        <courtyardoutline outline={[...courtyard.points]} layer="top" />
      ) : (
        <courtyardrect
          pcbX={courtyard.x}
          pcbY={courtyard.y}
          width={courtyard.width}
          height={courtyard.height}
          layer="top"
        />
      )}
    </footprint>
  )
}

function padElement(pad: LandPad): ReactElement {
  const { x, y, width, height, shape = "rect", holeMm } = pad
  const at = { portHints: [`pin${pad.pin}`], pcbX: x, pcbY: y }
  if (holeMm !== undefined) {
    if (shape === "circle")
      return <platedhole {...at} shape="circle" holeDiameter={holeMm} outerDiameter={width} />
    // Offsets of nought must be said: without them tscircuit's own geometry computes with undefined and fails.
    const square = {
      holeDiameter: holeMm,
      rectPadWidth: width,
      rectPadHeight: height,
      holeOffsetX: 0,
      holeOffsetY: 0,
    }
    return (
      <platedhole
        {...at}
        {...square}
        shape="circular_hole_with_rect_pad"
        holeShape="circle"
        padShape="rect"
      />
    )
  }
  const paste =
    pad.paste === "none"
      ? { noSolderPaste: true }
      : { solderPasteMargin: pad.paste === "full" ? 0 : -(width - pad.paste) / 2 }
  if (shape === "circle") return <smtpad {...at} shape="circle" radius={width / 2} {...paste} />
  if (shape === "pill") {
    const radius = Math.min(width, height) / 2
    return <smtpad {...at} shape="pill" width={width} height={height} radius={radius} {...paste} />
  }
  return <smtpad {...at} shape="rect" width={width} height={height} {...paste} />
}

function silkElement(mark: SilkMark): ReactElement {
  if (mark.kind === "pin-one")
    return (
      <silkscreencircle pcbX={mark.at.x} pcbY={mark.at.y} radius={0.125} strokeWidth={0.25} layer="top" />
    )
  const { from, to } = mark
  return <silkscreenline x1={from.x} y1={from.y} x2={to.x} y2={to.y} strokeWidth={strokeMm} layer="top" />
}

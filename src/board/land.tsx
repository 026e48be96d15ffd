import { createElement, Fragment, type ReactElement } from "react"
import type { Courtyard, Land, LandPad, Peg, SilkMark } from "../model/package"

/** Silkscreen in a footprint: the thinnest line fab houses print for certain, mm. */
export const landLineMm = 0.15

/** Diameter of the dot that marks pin 1, mm. */
export const landDotMm = 0.5

/** A land as tscircuit's footprint: pads, silkscreen, courtyard, in this order. */
export function landElement(land: Land): ReactElement {
  return (
    <footprint {...(land.fromAbove === true ? { insertionDirection: "from_above" as const } : {})}>
      {all(
        land.pads.map((pad) => (pad.holeMm === undefined ? surfacePad(pad) : platedHole(pad, pad.holeMm))),
      )}
      {all((land.pegs ?? []).map(pegHole))}
      {all(land.silk.map(silkMark))}
      {courtyard(land.courtyard)}
    </footprint>
  )
}

/** Elements without keys of their own: tscircuit's types know none. */
export const all = (elements: readonly ReactElement[]): ReactElement =>
  createElement(Fragment, null, ...elements)

/** Corners are sharp: rounded ones would reach the fab as aperture macros, which importers have misread. */
function surfacePad(pad: LandPad): ReactElement {
  const { pin, x, y, width, height, paste, maskMarginMm, shape = "rect" } = pad
  const common = {
    portHints: [`pin${pin}`],
    ...(maskMarginMm === undefined ? {} : { solderMaskMargin: maskMarginMm }),
    pcbX: x,
    pcbY: y,
    ...(paste === "none"
      ? { noSolderPaste: true }
      : { solderPasteMargin: paste === "full" ? 0 : -(width - paste) / 2 }),
  }
  switch (shape) {
    case "rect":
      return <smtpad {...common} shape="rect" width={width} height={height} />
    case "circle":
      return <smtpad {...common} shape="circle" radius={width / 2} />
    case "pill":
      return (
        <smtpad {...common} shape="pill" width={width} height={height} radius={Math.min(width, height) / 2} />
      )
  }
}

function platedHole(pad: LandPad, holeMm: number): ReactElement {
  const { pin, x, y, width, height, shape = "rect", slotMm = holeMm } = pad
  const common = { portHints: [`pin${pin}`], pcbX: x, pcbY: y }
  switch (shape) {
    case "rect":
      // Offsets of nought must be said: without them tscircuit's own geometry computes with undefined and fails.
      return (
        <platedhole
          {...common}
          shape="circular_hole_with_rect_pad"
          holeShape="circle"
          padShape="rect"
          holeDiameter={holeMm}
          rectPadWidth={width}
          rectPadHeight={height}
          holeOffsetX={0}
          holeOffsetY={0}
        />
      )
    case "circle":
      return <platedhole {...common} shape="circle" holeDiameter={holeMm} outerDiameter={width} />
    case "pill":
      return (
        <platedhole
          {...common}
          shape="pill"
          holeWidth={width > height ? slotMm : holeMm}
          holeHeight={width > height ? holeMm : slotMm}
          outerWidth={width}
          outerHeight={height}
        />
      )
  }
}

const pegHole = ({ x, y, drillMm }: Peg): ReactElement => <hole pcbX={x} pcbY={y} diameter={drillMm} />

function silkMark(mark: SilkMark): ReactElement {
  if (mark.kind === "line") {
    const { from, to } = mark
    return <silkscreenline x1={from.x} y1={from.y} x2={to.x} y2={to.y} strokeWidth={landLineMm} layer="top" />
  }
  // A circle whose line covers its inside.
  return (
    <silkscreencircle
      pcbX={mark.at.x}
      pcbY={mark.at.y}
      radius={landDotMm / 4}
      strokeWidth={landDotMm / 2}
      layer="top"
    />
  )
}

function courtyard(yard: Courtyard): ReactElement {
  if (yard.shape === "outline") return <courtyardoutline outline={[...yard.points]} layer="top" />
  const { x, y, width, height } = yard
  // A courtyard in the middle says no place: tscircuit writes what it is told.
  return (
    <courtyardrect
      {...(x === 0 && y === 0 ? {} : { pcbX: x, pcbY: y })}
      width={width}
      height={height}
      layer="top"
    />
  )
}

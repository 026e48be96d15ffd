import { disc, pill, polygonShape, rectangle } from "../../geometry/shape"
import type { DrawnInk, DrawnPad, DrawnShape } from "../../model/drawn"
import { cutout, solderPaste } from "./openings"
import type { Piece } from "./piece"
import { inside, type Pose, placed, sideOf } from "./pose"
import { NotDrawn, type Props } from "./props"

/** tscircuit's defaults, mm. */
const defaults = { fontSize: 1, strokeWidth: 0.1 } as const

/** What each of tscircuit's drawing elements draws in a frame. @throws NotDrawn for what cannot be built. */
export const drawers: Readonly<Record<string, (props: Props, pose: Pose) => Piece>> = {
  smtpad,
  platedhole: platedHole,
  hole,
  cutout,
  solderpaste: solderPaste,
  via,
  silkscreentext: text,
  silkscreenline: (props, pose) =>
    ink(props, pose, (width) => ({
      kind: "lines",
      points: [
        placed(pose, { x: props.length("x1"), y: props.length("y1") }),
        placed(pose, { x: props.length("x2"), y: props.length("y2") }),
      ],
      widthMm: width,
    })),
  silkscreenpath: (props, pose) =>
    ink(props, pose, (width) => ({
      kind: "lines",
      points: props.points("route").map((point) => placed(pose, point)),
      widthMm: width,
    })),
  silkscreencircle: circle,
  silkscreenrect: silkRect,
}

/** Elements that stand for nothing a fab makes. */
export const undrawn =
  /^(net|trace|port|group|subcircuit|keepout|footprint|constraint|netlabel|drccheck|autoroutingphase|(pcb|fabrication)note\w+|courtyard\w+|schematic\w+|symbol|cadmodel|cadassembly)$/

/** Elements that no output of ours holds, and what to write instead. */
export const refused: Readonly<Record<string, string>> = {
  copperpour: "a pour is the board's: write it outside of the part",
  coppertext: "letters in copper are not built: use a silkscreentext",
  silkscreengraphic: "pictures are not built: draw it with silkscreenpath and silkscreenrect",
  pcbtrace: "copper by hand belongs into the board's routes.json",
  panel: "panels are not built: order single boards",
  subpanel: "panels are not built: order single boards",
  mountedboard: "boards on boards are not built: describe the module as a part",
  stampboard: "boards on boards are not built: describe the module as a part",
}

function smtpad(props: Props, pose: Pose): Piece {
  props.ignore("name", "connectsTo", "solderPasteMargin")
  const pin = pinOf(props)
  const shape = props.text("shape")
  const own = inside(pose, props.place(), props.angle("pcbRotation"))
  const done = (form: DrawnShape): Piece => ({
    kind: "pad",
    ...pin,
    sides: [sideOf(pose, props.side())],
    shape: form,
    ...mask(props),
    paste: !props.flag("noSolderPaste"),
  })
  switch (shape) {
    case "circle":
      return done(disc(own, 2 * props.size("radius")))
    case "rect":
    case "rotated_rect": {
      const turned = inside(own, { x: 0, y: 0 }, shape === "rect" ? 0 : props.angle("ccwRotation"))
      const corner = props.optionalLength("cornerRadius") ?? props.optionalLength("rectBorderRadius") ?? 0
      return done(rectangle(own, props.size("width"), props.size("height"), turned.rotationDeg, corner))
    }
    case "pill":
    case "rotated_pill": {
      const turned = inside(own, { x: 0, y: 0 }, shape === "pill" ? 0 : props.angle("ccwRotation"))
      const [width, height] = [props.size("width"), props.size("height")]
      const radius = props.optionalLength("radius") ?? Math.min(width, height) / 2
      if (Math.abs(radius - Math.min(width, height) / 2) > 1e-6)
        throw new NotDrawn(
          `is a pill with the radius ${radius} mm: it has half its smaller side, or is a rect`,
        )
      return done(pill(own, width, height, turned.rotationDeg))
    }
    case "polygon": {
      const points = props.points("points")
      if (points.length < 3) throw new NotDrawn("is a polygon of less than three points")
      return done(polygonShape(points.map((point) => placed(own, point))))
    }
    default:
      throw new NotDrawn(
        `has the shape ${JSON.stringify(shape)}: there are rect, rotated_rect, circle, pill, rotated_pill and polygon`,
      )
  }
}

/** The number that a pad's hints give it: "pin3", "3". */
function pinOf(props: Props): Pick<DrawnPad, "pin"> {
  const pin = props.hints().flatMap((hint) => /^(?:pin)?(\d+)$/.exec(hint)?.[1] ?? [])[0]
  return pin === undefined ? {} : { pin }
}

function mask(props: Props): Pick<DrawnPad, "mask" | "maskMarginMm"> {
  const maskMarginMm = props.optionalLength("solderMaskMargin")
  return {
    mask: !props.flag("coveredWithSolderMask"),
    ...(maskMarginMm === undefined ? {} : { maskMarginMm }),
  }
}

function platedHole(props: Props, pose: Pose): Piece {
  props.ignore("name", "connectsTo", "padShape")
  const pin = pinOf(props)
  const shape = props.text("shape")
  // Round ones look alike however they are turned.
  if (shape === "circle") props.ignore("pcbRotation")
  const turnDeg = shape === "circle" || shape === "hole_with_polygon_pad" ? 0 : props.angle("pcbRotation")
  const own = inside(pose, props.place(), turnDeg)
  const centre = () =>
    placed(own, {
      x: props.optionalLength("holeOffsetX") ?? 0,
      y: props.optionalLength("holeOffsetY") ?? 0,
    })
  const slot = () => pill(centre(), props.size("holeWidth"), props.size("holeHeight"), own.rotationDeg)
  const done = (form: DrawnShape, drilled: DrawnShape): Piece => ({
    kind: "pad",
    ...pin,
    sides: ["top", "bottom"],
    shape: form,
    hole: drilled,
    ...mask(props),
    paste: false,
  })
  switch (shape) {
    case "circle":
      return done(disc(own, props.size("outerDiameter")), disc(own, props.size("holeDiameter")))
    case "pill":
      return done(pill(own, props.size("outerWidth"), props.size("outerHeight"), own.rotationDeg), slot())
    case "circular_hole_with_rect_pad":
      props.ignore("holeShape")
      return done(rectPad(props, own), disc(centre(), props.size("holeDiameter")))
    case "pill_hole_with_rect_pad":
      props.ignore("holeShape")
      return done(rectPad(props, own), slot())
    case "hole_with_polygon_pad": {
      const holeShape = props.text("holeShape")
      if (holeShape !== "circle" && holeShape !== "pill")
        throw new NotDrawn(`has the holeShape ${JSON.stringify(holeShape)}: there are circle and pill`)
      const outline = props.points("padOutline").map((point) => placed(own, point))
      return done(
        polygonShape(outline),
        holeShape === "circle" ? disc(centre(), props.size("holeDiameter")) : slot(),
      )
    }
    case "oval":
      throw new NotDrawn('is an ellipse, which no drill makes: write shape="pill"')
    default:
      throw new NotDrawn(
        `has the shape ${JSON.stringify(shape)}: there are circle, pill, circular_hole_with_rect_pad, pill_hole_with_rect_pad and hole_with_polygon_pad`,
      )
  }
}

const rectPad = (props: Props, own: Pose): DrawnShape =>
  rectangle(
    own,
    props.size("rectPadWidth"),
    props.size("rectPadHeight"),
    own.rotationDeg,
    props.optionalLength("rectBorderRadius") ?? 0,
  )

function hole(props: Props, pose: Pose): Piece {
  props.ignore("coveredWithSolderMask", "solderMaskMargin")
  const name = props.text("name")
  const named = name === undefined ? {} : { name }
  const shape = props.text("shape") ?? "circle"
  const own = inside(pose, props.place(), shape === "pill" ? props.angle("pcbRotation") : 0)
  switch (shape) {
    case "circle": {
      props.ignore("pcbRotation")
      const radius = props.optionalLength("radius")
      return {
        kind: "hole",
        ...named,
        shape: disc(own, radius === undefined ? props.size("diameter") : 2 * radius),
      }
    }
    case "pill":
      return {
        kind: "hole",
        ...named,
        shape: pill(own, props.size("width"), props.size("height"), own.rotationDeg),
      }
    case "oval":
      throw new NotDrawn('is an ellipse, which no drill makes: write shape="pill"')
    case "rect":
      throw new NotDrawn("has corners, which no drill makes: use a cutout, or a pill")
    default:
      throw new NotDrawn(`has the shape ${JSON.stringify(shape)}: there are circle and pill`)
  }
}

function via(props: Props, pose: Pose): Piece {
  props.ignore("name", "connectsTo", "netIsAssignable", "pcbRotation")
  const [from, to] = [props.text("fromLayer") ?? "top", props.text("toLayer") ?? "bottom"]
  props.ignore("layers")
  if (![from, to].every((layer) => layer === "top" || layer === "bottom") || from === to)
    throw new NotDrawn(
      `goes from ${from} to ${to}: blind and buried vias are not built, vias go from top to bottom`,
    )
  const [diameterMm, drillMm] = [props.optionalLength("outerDiameter"), props.optionalLength("holeDiameter")]
  return {
    kind: "via",
    at: placed(pose, props.place()),
    ...(diameterMm === undefined ? {} : { diameterMm }),
    ...(drillMm === undefined ? {} : { drillMm }),
  }
}

function text(props: Props, pose: Pose): Piece {
  props.ignore("name", "font")
  const words = props.text("text") ?? ""
  const own = inside(pose, props.place(), props.angle("pcbRotation"))
  return {
    kind: "text",
    what: `silkscreentext "${words}"`,
    side: sideOf(pose, props.side()),
    text: words,
    at: { x: own.x, y: own.y },
    rotationDeg: own.rotationDeg,
    fontSizeMm: props.optionalLength("fontSize") ?? defaults.fontSize,
    anchor: props.text("anchorAlignment") ?? "center",
  }
}

function ink(props: Props, pose: Pose, form: (widthMm: number) => DrawnInk["form"]): Piece {
  props.ignore("name")
  const width = props.optionalLength("strokeWidth") ?? defaults.strokeWidth
  return { kind: "ink", side: sideOf(pose, props.side()), form: form(width) }
}

function circle(props: Props, pose: Pose): Piece {
  return ink(props, pose, (width) => {
    const centre = placed(pose, props.place())
    const radius = props.size("radius")
    props.ignore("isOutline")
    if (!props.flag("isFilled"))
      // A line that covers its circle's inside is a disc.
      return Math.abs(width - 2 * radius) < 1e-6
        ? { kind: "area", shape: disc(centre, 4 * radius) }
        : { kind: "circle", centre, radiusMm: radius, widthMm: width }
    return { kind: "area", shape: disc(centre, 2 * radius) }
  })
}

function silkRect(props: Props, pose: Pose): Piece {
  return ink(props, pose, (width) => {
    const own = inside(pose, props.place(), props.angle("pcbRotation"))
    const shape = rectangle(own, props.size("width"), props.size("height"), own.rotationDeg)
    const stroke = props.text("stroke")
    if (stroke === "dashed") throw new NotDrawn("is dashed, which is not built: draw its lines")
    const [first] = shape.core
    if (props.flag("filled"))
      return { kind: "area", shape: { core: shape.core, radius: stroke === "none" ? 0 : width / 2 } }
    return { kind: "lines", points: first === undefined ? [] : [...shape.core, first], widthMm: width }
  })
}

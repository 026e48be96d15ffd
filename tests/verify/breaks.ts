import { Sheet } from "./sheet"
import type { SmallBoard } from "./small-board"

type Break = (board: SmallBoard) => void

/** A hair to either side of a limit, mm. */
const hair = 0.002

const hole = (x: number, y: number, d: number, more: { via?: boolean; to?: [number, number] } = {}) => ({
  ...{ x, y, d },
  ...more,
})

/** A via with its rings, in order to stand anywhere. */
const via = (board: SmallBoard, x: number, y: number, ring = 0.6, drill = 0.3): void => {
  board.top.flash(`C,${ring}`, x, y)
  board.bottom.flash(`C,${ring}`, x, y)
  board.plated.push({ x, y, d: drill, via: true })
}

/** The bottom once more, as another level or with another track of net A. */
const bottomCopper = (level: string, ...trackOfA: [number, number][]): Sheet =>
  new Sheet(`Copper,${level},Bot`)
    .flash("C,1.8", -5, 3)
    .flash("C,0.6", -2, -2)
    .flash("C,0.6", 5, -2)
    .flash("R,1X1", 0, 2)
    .flash("R,1X1", 3, 2)
    .line(0.25, ...trackOfA)
    .line(0.25, [5, -2], [5, 0], [3, 2])

/** Slips in the files of a small board, each beside its limit where it has one. */
export const breaks: Readonly<Record<string, Break>> = {
  // Layers and frames.
  "no top mask": (b) => b.leaveOut("b-F_Mask.gts"),
  "no bottom silkscreen": (b) => b.leaveOut("b-B_Silkscreen.gbo"),
  "no paste": (b) => b.leaveOut("b-F_Paste.gtp", "b-B_Paste.gbp"),
  "no outline": (b) => b.leaveOut("b-Edge_Cuts.gm1"),
  "no bottom copper": (b) => b.leaveOut("b-B_Cu.gbl"),
  "no drills": (b) => b.leaveOut("b-PTH.drl", "b-NPTH.drl"),
  "bottom says it is the fourth layer": (b) => {
    b.bottom = bottomCopper("L4", [-2, -2], [-2, 0], [0, 2])
  },
  "empty top copper": (b) => {
    b.top = new Sheet("Copper,L1,Top")
  },
  "empty silkscreen": (b) => {
    b.silkTop = new Sheet("Legend,Top")
  },
  "notes 1.9 mm beside the board": (b) => b.silkTop.line(0.2, [11, 0], [11.8, 0]),
  "notes 3 mm beside the board": (b) => b.silkTop.line(0.2, [11, 0], [12.9, 0]),
  "notes below the board": (b) => b.silkTop.line(0.2, [0, -8], [1, -8]),
  "a drill file 100 mm off": (b) => {
    b.unplated = [hole(108, 3, 2)]
  },

  // Outline.
  "outline open by 0.2 mm": (b) => {
    b.outline = new Sheet("Profile,NP").line(0.1, [-10, -5], [10, -5], [10, 5], [-10, 5], [-10, -4.8])
  },
  "outline twice": (b) => b.outline.line(0.1, [-10, -5], [10, -5], [10, 5], [-10, 5], [-10, -5]),
  "outline crosses itself": (b) => {
    b.outline = new Sheet("Profile,NP").line(0.1, [-10, -5], [10, 5], [10, -5], [-10, 5], [-10, -5])
  },
  "a second board": (b) => b.outline.line(0.1, [12, 0], [20, 0], [20, 4], [12, 4], [12, 0]),
  "an opening within": (b) => b.outline.line(0.1, [7, -3], [8, -3], [8, -1], [7, -1], [7, -3]),
  "an opening half outside": (b) => b.outline.line(0.1, [9, -3], [11, -3], [11, -1], [9, -1], [9, -3]),
  "a board of 3 mm": (b) => {
    b.outline = new Sheet("Profile,NP").line(0.1, [-10, -5], [-7, -5], [-7, -2], [-10, -2], [-10, -5])
  },
  "a loose stroke in the outline": (b) => b.outline.line(0.1, [0, 4], [1, 4]),

  // Copper.
  "a short between A and B": (b) => b.top.line(0.25, [-5, 0], [5, 0]),
  "net A cut": (b) => {
    b.bottom = bottomCopper("L2", [-2, -2], [-2, 0])
  },
  "a pad without copper": (b) =>
    b.pads.push({ designator: "R9", pin: "1", net: "A", x: 0, y: -4, side: "top" }),
  "a pad to be left open on a track of A": (b) =>
    b.pads.push({ designator: "R1", pin: "3", net: undefined, x: -4, y: -1, side: "top" }),
  "tracks 0.15 mm apart, less a hair": (b) =>
    b.top.line(0.25, [6, 1], [6, 3]).line(0.25, [6.4 - hair, 1], [6.4 - hair, 3]),
  "tracks 0.2 mm apart, and a hair": (b) =>
    b.top.line(0.25, [6, 1], [6, 3]).line(0.25, [6.45 + hair, 1], [6.45 + hair, 3]),
  "copper 0.175 mm apart on the bottom": (b) =>
    b.bottom.line(0.25, [1, 3], [1, 1]).line(0.2, [0, 2], [0.6, 2]),
  "tracks of 0.19 mm": (b) => b.top.line(0.19, [5, 0], [5, 1]).line(0.19, [0, 3], [1, 3], [1, 3.5]),
  "tracks of 0.05 mm": (b) => b.bottom.line(0.05, [0, 2], [0, 4]),
  "copper 0.3 mm from the edge, less a hair": (b) => b.top.line(0.25, [0, 4.575 + hair], [1, 4.575 + hair]),
  "copper 0.1 mm from the edge": (b) => b.bottom.line(0.25, [9.775, 0], [9.775, 1]),
  "copper over the edge": (b) => b.top.line(0.25, [0, 4], [0, 6]),
  "an island": (b) => b.top.line(0.3, [7, -3], [8, -3]),
  "a floating region on the bottom": (b) => b.bottom.region([6, -4], [8, -4], [8, -3], [6, -3]),
  "a text in copper": (b) => b.bottom.line(0.2, [-7, -3], [-7, -4]).line(0.2, [-6.5, -3], [-6.5, -4]),

  // Holes.
  "a via of 0.19 mm": (b) => via(b, 0, -3, 0.6, 0.19),
  "a via of 0.29 mm": (b) => via(b, 0, -3, 0.6, 0.29),
  "a via's ring 0.12 mm": (b) => via(b, 0, -3, 0.54, 0.3),
  "a via's ring 0.06 mm": (b) => via(b, 0, -3, 0.42, 0.3),
  "a via off its ring": (b) => {
    b.top.flash("C,0.6", 0, -3)
    b.bottom.flash("C,0.6", 0, -3)
    b.plated.push({ x: 0.2, y: -3, d: 0.3, via: true })
  },
  "a pin's ring 0.15 mm": (b) => {
    b.top.flash("C,1.3", 0, -3)
    b.bottom.flash("C,1.3", 0, -3)
    b.maskTop.flash("C,1.4", 0, -3)
    b.maskBottom.flash("C,1.4", 0, -3)
    b.plated.push(hole(0, -3, 1))
    b.pads.push({ designator: "J2", pin: "1", net: "C", x: 0, y: -3, side: "both" })
  },
  "a plated hole without copper": (b) => b.plated.push(hole(0, -3, 0.8)),
  "a plated hole with copper on one side": (b) => {
    b.top.flash("C,1.4", 0, -3)
    b.plated.push(hole(0, -3, 0.8))
  },
  "an unplated hole of 0.4 mm": (b) => b.unplated.push(hole(0, -3, 0.4)),
  "a plated slot of 0.3 mm": (b) => {
    b.top.line(1, [0, -3], [1, -3])
    b.bottom.line(1, [0, -3], [1, -3])
    b.plated.push(hole(0, -3, 0.3, { to: [1, -3] }))
  },
  "an unplated slot of 0.8 mm": (b) => b.unplated.push(hole(0, -3, 0.8, { to: [1, -3] })),
  "holes into each other": (b) => b.unplated.push(hole(8.5, 3, 2)),
  "vias 0.2 mm apart": (b) => {
    via(b, 0, -3)
    via(b, 0.5 - hair, -3)
  },
  "vias 0.15 mm apart": (b) => {
    via(b, 0, -3)
    via(b, 0.45, -3)
  },
  "a via 0.4 mm from a pin": (b) => via(b, -5, 4.05),
  "a hole drilled twice": (b) => b.unplated.push(hole(8, 3, 2)),
  "a track 0.15 mm from a hole": (b) => b.top.line(0.2, [8, 1.75], [9, 1.75]),
  "a track over a hole": (b) => b.bottom.line(0.2, [8, 2], [8, 3]),
  "a track to a plated hole, of another net": (b) => b.top.line(0.2, [5, 0], [-4.3, 3.6]),
  "a hole that the circuit has not": (b) => {
    b.holes = [...b.plated, ...b.unplated].map(({ x, y, d }, i) => ({ x, y, diameter: d, plated: i < 3 }))
    b.unplated.push(hole(0, -3, 1))
  },
  "a hole not drilled, one of another size, one moved, one unplated": (b) => {
    b.holes = [...b.plated, ...b.unplated].map(({ x, y, d }, i) => ({ x, y, diameter: d, plated: i < 3 }))
    b.holes.push({ x: 0, y: -3, diameter: 1, plated: true })
    b.holes[0] = { x: -5, y: 3, diameter: 0.99, plated: true }
    b.holes[1] = { x: -2, y: -2.006, diameter: 0.3, plated: true }
    b.holes[3] = { x: 8, y: 3, diameter: 2, plated: true }
  },

  // Mask.
  "a pad without an opening": (b) => {
    b.maskBottom = new Sheet("Soldermask,Bot")
      .flash("R,1.1X1.1", 3, 2)
      .flash("C,1.9", -5, 3)
      .flash("C,2.1", 8, 3)
  },
  "an opening smaller than its pad": (b) => {
    b.maskBottom = new Sheet("Soldermask,Bot")
      .flash("R,0.8X1.1", 0, 2)
      .flash("R,1.1X1.1", 3, 2)
      .flash("C,1.9", -5, 3)
      .flash("C,2.1", 8, 3)
  },
  "an opening beside its pad": (b) => {
    b.maskTop = new Sheet("Soldermask,Top")
      .flash("R,1.1X1.1", -4.9, 0)
      .flash("R,1.1X1.1", 5, 0)
      .flash("C,1.9", -5, 3)
      .flash("C,2.1", 8, 3)
  },
  "an opening over a track": (b) => b.maskTop.flash("R,0.6X0.6", -3, -2),
  "an opening over nothing": (b) => b.maskBottom.flash("R,0.6X0.6", 6, -4),
  "openings 0.05 mm apart": (b) => b.maskTop.flash("R,0.4X1.1", 5.8, 0),
  "a via laid open": (b) => b.maskTop.flash("C,0.7", -2, -2),
  "a via laid open on both sides": (b) => {
    b.maskTop.flash("C,0.4", 5, -2)
    b.maskBottom.flash("C,0.4", 5, -2)
  },

  // Paste.
  "paste beside a pad": (b) => b.pasteTop.flash("R,0.5X0.5", 0, -3),
  "paste larger than its pad": (b) => b.pasteBottom.flash("R,1.3X0.9", 0, 2),
  "paste over a plated hole": (b) => b.pasteTop.flash("C,1.5", -5, 3),
  "a pad without paste": (b) => {
    b.pasteBottom = new Sheet("Paste,Bot").flash("R,0.9X0.9", 0, 2)
  },
  "three pads of a part with paste, one without": (b) => {
    for (const [i, x] of [-8, -7, 7, 8.5].entries()) {
      b.top.flash("R,0.5X0.5", x, -4)
      b.maskTop.flash("R,0.6X0.6", x, -4)
      if (i < 3) b.pasteTop.flash("R,0.45X0.45", x, -4)
      b.pads.push({ designator: "U1", pin: `${i + 1}`, net: `N${i}`, x, y: -4, side: "top" })
    }
  },
  "little paste on a large pad": (b) => {
    b.top.flash("R,3X3", 0, -3)
    b.maskTop.flash("R,3.1X3.1", 0, -3)
    b.pasteTop.flash("R,0.8X0.8", 0, -3)
    b.pads.push({ designator: "U1", pin: "1", net: "C", x: 0, y: -3, side: "top" })
  },
  "a large pad all under paste": (b) => {
    b.top.flash("R,3X3", 0, -3)
    b.maskTop.flash("R,3.1X3.1", 0, -3)
    b.pasteTop.flash("R,3X3", 0, -3)
    b.pads.push({ designator: "U1", pin: "1", net: "C", x: 0, y: -3, side: "top" })
  },

  // Silkscreen.
  "silkscreen lines of 0.14 and 0.1 mm": (b) =>
    b.silkTop.line(0.14, [0, -4], [2, -4]).line(0.1, [3, -4], [4, -4]),
  "a silkscreen line of 0.05 mm": (b) => b.silkBottom.line(0.05, [-6, -4], [-4, -4]),
  "silkscreen 0.14 mm from an opening": (b) => b.silkTop.line(0.15, [4.5, -0.765], [5.5, -0.765]),
  "silkscreen into an opening": (b) => b.silkBottom.line(0.15, [0, 2], [0, 4]),
  "silkscreen over a hole": (b) => b.silkTop.line(0.15, [7, 3], [9, 3]),
  "silkscreen over the edge": (b) => b.silkBottom.line(0.15, [9, 0], [10.5, 0]),
  "silkscreen beside the board": (b) => b.silkTop.line(0.15, [10.5, 0], [11, 0]),
  "a text of 0.9 mm": (b) => {
    b.texts = [{ text: "H", side: "top", fontSizeMm: 1.5, rotationDeg: 0, x: 6.5, y: -3.5, centred: true }]
    b.silkTop
      .line(0.15, [6.2, -3.95], [6.2, -3.05])
      .line(0.15, [6.8, -3.95], [6.8, -3.05])
      .line(0.15, [6.2, -3.5], [6.8, -3.5])
  },
  "a text that is not drawn": (b) => {
    b.texts = [
      { text: "H", side: "bottom", fontSizeMm: 1.5, rotationDeg: 90, x: 6.5, y: -3.5, centred: false },
    ]
  },

  // What importers take wrong.
  "an aperture macro with a variable": (b) => b.top.raw("%AMBAR*21,1,$1,$2,0,0,0*%", "%ADD90BAR,1X2*%"),
  "a rotation of apertures": (b) => b.silkTop.raw("%LR45*%"),
  "clear copper": (b) => b.top.raw("%LPC*%").line(0.3, [-3, -1.5], [-3, -2.5]).raw("%LPD*%"),
}

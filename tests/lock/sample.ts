import type { LockFacts } from "../../src/lock/facts"
import type { Lock } from "../../src/lock/lock"
import { lockOf } from "../../src/lock/lock-of"
import type { Board } from "../../src/model/board"
import type { GuideStep } from "../../src/model/guide"
import type { Land, LandPad, Package } from "../../src/model/package"
import type { Part } from "../../src/model/part"

/** A small board that has one of everything, as plain data that a test may change: what is written is a copy. */

const land = (pads: readonly LandPad[]): Land => ({
  pads,
  silk: [],
  courtyard: { shape: "rect", x: 0, y: 0, width: 4, height: 2 },
})

const chip = (name: string, width: number): Package => ({
  name,
  source: "the test",
  land: land([1, 2].map((pin) => ({ pin, x: pin === 1 ? -1 : 1, y: 0, width, height: 1.4, paste: "full" }))),
})

const header: Package = {
  name: "header 1x3",
  source: "the test",
  land: land(
    [1, 2, 3].map((pin) => ({
      pin,
      x: (pin - 2) * 2.54,
      y: 0,
      width: 1.7,
      height: 1.7,
      shape: "circle",
      holeMm: 1,
      paste: "none",
    })),
  ),
}

const quad: Package = {
  name: "QFN-4",
  source: "the test",
  land: land([
    ...[1, 2, 3, 4].map(
      (pin): LandPad => ({ pin, x: pin - 2.5, y: 2, width: 0.3, height: 0.8, paste: "full" }),
    ),
    ...[-0.5, 0.5].map((x): LandPad => ({ pin: 5, x, y: 0, width: 0.9, height: 0.9, paste: 0.7 })),
  ]),
}

const part = (id: string, value: string, house: Package, number: string | undefined, pins: number): Part => ({
  id,
  kind: "other",
  value,
  description: value,
  package: house,
  pins: Array.from({ length: pins }, (_, index) => ({
    number: index + 1,
    name: `${index + 1}`,
    role: index === 0 && pins > 3 ? "power-in" : "passive",
  })),
  ...(number === undefined ? {} : { manufacturer: "Maker", mpn: `M-${id}` }),
  numbers: {
    fab:
      number === undefined
        ? { none: "not sold there" }
        : { number, class: "basic", trust: "high", evidence: "seen" },
  },
  assembly: number === undefined ? { by: "hand", reason: "a plug" } : { by: "machine" },
  height: { unknown: "not asked" },
  polarised: false,
})

const resistor = part("r-0805-10k", "10k", chip("0805", 1.15), "C17414", 2)
const capacitor = part("c-0805-100n", "100nF", chip("0805", 1.15), "C49678", 2)

const pour = {
  net: "GND",
  layers: ["top" as const, "bottom" as const],
  clearanceMm: 0.25,
  boardEdgeMm: 0.4,
  minWidthMm: 0.25,
  thermalGapMm: 0.25,
  thermalSpokeMm: 0.3,
}

export const board: Board = {
  id: "small",
  title: "Small board",
  revision: "1.00",
  fab: "fab",
  fabs: ["fab"],
  home: { fab: "fab", plans: ["economic-top", "hand"] },
  outline: [
    { x: -10, y: -5 },
    { x: 10, y: -5 },
    { x: 10, y: 5 },
    { x: -10, y: 5 },
  ],
  layers: 2,
  thicknessMm: 1.6,
  scenarios: [],
  mountingHoles: [{ designator: "H1", x: -8, y: 3, drillMm: 3.2 }],
  keepouts: [{ name: "antenna", minX: 5, maxX: 9, minY: -4, maxY: -1 }],
  placements: [],
  nets: {},
  claims: [
    {
      id: "erc/budgets",
      title: "the drop from J1 to U1",
      says: { from: "J1.1", to: "U1.1", through: ["R1"], limit: "0.1 V", load: { amperes: 0.25 } },
      check: () => ({ findings: [] }),
    },
  ],
  jumper: {
    part: "J1",
    states: [
      { name: "J1 open", joins: [], use: "legal", supplies: [], connects: [], note: "as delivered" },
      {
        name: "J1 2-3",
        joins: [["J1.2", "J1.3"]],
        use: "avoid",
        supplies: ["adapter"],
        connects: [["SIGNAL", "GND"]],
        note: "for programming",
      },
    ],
    watch: [["SIGNAL", "GND"]],
    mains: [{ id: "mains", title: "24 V", pins: ["J1.1"] }],
    switched: [],
    consumers: [],
  },
  firmware: { "U1.3": "input" },
  castellated: [],
  fixedPads: { "J1.1": { x: 2, y: -3 } },
  handSoldered: { pads: ["J1.1"], pourGapMm: 0.4, trackGapMm: 1 },
  variants: {
    full: { title: "everything", notFitted: [] },
    plain: { title: "without C2", notFitted: ["C2"] },
  },
  defaultVariant: "full",
  exactlyOne: [],
  ownPinNames: [],
  pinWords: [],
  plans: ["economic-top", "hand"],
  netClasses: [
    { name: "power", nets: ["V24"], widthMm: 0.6, clearanceMm: 0.2 },
    { name: "signal", nets: ["SIGNAL", "GND"], widthMm: 0.25, clearanceMm: 0.2 },
  ],
  via: { diameterMm: 0.6, drillMm: 0.3 },
  pour,
  pours: [pour],
  cutouts: [],
  waivers: [{ rule: "erc/no-number", names: ["J1"], reason: "bought by its description" }],
  silkscreen: [],
  guide: {
    phases: [
      {
        title: "Set the voltage",
        steps: [
          {
            id: "set",
            title: "Set the supply",
            text: ["Feed 24 V into J1. Turn the screw until J1, pin 2, shows 3.4 to 3.5 V against ground."],
            warnings: ["3.6 V is all that U1 stands."],
            jumpers: "J1 open",
          },
        ],
      },
    ],
  },
  space: [{ side: "top", limitMm: 8, source: "the case" }],
  figures: [],
  parts: {
    R1: resistor,
    C1: capacitor,
    C2: capacitor,
    C3: capacitor,
    U1: part("u-driver", "DRV", quad, "C5", 5),
    J1: part("j-1x3", "1x3", header, undefined, 3),
  },
  lines: {},
}

export const facts: LockFacts = {
  nets: [
    { name: "V24", pins: ["J1.1", "R1.1"] },
    { name: "SIGNAL", pins: ["R1.2", "U1.1", "C1.1", "C2.1", "C3.1"] },
    { name: "GND", pins: ["J1.3", "C1.2", "C2.2", "C3.2", "U1.5"] },
  ],
  openPins: ["J1.2", "U1.2", "U1.3", "U1.4"],
  netFacts: {
    V24: { title: "24 V", kind: "power", nominalVolts: 24, maxVolts: 30 },
    SIGNAL: { title: "signal", kind: "signal" },
    GND: { title: "ground", kind: "ground", nominalVolts: 0 },
  },
  legends: [
    { text: "RUN", side: "top", capitalMm: 1, turnDeg: 0, at: "J1.3" },
    { text: "24V", side: "top", capitalMm: 1, turnDeg: 90, at: "J1.1" },
    { text: "-", side: "top", capitalMm: 1.2, turnDeg: 0, at: "J1.1" },
    { text: "R1", side: "top", capitalMm: 1, turnDeg: 0, at: "R1" },
    { text: "Small board | v1.00", side: "bottom", capitalMm: 1.5, turnDeg: 0 },
  ],
  holes: [{ x: -8, y: 3, drillMm: 3.2 }],
  assembly: ["full", "plain"].flatMap((variant) => [
    {
      plan: "economic-top",
      variant,
      machine: ["R1", "C1", "C3", "U1", ...(variant === "full" ? ["C2"] : [])],
      hand: ["J1"],
    },
    {
      plan: "hand",
      variant,
      machine: [],
      hand: ["R1", "C1", "C3", "U1", "J1", ...(variant === "full" ? ["C2"] : [])],
    },
  ]),
  limits: [{ id: "track-width", ours: 0.2, fab: 0.1, unit: "mm" }],
}

/** Data that a test may write to. */
export type Draft<T> = T extends (...args: never[]) => unknown
  ? T
  : T extends object
    ? { -readonly [K in keyof T]: Draft<T[K]> }
    : T

export type PlainStep = Draft<GuideStep>

export interface Source {
  board: Draft<Board>
  facts: Draft<LockFacts>
}

/** A copy of the sample: each part has a record of its own, each package is one. */
export function source(): Source {
  const fresh = copy({ board, facts })
  const packages = new Map<string, Draft<Package>>()
  for (const own of Object.values(fresh.board.parts)) {
    const shared = packages.get(own.package.name) ?? own.package
    packages.set(own.package.name, shared)
    own.package = shared
  }
  return fresh
}

export function copy<T>(value: T): Draft<T> {
  if (Array.isArray(value)) return value.map(copy) as Draft<T>
  if (typeof value !== "object" || value === null) return value as Draft<T>
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item)])) as Draft<T>
}

/** The sample's lock after an edit of its source. */
export function lockAfter(edit: (source: Source) => void = () => {}): Lock {
  const edited = source()
  edit(edited)
  return lockOf(edited.board as Board, edited.facts)
}

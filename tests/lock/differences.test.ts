import { describe, expect, it } from "vitest"
import { lockDifferences } from "../../src/lock/differences"
import { formatLock } from "../../src/lock/lock"
import type { LandPad } from "../../src/model/package"
import { copy, lockAfter, type PlainStep, type Source } from "./sample"

const accepted = lockAfter()

/** What a person reads after an edit. */
const words = (edit: (source: Source) => void): string[] => lockDifferences(accepted, lockAfter(edit))

/** Lines of the file that an edit takes away or brings; a comma is no change. */
function changedLines(edit: (source: Source) => void): number {
  const [before, after] = [accepted, lockAfter(edit)].map((lock) =>
    formatLock(lock)
      .split("\n")
      .map((line) => line.replace(/,$/, "")),
  ) as [string[], string[]]
  const gone = before.filter((line) => !after.includes(line))
  const come = after.filter((line) => !before.includes(line))
  return Math.max(gone.length, come.length)
}

/** Sets what stands at a path of the source: "board.outline.1.x". */
const set =
  (path: string, value: unknown) =>
  (source: Source): void => {
    const keys = path.split(".")
    const last = keys.pop() ?? ""
    let holder: unknown = source
    for (const key of keys) holder = Reflect.get(Object(holder), key)
    if (!Reflect.has(Object(holder), last)) throw new Error(`no ${path} in the sample`)
    Reflect.set(Object(holder), last, value)
  }

const step = ({ board }: Source): PlainStep => board.guide?.phases[0]?.steps[0] as PlainStep

const reword =
  (old: string, now: string) =>
  (source: Source): void => {
    step(source).text = step(source).text.map((text) => text.replace(old, now))
  }

/** Takes a pin off its net, or from the open ones. */
function free({ facts }: Source, pin: string): void {
  for (const net of facts.nets) net.pins = net.pins.filter((name) => name !== pin)
  facts.openPins = facts.openPins.filter((name) => name !== pin)
}

function join(source: Source, pin: string, net: string): void {
  free(source, pin)
  const found = source.facts.nets.find(({ name }) => name === net)
  if (found === undefined) source.facts.nets.push({ name: net, pins: [pin] })
  else found.pins.push(pin)
}

describe("an edit is said in plain words, as one line", () => {
  const edits: readonly (readonly [string, (source: Source) => void, string])[] = [
    ["thickness", set("board.thicknessMm", 0.8), "thickness: 1.6 -> 0.8 mm"],
    ["title", set("board.title", "Other board"), "title: Small -> Other board"],
    ["revision", set("board.revision", "1.01"), "revision: 1.00 -> 1.01"],
    ["fab house", set("board.fabs", ["other"]), "fab: fab -> other"],
    ["a corner", set("board.outline.1.x", 12), "outline: x 10 -> 12 y -5"],
    ["a via", set("board.via.drillMm", 0.2), "via: drillMm 0.3 -> 0.2"],
    ["a pour's gap", set("board.pours.0.clearanceMm", 0.2), "pour: clearanceMm 0.25 -> 0.2"],
    ["a pour's layer", ({ board }) => void board.pours[0]?.layers.pop(), "pour: layers bottom gone"],
    ["a plan", ({ board }) => void board.plans.pop(), "plans: hand gone"],
    [
      "hand soldered",
      set("board.handSoldered", undefined),
      "hand soldered gone (was pads: J1.1 | pourGapMm: 0.4 | trackGapMm: 1)",
    ],
    ["a hole's size", set("facts.holes.0.drillMm", 2.5), "hole H1: 3.2 -> 2.5 mm"],
    [
      "a hole's place",
      (source) => {
        set("facts.holes.0.x", -7)(source)
        set("board.mountingHoles.0.x", -7)(source)
      },
      "hole H1: x -8 -> -7 y 3",
    ],
    ["a hole less", ({ facts }) => void facts.holes.pop(), "hole H1 gone (was 3.2 mm, x -8 y 3)"],
    [
      "a hole nobody named",
      ({ facts }) => void facts.holes.push({ x: 1, y: 2, drillMm: 1 }),
      "hole at x 1 y 2 new: 1 mm, x 1 y 2",
    ],
    ["a keepout", set("board.keepouts.0.maxX", 8), "keepout antenna: maxX 9 -> 8"],
    ["a fixed pad", set("board.fixedPads", { "J1.1": { x: 3, y: -3 } }), "fixed pad J1.1: x 2 -> 3 y -3"],
    ["a fixed pad less", set("board.fixedPads", {}), "fixed pad J1.1 gone (was x 2 y -3)"],
    ["a height", set("board.space.0.limitMm", 9), "height over the top: limitMm 8 -> 9"],
    ["a legend's word", set("facts.legends.0.text", "PROG"), "legend at J1.3: 'RUN' -> 'PROG'"],
    ["one of two legends at a pin", set("facts.legends.2.text", "+"), "legend at J1.1: '-' -> '+'"],
    ["a legend's size", set("facts.legends.0.capitalMm", 0.8), "legend at J1.3: 1 -> 0.8 mm"],
    ["a legend's direction", set("facts.legends.0.turnDeg", 90), "legend at J1.3: reads upwards new"],
    ["a legend less", ({ facts }) => void facts.legends.shift(), "legend at J1.3 gone (was 'RUN', 1 mm)"],
    [
      "a legend more",
      ({ facts }) => void facts.legends.push({ text: "U1", side: "top", capitalMm: 1, turnDeg: 0, at: "U1" }),
      "legend at U1 new: 'U1', 1 mm",
    ],
    [
      "a part's number",
      set("board.parts.R1.numbers", {
        fab: { number: "C17513", class: "basic", trust: "high", evidence: "seen" },
      }),
      "R1's number fab C17414 -> C17513",
    ],
    ["a part's value", set("board.parts.R1.value", "1k"), "R1's value 10k -> 1k"],
    [
      "a maker's number",
      set("board.parts.R1.mpn", "M-other"),
      "R1's maker's number Maker M-r-0805-10k -> M-other",
    ],
    [
      "machine to hand",
      ({ facts }) => {
        for (const set of facts.assembly) {
          if (!set.machine.includes("R1")) continue
          set.machine = set.machine.filter((name) => name !== "R1")
          set.hand.push("R1")
        }
      },
      "R1: machine -> hand (economic-top)",
    ],
    [
      "a part in no list of one variant",
      ({ facts }) => {
        const [set] = facts.assembly
        if (set !== undefined) set.hand = []
      },
      "J1: hand -> hand, in no list (economic-top of full)",
    ],
    [
      "a claim's limit",
      ({ board }) => {
        const [claim] = board.claims
        if (claim !== undefined) claim.says = { ...claim.says, limit: "0.5 V" }
      },
      "claim erc/budgets: the drop from J1 to U1: limit 0.1 -> 0.5 V",
    ],
    [
      "deep in a claim",
      ({ board }) => {
        const [claim] = board.claims
        if (claim !== undefined) claim.says = { ...claim.says, load: { amperes: 0.05 } }
      },
      "claim erc/budgets: the drop from J1 to U1: load amperes 0.25 -> 0.05",
    ],
    [
      "a claim less",
      ({ board }) => void board.claims.pop(),
      "claim erc/budgets: the drop from J1 to U1 gone (was from: J1.1 | limit: 0.1 V | load amperes: 0.25 | through: R1 | to: U1.1)",
    ],
    [
      "a claim's title",
      set("board.claims.0.title", "the drop"),
      "claim erc/budgets: the drop from J1 to U1 is now erc/budgets: the drop (from: J1.1 | limit: 0.1 V | load amperes: 0.25 | through: R1 | to: U1.1)",
    ],
    [
      "a jumper's state",
      set("board.jumper.states.1.use", "legal"),
      "jumper: state J1 2-3: use avoid -> legal",
    ],
    [
      "what a state joins",
      set("board.jumper.states.1.joins", [["J1.1", "J1.2"]]),
      "jumper: state J1 2-3: joins J1.2-J1.3 -> J1.1-J1.2",
    ],
    ["a firmware pin", set("board.firmware", { "U1.3": "output" }), "firmware's U1.3: input -> output"],
    ["a net's volts", set("facts.netFacts.V24.maxVolts", 36), "facts of net V24: maxVolts 30 -> 36"],
    ["a net class's width", set("board.netClasses.0.widthMm", 0.3), "net class power: widthMm 0.6 -> 0.3"],
    [
      "a waiver more",
      ({ board }) => void board.waivers.push({ rule: "drc/clearance", reason: "close enough" }),
      "waiver of drc/clearance new: close enough",
    ],
    [
      "a waiver's reason",
      set("board.waivers.0.reason", "bought by its looks"),
      "waiver of erc/no-number for J1: bought by its description -> looks",
    ],
    [
      "a waiver that accepts more",
      set("board.waivers.0.names", []),
      "waiver of erc/no-number for J1 is now erc/no-number (bought by its description)",
    ],
    ["a limit", set("facts.limits.0.ours", 0.15), "limit track-width: ours 0.2 -> 0.15"],
    ["a variant's parts", set("board.variants.full.notFitted", ["U1"]), "variant full: notFitted none -> U1"],
    ["the default variant", set("board.defaultVariant", "plain"), "default variant: full -> plain"],
    [
      "the guide's voltage",
      reword("3.4 to 3.5", "4.4 to 4.5"),
      "guide, set: ... J1, pin 2, shows 3.4 to 3.5 -> 4.4 to 4.5 V against ground.",
    ],
    ["the guide's supply", reword("24 V", "12 V"), "guide, set: Feed 24 -> 12 V into J1."],
    [
      "a warning less",
      set("board.guide.phases.0.steps.0.warnings", []),
      "guide, sentence gone: set, warning: 3.6 V is all that U1 stands.",
    ],
    [
      "a sentence more",
      (source) => void step(source).text.push("Let it cool."),
      "guide, new sentence: set: Let it cool.",
    ],
    [
      "the guide's jumpers",
      set("board.guide.phases.0.steps.0.jumpers", "J1 2-3"),
      "guide, set, jumpers: J1 open -> 2-3",
    ],
  ]

  it.each(edits)("%s", (_, edit, said) => {
    expect(words(edit)).toEqual([said])
    expect(changedLines(edit)).toBe(1)
  })

  it("nothing, where nothing changed", () => expect(words(() => {})).toEqual([]))
})

describe("nets", () => {
  it("an open pin that is used: the pin says where it went", () => {
    expect(words((source) => join(source, "U1.2", "STATUS_LED"))).toEqual(["U1.2: open -> STATUS_LED"])
    expect(words((source) => join(source, "U1.2", "GND"))).toEqual(["U1.2: open -> GND"])
  })

  it("a pin that is left open, and one on another net", () => {
    const open = (source: Source): void => {
      free(source, "C1.1")
      source.facts.openPins.push("C1.1")
    }
    expect(words(open)).toEqual(["C1.1: SIGNAL -> open"])
    expect(words((source) => join(source, "C1.1", "V24"))).toEqual(["C1.1: SIGNAL -> V24"])
    expect(changedLines((source) => join(source, "C1.1", "V24"))).toBe(2)
  })

  it("two pins that are swapped", () => {
    const swap = (source: Source): void => {
      join(source, "C1.1", "GND")
      join(source, "C1.2", "SIGNAL")
    }
    expect(words(swap)).toEqual(["C1.1: SIGNAL -> GND", "C1.2: GND -> SIGNAL"])
  })

  it("equal moves are one line", () => {
    const short = (source: Source): void => {
      for (const pin of ["C1.1", "C2.1", "C3.1"]) join(source, pin, "V24")
    }
    expect(words(short)).toEqual(["C1.1, C2.1, C3.1: SIGNAL -> V24"])
  })

  it("a renamed net, wherever it is named", () => {
    const rename = ({ board, facts }: Source): void => {
      for (const net of facts.nets) if (net.name === "V24") net.name = "VIN"
      facts.netFacts = Object.fromEntries(
        Object.entries(facts.netFacts).map(([name, said]) => [name === "V24" ? "VIN" : name, said]),
      )
      for (const netClass of board.netClasses) {
        netClass.nets = netClass.nets.map((name) => (name === "V24" ? "VIN" : name))
      }
    }
    expect(words(rename)).toEqual(["net V24 renamed to VIN (same pins)"])
    const andMore = (source: Source): void => {
      rename(source)
      ;(source.facts.netFacts.VIN as { maxVolts: number }).maxVolts = 36
    }
    expect(words(andMore)).toEqual([
      "net V24 renamed to VIN (same pins)",
      "facts of net VIN: maxVolts 30 -> 36",
    ])
  })

  it("a name that two nets swap is no renaming", () => {
    const swap = ({ facts }: Source): void => {
      for (const net of facts.nets) {
        net.name = net.name === "V24" ? "GND" : net.name === "GND" ? "V24" : net.name
      }
    }
    expect(words(swap)).toEqual(["C1.2, C2.2, C3.2, J1.3, U1.5: GND -> V24", "J1.1, R1.1: V24 -> GND"])
  })

  it("a renamed net that lost a pin says each pin", () => {
    const change = (source: Source): void => {
      for (const net of source.facts.nets) if (net.name === "V24") net.name = "VIN"
      free(source, "R1.1")
      source.facts.openPins.push("R1.1")
    }
    expect(words(change)).toEqual(["J1.1: V24 -> VIN", "R1.1: V24 -> open"])
  })

  it("a net without a pin", () => {
    expect(words(({ facts }) => void facts.nets.push({ name: "SPARE", pins: [] }))).toEqual([
      "net SPARE new, without pins",
    ])
  })
})

describe("parts", () => {
  const add = (source: Source, name: string, like: string, nets: readonly string[]): void => {
    source.board.parts = {
      ...source.board.parts,
      [name]: source.board.parts[like] as Source["board"]["parts"][string],
    }
    nets.forEach((net, index) => void join(source, `${name}.${index + 1}`, net))
    for (const set of source.facts.assembly) (set.machine.includes(like) ? set.machine : set.hand).push(name)
  }
  const remove = (source: Source, name: string): void => {
    source.board.parts = Object.fromEntries(
      Object.entries(source.board.parts).filter(([part]) => part !== name),
    )
    for (const pin of ["1", "2"]) free(source, `${name}.${pin}`)
    for (const set of source.facts.assembly) {
      set.machine = set.machine.filter((part) => part !== name)
      set.hand = set.hand.filter((part) => part !== name)
    }
  }

  it("new ones, and where their pins are", () => {
    const led = (source: Source): void => {
      add(source, "C6", "C1", ["V24", "GND"])
      add(source, "C7", "C1", ["V24", "GND"])
      add(source, "R8", "R1", ["STATUS_LED", "LED_A"])
      join(source, "U1.2", "STATUS_LED")
    }
    expect(words(led)).toEqual([
      "C6, C7 (100nF, 0805, fab C49678, machine (economic-top)), R8 (10k, 0805, fab C17414, machine (economic-top)) new",
      "U1.2: open -> STATUS_LED",
      "net V24: C6.1, C7.1 new",
      "net GND: C6.2, C7.2 new",
      "new net STATUS_LED: R8.1 new",
      "new net LED_A: R8.2 new",
    ])
  })

  it("one less", () => {
    expect(words((source) => remove(source, "C1"))).toEqual([
      "C1 gone",
      "net SIGNAL: C1.1 gone",
      "net GND: C1.2 gone",
    ])
  })

  it("equal changes are one line with a range", () => {
    const hand = ({ facts }: Source): void => {
      for (const set of facts.assembly) {
        set.hand.push(...set.machine.filter((name) => name.startsWith("C")))
        set.machine = set.machine.filter((name) => !name.startsWith("C"))
      }
    }
    expect(words(hand)).toEqual(["C1-C3: machine -> hand (economic-top)"])
  })

  it("a renumbered one, wherever it is named", () => {
    const renumber = (source: Source): void => {
      add(source, "R11", "R1", ["V24", "SIGNAL"])
      remove(source, "R1")
      const legend = source.facts.legends[3] as { text: string; at: string }
      legend.text = "R11"
      legend.at = "R11"
      const [claim] = source.board.claims
      if (claim !== undefined) claim.says = { ...claim.says, through: ["R11"] }
    }
    expect(words(renumber)).toEqual(["renumbered (same part on the same nets): R1 -> R11"])
    const withOther = (source: Source): void => {
      renumber(source)
      ;(source.board.parts.R11 as { value: string }).value = "1k"
    }
    expect(words(withOther)).toContain("R1 gone")
  })

  it("a pin more on a part that was there", () => {
    expect(words(({ facts }) => void facts.openPins.push("U1.6"))).toEqual(["open: U1.6 new"])
  })
})

describe("lands", () => {
  const lands = (change: Partial<LandPad>, of: string, only?: number): string[] =>
    words(({ board }) => {
      for (const part of Object.values(board.parts)) {
        if (part.package.name !== of) continue
        for (const pad of part.package.land.pads) {
          if (only === undefined || pad.pin === only) Object.assign(pad, change)
        }
      }
    })

  it("one pad", () => {
    expect(lands({ width: 0.6, height: 0.5 }, "0805", 1)).toEqual([
      "land of 0805: pad 1 1.15 x 1.4 -> 0.6 x 0.5 mm",
    ])
  })

  it("all pads, the same way", () => {
    expect(lands({ height: 1.2 }, "0805")).toEqual(["land of 0805: pad 1, 2 1.15 x 1.4 -> 1.2 mm"])
  })

  it("a hole, paste, and one square of several on a pin", () => {
    expect(lands({ holeMm: 0.9 }, "header 1x3")).toEqual(["land of header 1x3: pad 1-3 hole 1 -> 0.9 mm"])
    expect(lands({ paste: "none" }, "0805")).toEqual(["land of 0805: pad 1, 2 paste full -> none"])
    const square = words(({ board }) => {
      const pad = board.parts.U1?.package.land.pads[5]
      if (pad !== undefined) pad.paste = 0.5
    })
    expect(square).toEqual(["land of QFN-4: pad 5 paste 0.7 x 0.7 -> 0.5 x 0.5 mm"])
  })

  it("another package brings its land", () => {
    const other = words(({ board }) => {
      const part = board.parts.R1
      if (part === undefined) return
      part.package = { ...copy(part.package), name: "0603" }
      for (const pad of part.package.land.pads) pad.width = 0.8
    })
    expect(other).toEqual(["R1's package 0805 -> 0603", "land of 0603 new"])
  })

  it("two lands of one name are told apart", () => {
    const odd = words(({ board }) => {
      const part = board.parts.R1
      if (part === undefined) return
      part.package = copy(part.package)
      for (const pad of part.package.land.pads) pad.width = 0.8
    })
    expect(odd).toEqual(["land of 0805 of R1 new"])
  })
})

it("a legend that moves says from where to where; two that swap, both", () => {
  const move = words(set("facts.legends.0.at", "J1.2"))
  expect(move).toEqual(["legend 'RUN', 1 mm: J1.3 -> J1.2"])
  const swap = words(({ facts }) => {
    ;(facts.legends[0] as { at: string }).at = "R1"
    ;(facts.legends[3] as { at: string }).at = "J1.3"
  })
  expect(swap).toEqual(["legend at J1.3: 'RUN' -> 'R1'", "legend at R1: 'R1' -> 'RUN'"])
})

it("the guide in another order", () => {
  const order = words((source) => void step(source).text.push(step(source).text.shift() ?? "", ""))
  expect(order.length).toBeGreaterThan(0)
})

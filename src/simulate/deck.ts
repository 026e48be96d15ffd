import { designatorOf, netName, pinsNamed } from "../circuit/view"
import type { CircuitPart, CircuitView } from "../model/circuit-view"
import type { Pin } from "../model/part"
import type { BenchItem, Quantity, Scenario, SpiceModel, Waveform } from "../model/simulation"
import { naturalOrder } from "../natural-order"
import { benchLines, benchSense } from "./bench"
import { nodeNames, nodeOfPin, openNode, unitsOf, word } from "./units"
import { spiceNumber, waveformText } from "./waveform"

/** A circuit as ngspice reads it, and where in its answer each quantity is. */
export interface Deck {
  readonly text: string
  /** Vectors that the measures and pictures need. */
  readonly save: readonly string[]
  /** Quantity, as {@link quantityKey} -> the vectors it is made of. */
  readonly reads: Readonly<Record<string, Reading>>
  /** Parts without a model, each with the reason that it needs none. */
  readonly leftOut: readonly { readonly part: string; readonly because: string }[]
  /** Sources of the models, and what they do not show. */
  readonly models: readonly {
    readonly name: string
    readonly parts: readonly string[]
    readonly source: string
    readonly without?: string
  }[]
  readonly faults: readonly DeckFault[]
}

/** Volts from plus to minus, or amperes, or the product of both. */
export interface Reading {
  readonly plus?: string
  readonly minus?: string
  readonly amperes?: string
}

export interface DeckFault {
  readonly message: string
  readonly parts: readonly string[]
}

type FullModel = Exclude<SpiceModel, { leftOut: string }>

export const quantityKey = (of: Quantity): string =>
  "volts" in of ? `V ${of.volts} ${of.against ?? ""}` : "amperes" in of ? `A ${of.amperes}` : `W ${of.watts}`

/** Every quantity that a scenario asks for, each once. */
export function quantitiesOf({ measures, panels }: Scenario): Quantity[] {
  const all = [
    ...measures.flatMap(({ figure }) => ("of" in figure ? [figure.of] : [figure.from.of, figure.until.of])),
    ...panels.flatMap(({ traces }) => traces.map(({ of }) => of)),
  ]
  return [...new Map(all.map((of) => [quantityKey(of), of])).values()]
}

/** A pin's node within its part's model. */
export const pinNode = ({ number, name, label }: Pick<Pin, "number" | "name" | "label">): string =>
  word(label ?? (name === String(number) ? `p${number}` : name))

/** The circuit in one scenario as a deck. Faults are all told, none thrown; with any of them the text is not to be run. */
export function deckOf(title: string, circuit: CircuitView, scenario: Scenario): Deck {
  const faults: DeckFault[] = []
  const fault = (message: string, ...parts: string[]): void => void faults.push({ message, parts })
  const nodes = nodeNames(circuit)
  const variant = scenario.variant ?? circuit.defaultVariant
  const notFitted = new Set(circuit.variants.find(({ name }) => name === variant)?.notFitted ?? [])
  if (!circuit.variants.some(({ name }) => name === variant)) fault(`there is no variant "${variant}"`)
  const jumper = circuit.jumper?.states.find(({ name }) => name === scenario.jumper)
  if (scenario.jumper !== undefined && jumper === undefined)
    fault(`there is no jumper state "${scenario.jumper}"`)

  /** Node of a pin ("U2.3V3", "U2.2") or net. */
  const nodeOf = (place: string): string | undefined => {
    const net = circuit.nets.find(({ names }) => names.includes(place))
    if (net !== undefined) return nodes.get(net.name)
    const [designator, pin] = [designatorOf(place), place.slice(place.lastIndexOf(".") + 1)]
    const found = pinsNamed(circuit, designator, pin)
    const on = found.map((one) => netName(circuit, one)).find((one) => one !== undefined)
    if (on !== undefined) return nodes.get(on)
    return found[0] === undefined ? undefined : openNode(found[0])
  }
  const nodeAt = (place: string, who: string): string => {
    const node = nodeOf(place)
    if (node === undefined) fault(`${who}: there is no pin and no net "${place}"`)
    return node ?? "0"
  }

  const quantities = quantitiesOf(scenario)
  const sensed = new Set(
    quantities.flatMap((of) => ("amperes" in of && of.amperes.includes(".") ? [of.amperes] : [])),
  )
  const subcircuits = new Map<string, string[]>()
  const used = new Map<string, { parts: string[]; model: FullModel }>()
  const leftOut: { part: string; because: string }[] = []
  const instances: string[] = []
  /** Pin, by number or name -> the source of no volts that its current goes through. */
  const currents = new Map<string, string>()

  for (const unit of unitsOf(circuit, notFitted)) {
    const { name, parts, model } = unit
    if (model === undefined) {
      fault(
        `${name} (${parts[0]?.record.value}) has no model: its record needs \`spice\`, a model or why it is left out`,
        ...parts.map(({ designator }) => designator),
      )
      continue
    }
    if ("leftOut" in model) {
      leftOut.push({ part: name, because: model.leftOut })
      continue
    }
    const pins = parts.flatMap(({ designator, record }) =>
      record.pins.map((pin) => ({ pin, id: `${designator}.${pin.number}`, node: pinNode(pin) })),
    )
    const isOne = (pin: Pin, wanted: string): boolean =>
      pin.name === wanted || String(pin.number) === wanted || pin.label === wanted
    const named = model.pins.map((wanted) => {
      const found = pins.filter(({ pin }) => isOne(pin, wanted))
      if (found.length === 0) fault(`the model of ${name} has a pin ${wanted}, the part has none`, name)
      return found
    })
    const covered = new Set(named.flat().map(({ id }) => id))
    const forgotten = pins.filter(
      ({ pin, id }) =>
        !covered.has(id) &&
        circuit.netOf.has(id) &&
        model.open !== "others" &&
        !model.open?.some((one) => isOne(pin, one)),
    )
    for (const { id, pin } of forgotten)
      fault(`${id} (${pin.name}) is on a net and its model does not have it`, name)
    const value = parts[0] === undefined ? undefined : valueIn(parts[0])
    const subcircuit = word(
      `${parts[0]?.record.piece?.id ?? parts[0]?.record.id}${value === undefined ? "" : `_${spiceNumber(value)}`}`,
    )
    const ports = named.map((found) => found[0]?.node ?? "0")
    const controls = Object.keys(model.controls ?? {})
    if (!subcircuits.has(subcircuit)) {
      const body = model.body.map((line) =>
        line.replaceAll("{value}", () => {
          if (value === undefined) fault(`${name} has no value`, name)
          return spiceNumber(value ?? 0)
        }),
      )
      subcircuits.set(subcircuit, [
        `.subckt ${subcircuit} ${[...ports, ...controls].join(" ")}`,
        ...body,
        `.ends ${subcircuit}`,
      ])
    }
    const known = used.get(subcircuit) ?? { parts: [], model }
    known.parts.push(name)
    used.set(subcircuit, known)
    const outer = named.map((found) => {
      const nets = [...new Set(found.map(({ id }) => nodeOfPin(circuit, nodes, id)))]
      // Pins of one name are one node within the part, so their nets are joined.
      for (const other of nets.slice(1)) instances.push(`R_${word(name)}_${other} ${nets[0]} ${other} 0.001`)
      const node = nets[0] ?? "0"
      const sense = found.find(
        ({ pin, id }) => sensed.has(id) || sensed.has(`${designatorOf(id)}.${pin.name}`),
      )
      if (sense === undefined) return node
      const source = `V_pin_${word(sense.id)}`
      instances.push(`${source} ${node} ${source}_n 0`)
      for (const alias of [sense.id, `${designatorOf(sense.id)}.${sense.pin.name}`])
        currents.set(alias, source)
      return `${source}_n`
    })
    const driven = scenario.drive?.[name] ?? {}
    for (const control of Object.keys(driven))
      if (!controls.includes(control))
        fault(`the model of ${name} has no "${control}" to drive: ${controls.join(", ")}`, name)
    for (const control of controls) {
      const waveform: Waveform = driven[control] ?? model.controls?.[control]?.usual ?? 0
      instances.push(`V_${word(name)}_${control} c_${word(name)}_${control} 0 ${waveformText(waveform)}`)
    }
    instances.push(
      `X_${word(name)} ${[...outer, ...controls.map((control) => `c_${word(name)}_${control}`)].join(" ")} ${subcircuit}`,
    )
  }
  for (const part of Object.keys(scenario.drive ?? {}))
    if (![...used.values()].some(({ parts }) => parts.includes(part)))
      fault(`"${part}" is driven and is no part that is fitted and has a model`)

  const bench = [
    ...(jumper?.joins ?? []).map(
      ([a, b], index): BenchItem => ({
        ...{ id: `jumper${index + 1}`, title: jumper?.name ?? "", kind: "wire", at: [a, b] },
      }),
    ),
    ...scenario.bench,
  ]
  const benchText = bench.flatMap((item) => [
    `* ${item.title}`,
    ...benchLines(item, nodeAt(item.at[0], item.title), nodeAt(item.at[1], item.title)),
  ])

  const reads: Record<string, Reading> = {}
  const volts = (node: string) => (node === "0" ? undefined : `v(${node})`)
  const between = (plus: string, minus: string): Reading => {
    const [a, b] = [volts(plus), volts(minus)]
    return { ...(a === undefined ? {} : { plus: a }), ...(b === undefined ? {} : { minus: b }) }
  }
  for (const of of quantities) {
    const key = quantityKey(of)
    if ("volts" in of)
      reads[key] = between(
        nodeAt(of.volts, "a voltage"),
        of.against === undefined ? "0" : nodeAt(of.against, "a voltage"),
      )
    else {
      const what = "watts" in of ? of.watts : of.amperes
      const item = bench.find(({ id }) => id === what)
      const source = item === undefined ? currents.get(what) : benchSense(item)
      if (source === undefined) {
        fault(`there is no current of "${what}": neither a bench item nor a pin that a model has`)
        continue
      }
      const amperes = `i(${source.toLowerCase()})`
      reads[key] =
        "watts" in of && item !== undefined
          ? { ...between(nodeAt(item.at[0], item.title), nodeAt(item.at[1], item.title)), amperes }
          : { amperes }
    }
  }
  const save = [
    ...new Set(Object.values(reads).flatMap(({ plus, minus, amperes }) => [plus, minus, amperes])),
  ]
    .filter((name): name is string => name !== undefined)
    .sort(naturalOrder)
  const text = [
    title,
    `* ${scenario.title}. ${scenario.what}`.replaceAll("\n", " "),
    ...(leftOut.length === 0 ? [] : [`* Left out: ${leftOut.map(({ part }) => part).join(", ")}.`]),
    "",
    "* What is joined to the board",
    ...benchText,
    "",
    "* The board",
    ...instances,
    "",
    ...[...subcircuits].sort(([a], [b]) => naturalOrder(a, b)).flatMap(([, lines]) => [...lines, ""]),
    // A node that nothing holds is at ground through a gigaohm, and none is without a picofarad: both help ngspice to
    // converge. `gear` does not ring where a current is cut off.
    ".options rshunt=1e9 cshunt=1e-12 method=gear reltol=0.002 abstol=1e-9 vntol=1e-5 chgtol=1e-12 itl4=60",
    `.save ${save.join(" ")}`,
    `.tran ${spiceNumber(scenario.stepSeconds)} ${spiceNumber(scenario.seconds)} 0 ${spiceNumber(scenario.stepSeconds)}`,
    ".end",
    "",
  ].join("\n")
  return {
    text,
    save,
    reads,
    leftOut,
    models: [...used]
      .sort(([a], [b]) => naturalOrder(a, b))
      .map(
        ([
          name,
          {
            parts,
            model: { source, without },
          },
        ]) => ({
          ...{ name, parts, source },
          ...(without === undefined ? {} : { without }),
        }),
      ),
    faults,
  }
}

/** What the circuit says of a part's value, or its record: 0 ohm is a link of some milliohms, as none stops SPICE. */
function valueIn({ kind, ohms, farads, record: { ratings } }: CircuitPart): number | undefined {
  if (kind === "resistor") return Math.max(ohms ?? ratings?.resistanceOhm ?? Number.NaN, 5e-3)
  if (kind === "capacitor") return farads ?? ratings?.capacitanceF
  return kind === "inductor" ? ratings?.inductanceH : undefined
}

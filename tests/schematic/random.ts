import type { AnyCircuitElement } from "circuit-json"

/** A repeatable source of numbers in 0..1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

type Role = "input" | "output" | "both" | "power" | "ground" | "feeds" | "none"

interface Pin {
  readonly name: string
  readonly role?: Role
  readonly net?: string
}

export interface Part {
  readonly name: string
  /** tscircuit's `ftype` without "simple_". */
  readonly type: string
  readonly value?: string
  readonly pins: readonly Pin[]
}

const attributes: Readonly<Record<Role, object>> = {
  input: { is_input: true },
  output: { is_output: true },
  both: { is_bidirectional: true },
  power: { requires_power: true },
  ground: { requires_ground: true },
  feeds: { provides_power: true },
  none: {},
}

/** Circuit JSON of parts whose pins say their nets. Nets named GND... are grounds, those named V... supplies. */
export function circuitOfParts(parts: readonly Part[]): AnyCircuitElement[] {
  const nets = [...new Set(parts.flatMap(({ pins }) => pins.flatMap(({ net }) => (net ? [net] : []))))]
  const elements: unknown[] = nets.map((name) => ({
    type: "source_net",
    source_net_id: name,
    name,
    subcircuit_connectivity_map_key: name,
    is_ground: name.startsWith("GND"),
    is_power: name.startsWith("V"),
  }))
  for (const { name, type, value, pins } of parts) {
    elements.push({
      type: "source_component",
      source_component_id: name,
      name,
      ftype: `simple_${type}`,
      ...(value === undefined ? {} : { display_value: value }),
    })
    pins.forEach((pin, index) => {
      elements.push({
        type: "source_port",
        source_port_id: `${name}.${index + 1}`,
        source_component_id: name,
        pin_number: index + 1,
        name: pin.name,
        ...attributes[pin.role ?? "none"],
        ...(pin.net === undefined ? {} : { subcircuit_connectivity_map_key: pin.net }),
      })
    })
  }
  return elements as AnyCircuitElement[]
}

const words = [
  "CLK",
  "DATA",
  "CS",
  "MISO",
  "SCK",
  "TX",
  "RX",
  "EN",
  "INT",
  "RST",
  "LED",
  "PWM",
  "ADC",
  "sda",
  "jpg_q",
]
const twoPin = {
  resistor: ["R", "10k"],
  capacitor: ["C", "100nF"],
  led: ["D", "red"],
  diode: ["D", "1N4148"],
  inductor: ["L", "10uH"],
  fuse: ["F", "500mA"],
  crystal: ["Y", "8 MHz"],
  push_button: ["SW", ""],
  test_point: ["TP", ""],
} as const

/** Parts of all kinds on nets drawn at random: chips, headers, what hangs at them and what hangs in the air. */
export function randomParts(seed: number, count: number, netCount: number): Part[] {
  const random = seeded(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const signals = Array.from({ length: netCount }, (_, index) => `${pick(words)}${index}`)
  const supplies = ["V3V3", "V5", "VBAT"].slice(0, 1 + Math.floor(random() * 3))
  let next = 0
  const signal = (): string => (random() < 0.7 ? (signals[next++ % signals.length] as string) : pick(signals))
  const parts: Part[] = []
  const chips = Math.max(1, Math.round(count * 0.12))
  const headers = Math.max(1, Math.round(count * 0.1))
  for (let i = 1; i <= chips; i++) {
    const size = pick([3, 8, 8, 14, 16, 20, 32, 48])
    parts.push({
      name: `U${i}`,
      type: "chip",
      value: `CHIP-${size}`,
      pins: Array.from({ length: size }, (_, pin): Pin => {
        if (pin + 1 === Math.floor(size / 2)) return { name: "GND", role: "ground", net: "GND" }
        if (pin + 1 === size) return { name: "VCC", role: "power", net: pick(supplies) }
        const role = pick(["input", "output", "both", "both", "none"] as const)
        return random() < 0.8 ? { name: pick(words), role, net: signal() } : { name: `P${pin}`, role }
      }),
    })
  }
  for (let i = 1; i <= headers; i++) {
    const size = pick([1, 2, 3, 4, 6, 8, 10, 24])
    parts.push({
      name: `J${i}`,
      type: "pin_header",
      value: `1x${size}`,
      pins: Array.from({ length: size }, (_, pin): Pin => {
        const net = pin === 0 ? "GND" : pin === 1 ? pick(supplies) : random() < 0.9 ? signal() : undefined
        return { name: `pin${pin + 1}`, ...(net === undefined ? {} : { net }) }
      }),
    })
  }
  for (let i = 1; parts.length < count; i++) {
    const type = pick(Object.keys(twoPin) as (keyof typeof twoPin)[])
    const [letter, value] = twoPin[type]
    const decouples = type === "capacitor" && random() < 0.7
    const far = random() < 0.3 ? pick(["GND", ...supplies]) : random() < 0.95 ? signal() : undefined
    const pins: Pin[] = [
      { name: "pin1", net: decouples ? pick(supplies) : signal() },
      { name: "pin2", ...(decouples ? { net: "GND" } : far === undefined ? {} : { net: far }) },
    ]
    parts.push({ name: `${letter}${i}`, type, value, pins: type === "test_point" ? pins.slice(0, 1) : pins })
  }
  return parts
}

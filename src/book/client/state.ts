import { batch, computed, effect, signal } from "@preact/signals"
import type { BookData, InnerName, SideName } from "../data"
import { joined, type LaterData } from "../later"
import { readStored, store } from "./storage"

/** What is pointed out everywhere: front, back, lists, schematic, 3D. */
export type Selection =
  | { readonly kind: "part"; readonly id: string }
  | { readonly kind: "pad"; readonly id: string }
  | { readonly kind: "net"; readonly id: string }
  /** A line of the bill of materials, by its key. */
  | { readonly kind: "line"; readonly id: string }
  | { readonly kind: "step"; readonly id: string }
  | { readonly kind: "finding"; readonly id: string }

export const tabs = [
  "parts",
  "nets",
  "assembly",
  "jumpers",
  "checks",
  "simulation",
  "order",
  "files",
] as const
export type TabId = (typeof tabs)[number]
export const views = ["board", "schematic", "drawings", "3d"] as const
export type ViewId = (typeof views)[number]
export type SideChoice = "both" | SideName
export const layerNames = ["mask", "copper", "silkscreen", "paste", "holes", "parts", "far"] as const
export type LayerName = (typeof layerNames)[number] | InnerName
/** How much of a layer is seen, 0 to 1; all of it unless said. */
export type Opacities = Readonly<Partial<Record<LayerName, number>>>
export type Theme = "system" | "light" | "dark"

/** Zoom of a drawing: as d3-zoom has it. */
export interface ZoomState {
  readonly k: number
  readonly x: number
  readonly y: number
}

export const book = signal<BookData>(embedded<BookData>("book-data"))

/** Where the view is meant to go; the viewer that can go there clears it. */
export interface FlyTo {
  readonly side: SideName | "both"
  readonly box: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number }
}

const place = `mep-book:${book.value.board.id}:${book.value.board.revision}`
const kept = readStored<Partial<Kept>>("session", place, {})

interface Kept {
  readonly selection: Selection | null
  readonly variant: string
  readonly plan: string
  readonly tab: TabId
  readonly view: ViewId
  readonly side: SideChoice
  readonly layers: readonly LayerName[]
  readonly opacities: Opacities
  readonly zooms: Readonly<Record<string, ZoomState>>
}

const among = <T>(value: T | undefined, known: readonly T[], fallback: T): T =>
  value !== undefined && known.includes(value) ? value : fallback

const variantIds = book.value.variants.map(({ id }) => id)
const planIds = book.value.plans.map(({ id }) => id)

export const bareLayers: readonly LayerName[] = ["mask", "copper", "silkscreen", "holes"]

export const selection = signal<Selection | null>(kept.selection ?? null)
export const variant = signal(among(kept.variant, variantIds, book.value.defaultVariant))
/** Without a machine, where there is such a plan: it orders nothing that was not looked at. */
const firstPlan = book.value.plans.find(({ machine }) => !machine)?.id ?? planIds[0] ?? ""
export const plan = signal(among(kept.plan, planIds, firstPlan))
export const tab = signal<TabId>(among(kept.tab, tabs, "parts"))
export const view = signal<ViewId>(among(kept.view, views, "board"))
export const side = signal<SideChoice>(among(kept.side, ["both", "top", "bottom"], "both"))
export const layers = signal<ReadonlySet<LayerName>>(new Set(kept.layers ?? bareLayers))
export const opacities = signal<Opacities>(kept.opacities ?? {})
export const zooms = signal<Readonly<Record<string, ZoomState>>>(kept.zooms ?? {})
export const flyTo = signal<FlyTo | null>(null)
export const helpOpen = signal(false)
/** Whether the front of the board has been seen: what one cannot see or click yet waits for that. */
export const settled = signal(false)

/** Why what is shown is not the board as its source is now: told by a server that follows the source. */
export interface Following {
  readonly state: "working" | "findings" | "broken"
  /** The state in a few words, and the first file that is at fault. */
  readonly text: string
  readonly place?: string | undefined
}
export const following = signal<Following | undefined>(undefined)
export const theme = signal<Theme>(readStored<Theme>("local", "mep-book:theme", "system"))

effect(() => {
  store("session", place, {
    selection: selection.value,
    variant: variant.value,
    plan: plan.value,
    tab: tab.value,
    view: view.value,
    side: side.value,
    layers: [...layers.value],
    opacities: opacities.value,
    zooms: zooms.value,
  } satisfies Kept)
})

effect(() => {
  store("local", "mep-book:theme", theme.value)
  const root = document.documentElement
  if (theme.value === "system") root.removeAttribute("data-theme")
  else root.setAttribute("data-theme", theme.value)
})

/** Assembly variant, plan and who fits what under them. */
export const set = computed(() =>
  book.value.sets.find((one) => one.variant === variant.value && one.plan === plan.value),
)
/** Parts left for the soldering iron where a machine places the others; empty where everything is. */
export const leftByHand = computed(
  () => new Set((set.value?.machine.length ?? 0) > 0 ? Object.keys(set.value?.hand ?? {}) : []),
)
export const notFitted = computed(
  () => new Set(book.value.variants.find(({ id }) => id === variant.value)?.notFitted ?? []),
)

/** All of the data, once the first picture is seen: `load` may have brought newer before. */
export function settle(): void {
  const first = book.value
  const whenRead = (): void =>
    batch(() => {
      if (book.value === first) book.value = joined(first, embedded<LaterData>("book-later"))
      settled.value = true
    })
  if (document.readyState === "loading")
    document.addEventListener("DOMContentLoaded", whenRead, { once: true })
  else whenRead()
}

/** Takes new data for the same board, as a rebuild makes it: zoom, selection and choices stay. */
export function load(data: BookData): void {
  batch(() => {
    book.value = data
    if (!data.variants.some(({ id }) => id === variant.value)) variant.value = data.defaultVariant
    if (!data.plans.some(({ id }) => id === plan.value)) plan.value = data.plans[0]?.id ?? ""
  })
}

function embedded<T>(id: string): T {
  return JSON.parse(document.getElementById(id)?.textContent ?? "{}") as T
}

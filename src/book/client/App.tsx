import { useEffect, useState } from "preact/hooks"
import { Help, PageHeader } from "./PageHeader"
import { PrintSheet } from "./PrintSheet"
import { AssemblyPanel } from "./panels/AssemblyPanel"
import { ChecksPanel } from "./panels/ChecksPanel"
import { FilesPanel } from "./panels/FilesPanel"
import { Inspector } from "./panels/Inspector"
import { JumperPanel } from "./panels/JumperPanel"
import { NetsPanel } from "./panels/NetsPanel"
import { OrderPanel } from "./panels/OrderPanel"
import { PartsPanel } from "./panels/PartsPanel"
import { SimulationPanel } from "./panels/SimulationPanel"
import { book, type TabId, tab } from "./state"
import { Viewer } from "./viewer/Viewer"
import { TabPanel, Tabs } from "./widgets/Tabs"

/** A board without jumpers, guide or simulation has no tab for them. */
const empty = (id: TabId): boolean =>
  (id === "jumpers" && book.value.jumpers === undefined) ||
  (id === "assembly" && book.value.phases.length === 0) ||
  (id === "simulation" && book.value.simulation.scenarios.length === 0)

const allNames: readonly (readonly [TabId, string])[] = [
  ["parts", "Parts"],
  ["nets", "Nets"],
  ["assembly", "Assembly"],
  ["jumpers", "Jumpers"],
  ["checks", "Checks"],
  ["simulation", "Simulation"],
  ["order", "Order"],
  ["files", "Files"],
]
const names = allNames.filter(([id]) => !empty(id))

const panels = {
  parts: PartsPanel,
  nets: NetsPanel,
  assembly: AssemblyPanel,
  jumpers: JumperPanel,
  checks: ChecksPanel,
  simulation: SimulationPanel,
  order: OrderPanel,
  files: FilesPanel,
} as const satisfies Record<TabId, () => preact.ComponentChildren>

export function App() {
  const Panel = panels[tab.value]
  // The board first: what is for paper waits until it is in sight.
  const [shown, setShown] = useState(false)
  useEffect(() => {
    requestAnimationFrame(() => setTimeout(() => setShown(true)))
  }, [])
  return (
    <>
      <div class="page">
        <PageHeader />
        <main class="columns">
          <Viewer />
          <section class="side-column" aria-label="About the board">
            <Tabs
              name="panel"
              label="About the board"
              options={names}
              value={tab.value}
              onChange={(id) => {
                tab.value = id
              }}
            />
            <TabPanel key={tab.value} name="panel" value={tab.value}>
              <Panel />
            </TabPanel>
            <Inspector />
          </section>
        </main>
      </div>
      <Help />
      {shown && <PrintSheet />}
    </>
  )
}

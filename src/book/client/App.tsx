import { useEffect } from "preact/hooks"
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
import { settle, settled, type TabId, tab } from "./state"
import { openTab, shownTabs, tabNames } from "./tabs"
import { Viewer } from "./viewer/Viewer"
import { TabPanel, Tabs } from "./widgets/Tabs"

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
  const Panel = panels[openTab.value]
  useEffect(() => {
    requestAnimationFrame(() => setTimeout(settle))
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
              options={shownTabs.value.map((id) => [id, tabNames[id]] as const)}
              value={openTab.value}
              onChange={(id) => {
                tab.value = id
              }}
            />
            <TabPanel key={openTab.value} name="panel" value={openTab.value}>
              {settled.value && <Panel />}
            </TabPanel>
            {settled.value && <Inspector />}
          </section>
        </main>
      </div>
      <Help />
      {settled.value && <PrintSheet />}
    </>
  )
}

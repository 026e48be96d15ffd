import type { PanelOwn } from "../verify/panel-own"
import type { PanelLayout } from "./board"

/** What a panel has beside its boards, for who judges its files. */
export const panelOwn = ({ rails, tabs, fiducials, cuts }: PanelLayout): PanelOwn => ({
  rails: [...rails],
  bites: tabs.flatMap(({ bites }) => bites),
  fiducials: [...fiducials],
  lines: [...cuts],
})

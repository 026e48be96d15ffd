/** The page's own style, after what all pages share; layers keep their colours, as in a layout program. */
export const pageStyle = `
header { padding: 14px 20px; border-bottom: 1px solid var(--line) }
h1 { font-size: 19px; margin: 0 0 2px; overflow-wrap: anywhere } h2 { font-size: 15px; margin: 20px 0 6px }
p { margin: 4px 0 } .soft { color: var(--quiet) }
main { display: grid; grid-template-columns: minmax(0, 1.6fr) minmax(300px, 1fr) }
#picture { padding: 14px 20px; position: sticky; top: 0; align-self: start }
#words { padding: 0 20px 30px; border-left: 1px solid var(--line); min-width: 0 }
svg { width: 100%; height: min(72vh, 60vw); background: #10241a; border-radius: 6px; display: block; touch-action: none }
#tools { display: flex; flex-wrap: wrap; gap: 6px 14px; margin-top: 10px; font-size: 14px }
#tools label { display: inline-flex; gap: 5px; align-items: center }
#tools i { width: 11px; height: 11px; border-radius: 2px; display: inline-block }
button { background: var(--panel); border: 1px solid var(--line); border-radius: 6px; padding: 2px 10px }
details { border: 1px solid var(--line); border-radius: 6px; margin: 6px 0; background: var(--panel) }
summary { padding: 7px 10px; cursor: pointer; overflow-wrap: anywhere } ol { margin: 0; padding: 0 0 6px; list-style: none; max-height: 40vh; overflow: auto }
li button { border: 0; background: none; text-align: left; padding: 3px 10px 3px 24px; width: 100%; overflow-wrap: anywhere }
li button:hover, li button:focus-visible, li button[aria-current] { background: var(--bg); outline: 1px solid var(--accent) }
.error { color: var(--bad) } .warning { color: var(--warn) } .info { color: var(--accent) }
#words ul { list-style: disc; padding-left: 1.3em }
table { border-collapse: collapse; width: 100%; font-size: 13.5px } td, th { text-align: left; padding: 3px 8px 3px 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere }
.marks circle { fill: none; vector-effect: non-scaling-stroke; stroke-width: 2 } .marks .error { stroke: #ff5a4f } .marks .warning { stroke: #ffc043 } .marks .info { stroke: #7cb7ff; opacity: .6 }
.marks [data-on] { stroke: #fff; stroke-width: 4 }
@media (max-width: 820px) { main { display: block } #picture { position: static; padding: 12px } svg { height: 62vw } #words { border-left: 0; padding: 0 12px 24px } header { padding: 12px } }
`

/** Layer -> fill. */
export const layerColour = (id: string): string => {
  const known: Readonly<Record<string, string>> = {
    "copper-top": "#e0573e",
    "copper-bottom": "#4d8fdb",
    "mask-top": "#b96bd6",
    "mask-bottom": "#3bb7b0",
    "silk-top": "#f2f2e6",
    "silk-bottom": "#c9b3ff",
    "paste-top": "#a8a8a8",
    "paste-bottom": "#7d8c7d",
    outline: "#f5d90a",
    holes: "#05080a",
  }
  return known[id] ?? ["#c2a13a", "#6fb34d", "#d178a8", "#8f8ff0"][Number(id.slice(13)) % 4] ?? "#c2a13a"
}

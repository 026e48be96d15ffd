import { fontFaceCss } from "./font"

/** The dark page: where the system wants it and the reader has not chosen, and where the reader has. */
const dark = `
  --bg: #121513;
  --panel: #1a1e1c;
  --stage: #0d100e;
  --ink: #e7ebe8;
  --quiet: #a0aaa3;
  --line: #2c332f;
  --line-strong: #465049;
  --accent: #62c99b;
  --accent-soft: #1b3229;
  --on-accent: #07130d;
  --mark: #ffab40;
  --mark-text: #ffc27a;
  --mark-soft: #3a2a12;
  --bad: #ff8a80;
  --bad-soft: #3a1d1b;
  --warn: #f0c05a;
  --warn-soft: #352a12;
  --focus: #79b0ff;
  --board-through: #050706;
  --shadow: 0 1px 2px rgb(0 0 0 / 40%), 0 6px 20px rgb(0 0 0 / 30%);
  --sch-paper: #1a1e1c;
  --sch-ink: #e7ebe8;
  --sch-body: #e0a9a0;
  --sch-wire: #6fd0a3;
  --sch-quiet: #a0aaa3;
  --sch-warning: #ff8a80;
  --sch-tint: #2a2820;
  --dwg-paper: #1a1e1c;
  --dwg-ink: #e7ebe8;
  --dwg-quiet: #a0aaa3;
  --dwg-faint: #5c665f;
  --dwg-warning: #ff8a80;
  --dwg-curve-1: #7ab8ff;
  --dwg-curve-2: #ffab57;
  --dwg-curve-3: #5fd3cb;
  --dwg-curve-4: #c9a0e8;
  color-scheme: dark;
`

/** Colours and bare elements of every page the project makes: book, gallery, diff, verify, panel, and what follows a save. */
export const tokensCss = `:root {
  --bg: #f4f5f3;
  --panel: #ffffff;
  --stage: #e9ebe8;
  --ink: #1b211e;
  --quiet: #566059;
  --line: #d9ddd9;
  --line-strong: #b9c0ba;
  --accent: #0b6b41;
  --accent-soft: #e3f0e9;
  --on-accent: #ffffff;
  --mark: #c85a00;
  --mark-text: #a34700;
  --mark-soft: #fff1dc;
  --bad: #b3261e;
  --bad-soft: #fcebe9;
  --warn: #8a5a00;
  --warn-soft: #fdf3dc;
  --focus: #1f6feb;
  --board-through: #cfd3cf;
  --shadow: 0 1px 2px rgb(20 30 25 / 8%), 0 6px 20px rgb(20 30 25 / 7%);
  --radius: 8px;
  color-scheme: light;
}

@media (prefers-color-scheme: dark) {
  :root:not([data-theme="light"]) {${dark}}
}

:root[data-theme="dark"] {${dark}}

* {
  box-sizing: border-box;
}

html {
  font:
    15px / 1.5 "Atkinson Hyperlegible Next",
    system-ui,
    sans-serif;
  background: var(--bg);
  color: var(--ink);
}

body {
  margin: 0;
}

h1,
h2,
h3,
p,
ul,
ol,
dl,
dd,
figure,
fieldset {
  margin: 0;
  padding: 0;
}

fieldset {
  border: 0;
  min-width: 0;
}

ul,
ol {
  list-style: none;
}

button,
input,
select {
  font: inherit;
  color: inherit;
}

button {
  cursor: pointer;
  background: none;
  border: 0;
  padding: 0;
}

code {
  font:
    0.86em / 1.4 ui-monospace,
    "SF Mono",
    Menlo,
    Consolas,
    monospace;
}

a {
  color: var(--accent);
  text-underline-offset: 2px;
}

:focus-visible {
  outline: 2px solid var(--focus);
  outline-offset: 2px;
  border-radius: 4px;
}

input[type="checkbox"] {
  accent-color: var(--accent);
  width: 17px;
  height: 17px;
  margin: 0;
  flex: none;
}

.quiet {
  color: var(--quiet);
}

.nowrap {
  white-space: nowrap;
}

.sr-only {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}

.print-sheet {
  display: none;
}
`

/** What every page begins its style with: typeface, colours, bare elements. It loads nothing. */
export const pageLook = (): string => `${fontFaceCss()}\n${tokensCss}`

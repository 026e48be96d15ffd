import { expect, it } from "vitest"
import { panelShown } from "../../src/pipeline/book"

it("shows the panel that the board's definition asks for, by the folder that it is made in", () => {
  const panel = { grid: "2x3", cuts: "columns" } as const
  expect(panelShown({ panel }, "a")).toEqual({
    panel: { name: "panel-a-2x3", boards: { a: 6 }, rails: 2, cuts: "columns" },
  })
  const mixed = { grid: "a,a/b", rails: 4 } as const
  expect(panelShown({ panel: mixed }, "a")).toEqual({
    panel: { name: "panel-a-b", boards: { a: 2, b: 1 }, rails: 4, cuts: "bites" },
  })
})

it("shows none of a draft, of which none is made, nor where none is asked for", () => {
  expect(panelShown({ panel: { grid: "2x3" }, draft: ["thickness"] }, "a")).toEqual({})
  expect(panelShown({}, "a")).toEqual({})
})

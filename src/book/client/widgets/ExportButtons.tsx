import { useState } from "preact/hooks"
import { csvText, type ListTable, pasteText } from "../lists"
import { book } from "../state"

interface Props {
  /** What the file is called after the board and its revision. */
  readonly name: string
  readonly table: () => ListTable
}

/** Takes a list along as it is filtered and sorted: as a file, or by the clipboard into a spreadsheet. */
export function ExportButtons({ name, table }: Props) {
  const [said, say] = useState("")
  const rows = (list: ListTable): string => `${list.rows.length} ${list.rows.length === 1 ? "row" : "rows"}`
  const download = (): void => {
    const list = table()
    const { id, revision } = book.value.board
    const link = document.createElement("a")
    link.href = URL.createObjectURL(new Blob([csvText(list)], { type: "text/csv;charset=utf-8" }))
    link.download = `${id}-${revision}-${name}.csv`
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 1000)
    say(`${rows(list)} saved`)
  }
  const copy = (): void => {
    const list = table()
    writeClipboard(pasteText(list)).then(
      () => say(`${rows(list)} copied`),
      () => say("this browser does not let the page copy"),
    )
  }
  return (
    <p class="export">
      <button type="button" class="link" onClick={download}>
        Save as CSV
      </button>
      <button type="button" class="link" onClick={copy}>
        Copy for a spreadsheet
      </button>
      <span class="quiet" role="status">
        {said}
      </span>
    </p>
  )
}

/** Pages opened from a disk have no clipboard of the new kind in every browser. */
async function writeClipboard(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    return
  } catch {
    const field = document.createElement("textarea")
    const focused = document.activeElement
    field.value = text
    document.body.append(field)
    field.select()
    const done = document.execCommand("copy")
    field.remove()
    if (focused instanceof HTMLElement) focused.focus()
    if (!done) throw new Error("no clipboard")
  }
}

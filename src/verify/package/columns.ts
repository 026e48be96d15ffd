import type { Columns } from "../../model/fab-house"
import type { Finding } from "../../model/finding"
import type { CsvTable } from "../../read"

/** Whether a table begins with the fab's columns, in their order. */
export const hasColumns = (table: CsvTable, columns: Columns<string>): boolean =>
  columns.every(({ title, also = [] }, i) => [title, ...also].includes(table.header[i] ?? ""))

export const headerOf = (columns: Columns<string>): string => columns.map(({ title }) => title).join(",")

/** A cell by what the fab's columns say it is; "" for what the fab has no column for. */
export const cellBy =
  <Field extends string>(columns: Columns<Field>) =>
  (cells: readonly string[], field: Field): string =>
    cells[columns.findIndex((column) => column.field === field)] ?? ""

/** Designators of a cell, which lists them with commas or spaces. */
export function split(cell: string): string[] {
  return cell
    .split(/[,\s]+/)
    .map((name) => name.trim())
    .filter((name) => name !== "")
}

/** Adds errors of one rule on one file to the findings. */
export const sayOf =
  (rule: string, file: string, findings: Finding[]) =>
  (message: string, line?: number, parts?: readonly string[]): void => {
    findings.push({
      rule,
      severity: "error",
      message,
      file,
      ...(line === undefined ? {} : { line }),
      ...(parts === undefined ? {} : { parts }),
    })
  }

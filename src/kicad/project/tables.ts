import { type Node, quoted, writeNode } from "../sexpr"

/** `fp-lib-table`: where KiCad finds the board's own footprints. */
export function footprintTable(project: string, title: string): string {
  const node: Node = [
    "fp_lib_table",
    ["version", 7],
    [
      "lib",
      ["name", quoted(project)],
      ["type", quoted("KiCad")],
      ["uri", quoted(`\${KIPRJMOD}/${project}.pretty`)],
      ["options", quoted("")],
      ["descr", quoted(`Footprints of ${title}`)],
    ],
  ]
  return `${writeNode(node)}\n`
}

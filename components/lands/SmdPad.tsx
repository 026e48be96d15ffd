import type { ReactElement } from "react"

/**
 * A rectangular pad on the part's side, mm in the footprint's frame. Corners are sharp: rounded ones would reach the
 * fab as aperture macros, which JLCPCB's importer has misread.
 *
 * `paste`: "full" for what a machine solders, "none" for what only an iron does, a number for the side of a smaller
 * square opening.
 */
export function SmdPad(props: {
  readonly pin: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly paste: "full" | "none" | number
}): ReactElement {
  const { pin, x, y, width, height, paste } = props
  return (
    <smtpad
      portHints={[`pin${pin}`]}
      shape="rect"
      pcbX={x}
      pcbY={y}
      width={width}
      height={height}
      {...(paste === "none"
        ? { noSolderPaste: true }
        : { solderPasteMargin: paste === "full" ? 0 : -(width - paste) / 2 })}
    />
  )
}

const paths = {
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  whole: "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",
  close: "M4 4l8 8M12 4l-8 8",
  light:
    "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6M8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1 1M12 12l1 1M3 13l1-1M12 4l1-1",
  dark: "M13 9.800A5.5 5.5 0 0 1 6.200 3 5.5 5.5 0 1 0 13 9.800Z",
  system: "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11V13.5M8 5h3.800M8 8h5.300M8 11h3.800",
  print: "M4.5 6V2.5h7V6M4.5 12H2.5V6h11v6h-2M4.5 9.5h7v4h-7z",
  help: "M5.800 6a2.200 2.200 0 1 1 3.300 2C8.300 8.5 8 8.900 8 9.800M8 12.400v.1",
  right: "M6 3.5L10.5 8 6 12.5",
  down: "M3.5 6L8 10.5 12.5 6",
} as const

export type IconName = keyof typeof paths

/** A line drawing of 16 x 16 in the colour of the text; the button around it carries the name. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg class="line-icon" viewBox="0 0 16 16" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
)

/** Flaw: the last line (`M02*`, `M30`) has no newline, which strict line readers take for a cut-off file. */
export const withFinalNewline = (text: string): string => `${text.replace(/\n*$/, "")}\n`

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }

/** Text for an element or a quoted attribute of HTML or SVG: names of boards and nets are anybody's words. */
export const escapeMarkup = (text: string): string => text.replace(/[&<>"]/g, (c) => entities[c] ?? c)

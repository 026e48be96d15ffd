/**
 * Advance widths of KiCad's stroke font at size 1, by character: measured with KiCad 9.0.2's own text box. Its letters
 * are narrower than those of the Gerbers and not of one width.
 */
const advances: readonly (readonly [width: number, characters: string])[] = [
  [0.381, "`"],
  [0.476, "!',.:;Iij"],
  [0.524, "l"],
  [0.571, "^ft"],
  [0.619, "r"],
  [0.667, "()[\\]{}"],
  [0.714, "~"],
  [0.762, ' "*JT_vy°'],
  [0.81, "Lksxz"],
  [0.857, "?AFVYce"],
  [0.905, "Eabdghnopqu"],
  [0.952, "$0123456789SXZ|"],
  [1, "#BCDGKPR"],
  [1.048, "/HNOQUwµ"],
  [1.143, "%MWΩ"],
  [1.238, "&+-<=>"],
  [1.286, "@"],
  [1.333, "m"],
]

const usual = 0.952

/** Width of a line of text in KiCad's font, in heights of a capital. */
export const textAdvance = (text: string): number =>
  [...text].reduce(
    (sum, character) =>
      sum + (advances.find(([, characters]) => characters.includes(character))?.[0] ?? usual),
    0,
  )

import { limits } from "../limits"
import { assertText, quote, ReadError } from "../read-error"
import { formatSpecification } from "./coordinates"
import { compileMacro } from "./macro"
import type { GerberImage } from "./model"
import { Plotter } from "./plotter"
import { tokens } from "./tokens"

/** The last images read, oldest first: checks, pictures and book read the same files, one after the other. */
const recent = new Map<string, GerberImage>()
const mostRecent = 24

/**
 * Reads a Gerber X1, X2 or X3 file into what it draws, in mm, with its apertures and attributes (also those written
 * as `G04 #@!` comments). Throws `ReadError` with file and line where the image cannot be trusted; oddities that
 * leave the image clear are in `problems`.
 */
export function readGerber(text: string, file: string): GerberImage {
  assertText(text, file, limits.fileBytes)
  const key = `${file}\0${text}`
  const known = recent.get(key)
  if (known !== undefined) return known
  const image = readImage(text, file)
  const [oldest] = recent.keys()
  if (oldest !== undefined && recent.size >= mostRecent) recent.delete(oldest)
  recent.set(key, image)
  return image
}

function readImage(text: string, file: string): GerberImage {
  const plotter = new Plotter(file)
  const stream = tokens(text, file)
  let step = stream.next()
  for (; step.done !== true; step = stream.next()) {
    const { extended, words, lines } = step.value
    if (plotter.ended) {
      plotter.problem("data-after-end", lines[0] ?? 0, "there is data after the end of the file (M02)")
      break
    }
    if (!extended) plotter.word(words[0] ?? "", lines[0] ?? 0)
    else if ((words[0] ?? "").startsWith("AM")) {
      const macro = compileMacro(words, lines, file)
      plotter.defineMacro(macro)
    } else for (const [i, word] of words.entries()) extendedCommand(plotter, word, lines[i] ?? 0, file)
  }
  plotter.finish(text)
  return plotter.image()
}

function extendedCommand(plotter: Plotter, word: string, line: number, file: string): void {
  switch (word.slice(0, 2)) {
    case "FS":
      plotter.coordinates.setFormat(formatSpecification(word, file, line), line)
      return
    case "MO":
      if (word === "MOMM") {
        plotter.coordinates.setUnit("mm", line)
        return
      }
      if (word === "MOIN") {
        plotter.coordinates.setUnit("inch", line)
        return
      }
      throw new ReadError(file, line, `${quote(word)} is no unit`)
    case "AD":
      plotter.defineAperture(word, line)
      return
    case "AB":
      plotter.apertureBlock(word, line)
      return
    case "LP":
      if (word === "LPD") {
        plotter.setPolarity("dark")
        return
      }
      if (word === "LPC") {
        plotter.setPolarity("clear")
        return
      }
      throw new ReadError(file, line, `${quote(word)} is no polarity`)
    case "LM":
    case "LR":
    case "LS":
      plotter.setTransform(word, line)
      return
    case "SR":
      plotter.stepRepeat(word, line)
      return
    case "TF":
    case "TA":
    case "TO":
    case "TD":
      plotter.attributes.take(word, "command")
      return
    case "IP":
    case "AS":
    case "MI":
    case "OF":
    case "SF":
    case "IR":
      legacyImageCommand(plotter, word, line, file)
      return
    case "IN":
    case "LN":
      plotter.problem("deprecated", line, `${word.slice(0, 2)} is a deprecated command`)
      return
    default:
      plotter.problem("unknown-command", line, `unknown command ${quote(word)}`)
      return
  }
}

/** Deprecated whole-image commands: harmless at their defaults; anything else would change the image, so it stops. */
function legacyImageCommand(plotter: Plotter, word: string, line: number, file: string): void {
  const neutral = /^(IPPOS|ASAXBY|MI(A0)?(B0)?|OF(A0(\.0*)?)?(B0(\.0*)?)?|SF(A1(\.0*)?)?(B1(\.0*)?)?|IR0)$/
  if (!neutral.test(word))
    throw new ReadError(file, line, `the deprecated command ${quote(word)} is not supported`)
  plotter.transforms.set(word.slice(0, 2), plotter.transforms.get(word.slice(0, 2)) ?? line)
  plotter.problem("deprecated", line, `${word.slice(0, 2)} is a deprecated command`)
}

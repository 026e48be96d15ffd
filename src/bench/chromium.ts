import { existsSync } from "node:fs"
import type { Browser } from "playwright-core"
import { UserError } from "../model/finding"

/** Debian's Chromium, or the one that the environment names. */
export const chromiumPath = [
  process.env.MEP_CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path): path is string => path !== undefined && existsSync(path))

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

/** With `more` options of Chromium's. @throws UserError where there is none. */
export async function launchChromium(more: readonly string[] = []): Promise<Browser> {
  if (chromiumPath === undefined) throw new UserError("no Chromium: install it, or name it in MEP_CHROMIUM")
  const { chromium } = await import("playwright-core")
  return chromium.launch({ executablePath: chromiumPath, args: [...quiet, ...more] })
}

import { existsSync } from "node:fs"
import { type Browser, chromium } from "playwright-core"

/** Debian's Chromium, or the one that the environment names. */
export const chromiumPath = [
  process.env.MEP_CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path): path is string => path !== undefined && existsSync(path))

/** CI must not pass without a browser; elsewhere the suite says that it was skipped. */
export const browserMissing = chromiumPath === undefined
if (browserMissing && process.env.CI !== undefined)
  throw new Error("no Chromium: install Debian's chromium or set MEP_CHROMIUM")

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

/** WebGL in software, or none at all. */
export function launch(webgl: boolean): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error("no Chromium")
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      ...quiet,
      ...(webgl
        ? ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
        : ["--disable-3d-apis", "--disable-software-rasterizer"]),
    ],
  })
}

import type { Browser } from "playwright-core"
import { chromiumPath, launchChromium } from "../../src/bench/chromium"

/** CI must not pass without a browser; elsewhere the suite says that it was skipped. */
export const browserMissing = chromiumPath === undefined
if (browserMissing && process.env.CI !== undefined)
  throw new Error("no Chromium: install Debian's chromium or set MEP_CHROMIUM")

/** WebGL in software, or none at all. */
export const launch = (webgl: boolean): Promise<Browser> =>
  launchChromium(
    webgl
      ? ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
      : ["--disable-3d-apis", "--disable-software-rasterizer"],
  )

import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { browserMissing } from "./chromium"
import { type Stage, setStage } from "./stage"
import { accessibilitySuite } from "./suites/accessibility"
import { assemblySuite } from "./suites/assembly"
import { boardSuite } from "./suites/board"
import { checksSuite } from "./suites/checks"
import { jumperSuite } from "./suites/jumpers"
import { keptSuite } from "./suites/kept"
import { linkSuite } from "./suites/links"
import { model3dSuite } from "./suites/model3d"
import { netsSuite } from "./suites/nets"
import { orderSuite } from "./suites/order"
import { pageSuite } from "./suites/page"
import { partsSuite } from "./suites/parts"
import { screenSuite } from "./suites/screens"

let stage: Stage | undefined

const get = (): Stage => {
  if (stage === undefined) throw new Error("the stage is not set")
  return stage
}

/** One build, one browser and one page for all of them: a page load a test would take minutes. */
describe.skipIf(browserMissing)("the book in a browser (skipped where there is no Chromium)", () => {
  beforeAll(async () => {
    stage = await setStage()
  })
  afterAll(() => stage?.close())

  pageSuite(get)
  boardSuite(get)
  partsSuite(get)
  netsSuite(get)
  assemblySuite(get)
  jumperSuite(get)
  checksSuite(get)
  orderSuite(get)
  keptSuite(get)
  linkSuite(get)
  screenSuite(get)
  model3dSuite(get)
  accessibilitySuite(get)

  it("made no error and no request all the while", () => {
    expect(get().complaints).toEqual([])
  })
})

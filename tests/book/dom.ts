import type { Locator } from "playwright-core"

/** As much of an element as is asked here: the tests are typed without a DOM. */
interface ElementLike {
  readonly getAttribute: (name: string) => string | null
}

/** An attribute of every element, in the page's order. */
export const attributesOf = (locator: Locator, name: string): Promise<string[]> =>
  locator.evaluateAll(
    (all, wanted) => (all as unknown as ElementLike[]).map((one) => one.getAttribute(wanted) ?? ""),
    name,
  )

/** A property of the element, as JSON. */
export const propertyOf = (locator: Locator, name: string): Promise<unknown> =>
  locator.evaluate((element, wanted) => (element as unknown as Record<string, unknown>)[wanted], name)

import type { Locator } from "playwright-core"

/** An attribute of every element, in the page's order. The tests are typed without a DOM, so the function is text. */
export const attributesOf = (locator: Locator, name: string): Promise<string[]> =>
  locator.evaluateAll("(all, name) => all.map((one) => one.getAttribute(name) ?? '')", name)

/** A property of the element, as JSON. */
export const propertyOf = (locator: Locator, name: string): Promise<unknown> =>
  locator.evaluate("(element, name) => element[name]", name)

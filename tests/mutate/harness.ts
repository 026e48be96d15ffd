import { createRequire } from "node:module"
import { pathToFileURL } from "node:url"

/**
 * The part of vitest that the tests use, for many runs of single tests in one process: vitest itself runs files. The
 * assertions are vitest's own.
 */

type Body = () => unknown

export interface Suite {
  readonly parent: Suite | undefined
  readonly file: string
  readonly beforeAll: Body[]
  readonly afterAll: Body[]
  readonly beforeEach: Body[]
  readonly afterEach: Body[]
  /** Whether its `beforeAll` has run, and what it left is as the clean code leaves it. */
  ready: boolean
}

export interface Test {
  readonly name: string
  readonly suite: Suite
  readonly body: Body
}

const suiteIn = (file: string, parent?: Suite): Suite => ({
  parent,
  file,
  beforeAll: [],
  afterAll: [],
  beforeEach: [],
  afterEach: [],
  ready: false,
})

/** Collects the tests of files as they are loaded. */
export class Collector {
  readonly tests: Test[] = []
  private current = suiteIn("")

  /** Loads a test file: what it declares is in {@link tests} then. */
  async load(file: string, run: () => Promise<unknown>): Promise<void> {
    this.current = suiteIn(file)
    await run()
  }

  /** What tests import from "vitest". */
  async api(root: string) {
    const { expect } = await assertions(root)
    const it = tabled((name, body) => this.tests.push({ name, suite: this.current, body }))
    const describe = tabled((_, body) => {
      const outer = this.current
      this.current = suiteIn(outer.file, outer)
      try {
        body()
      } finally {
        this.current = outer
      }
    })
    return {
      it,
      test: it,
      describe,
      expect,
      beforeAll: (body: Body) => this.current.beforeAll.push(body),
      afterAll: (body: Body) => this.current.afterAll.push(body),
      beforeEach: (body: Body) => this.current.beforeEach.push(body),
      afterEach: (body: Body) => this.current.afterEach.push(body),
      vi: {},
    }
  }
}

type Add = (name: string, body: Body) => unknown
type Row = readonly unknown[]

/** `it` and `describe` with their forms: each, skipIf, runIf, skip. */
function tabled(add: Add) {
  const each =
    (rows: readonly unknown[]) =>
    (name: string, body: (...given: readonly unknown[]) => unknown): void => {
      rows.forEach((row, index) => {
        const given: Row = Array.isArray(row) ? row : [row]
        add(`${name} ${index + 1}`, () => body(...given))
      })
    }
  const plain = (name: string, ...rest: readonly unknown[]): void => {
    const body = rest.find((one): one is Body => typeof one === "function")
    if (body !== undefined) add(name, body)
  }
  const nothing = Object.assign((..._: readonly unknown[]) => {}, {
    each:
      () =>
      (..._: readonly unknown[]) => {},
  })
  return Object.assign(plain, {
    each,
    skip: nothing,
    skipIf: (left: unknown) => (left ? nothing : Object.assign(plain, { each })),
    runIf: (wanted: unknown) => (wanted ? Object.assign(plain, { each }) : nothing),
  })
}

/** vitest's `expect`, made of the package that vitest makes its own of. */
async function assertions(root: string): Promise<{ expect: unknown }> {
  const own = createRequire(`${root}/package.json`)
  const path = createRequire(own.resolve("vitest/package.json")).resolve("@vitest/expect")
  const { chai, JestExtend, JestChaiExpect, JestAsymmetricMatchers, ASYMMETRIC_MATCHERS_OBJECT } =
    await import(pathToFileURL(path).href)
  for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin)
  const expect = (value: unknown, message?: string) => chai.expect(value, message)
  const matchers = (globalThis as Record<symbol, unknown>)[ASYMMETRIC_MATCHERS_OBJECT]
  return { expect: Object.assign(expect, chai.expect, matchers) }
}

/** From the outermost in. */
export function ancestors(suite: Suite): Suite[] {
  return suite.parent === undefined ? [suite] : [...ancestors(suite.parent), suite]
}

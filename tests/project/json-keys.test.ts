import { describe, expect, it } from "vitest"
import { repeatedKey } from "../../src/project/json-keys"

describe("a key that stands twice", () => {
  it("is found in the object it belongs to, with both lines", () => {
    const text = '{\n "GND": {"vias": []},\n "A": {"vias": []},\n "GND": {}\n}'
    expect(repeatedKey(text)).toEqual({ key: "GND", lines: [2, 4] })
  })

  it("is told from values, escapes and the same key elsewhere", () => {
    for (const text of [
      '{"a": "a", "b": {"a": ["a", {"a": 1}]}}',
      '["a", "a"]',
      '{"a\\"": 1, "a": 2}',
      "3",
    ]) {
      expect(repeatedKey(text)).toBeUndefined()
    }
    expect(repeatedKey('{"a": 1, "\\u0061": 2}')?.key).toBe("a")
  })
})

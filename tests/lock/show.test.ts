import { test } from "vitest"
import { formatLock } from "../../src/lock/lock"
import { lockAfter } from "./sample"

test("x", () => console.log(formatLock(lockAfter())))

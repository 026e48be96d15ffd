import { describe, expect, it } from "vitest"
import jlcpcb from "../../fabrication/jlcpcb/index"
import { UserError } from "../../src/model/finding"
import { verifyContents } from "../../src/verify/verify"
import { Mutator } from "../read/mutate"
import { SmallBoard } from "./small-board"

const words = [
  "%",
  "*",
  "G36*",
  "G37*",
  "%LPC*%",
  "%SRX7Y7I1J1*%",
  "D10*",
  "M02*",
  "-",
  "9",
  "\n",
  "T1",
  "G85",
  "M30",
]

describe("whole sets with one broken file", () => {
  it("are judged, 400 cases: findings or one clear line, never a crash, a hang or more memory", () => {
    const mutator = new Mutator(20)
    const sound = new SmallBoard().files()
    let detected = 0
    let peak = 0
    const before = process.memoryUsage().rss
    for (let i = 0; i < 400; i++) {
      const victim = mutator.pick(sound)
      const text = mutator.text(victim.text, words)
      const files = sound.map((file) => (file === victim ? { ...file, text } : file))
      const contents = new Map(files.map((file) => [file.name, Buffer.from(file.text, "latin1")]))
      const started = process.cpuUsage().user
      try {
        const { findings } = verifyContents(contents, jlcpcb)
        for (const finding of findings) expect(finding.message).not.toMatch(/\n|undefined|NaN/)
        if (findings.length > 0) detected++
      } catch (error) {
        if (!(error instanceof UserError))
          throw new Error(`${victim.name}: ${JSON.stringify(text)}`, { cause: error })
      }
      peak = Math.max(peak, process.memoryUsage().rss)
      // Processor time, since other tests share the machine.
      expect(process.cpuUsage().user - started, JSON.stringify(text)).toBeLessThan(5e6)
    }
    // Some damage changes nothing that matters, a comment or the order of attributes; most must show.
    expect(detected).toBeGreaterThan(250)
    // What these sets add: the process carries what other files of tests loaded before.
    expect(peak - before).toBeLessThan(512 * 1024 * 1024)
  })
})

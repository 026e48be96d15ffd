import type { StepData } from "../../data"
import { leftToPlace, nextPart, placeNext } from "../bench"
import { partOf, pieceOf, select } from "../highlight"
import { book, notFitted, plan, selection, set, tab, variant } from "../state"
import { ticks } from "../ticks"
import { NameChips } from "../widgets/Chip"
import { showState } from "./jumper-state"
import { stepsOf } from "./steps"

export function AssemblyPanel() {
  const phases = stepsOf()
  const machine = set.value?.machine ?? []
  const title = book.value.variants.find(({ id }) => id === variant.value)?.title
  const planTitle = book.value.plans.find(({ id }) => id === plan.value)?.title
  let number = 0
  return (
    <>
      <p class="lead">
        {title}. {planTitle}.
        {machine.length > 0 && ` A machine has placed ${machine.join(", ")}; what follows is left for you.`}
      </p>
      <Next />
      {phases.map((phase) => (
        <section key={phase.title} class="phase">
          <h3>{phase.title}</h3>
          <ol class="steps" start={number + 1}>
            {phase.steps.map((step) => {
              number++
              return <Step key={step.id} step={step} number={number} machine={machine} />
            })}
          </ol>
        </section>
      ))}
    </>
  )
}

/** What to solder now: it blinks on the board until it is ticked. */
function Next() {
  const next = nextPart.value
  const part = next === undefined ? undefined : partOf(next)
  if (next === undefined || part === undefined) return null
  return (
    <p class="next-part">
      <span>
        Next, of {leftToPlace.value}: <strong>{pieceOf(next).join(", ")}</strong> {part.value},{" "}
        {part.side === "top" ? "front" : "back"}
      </span>
      <button
        type="button"
        class="plain-button"
        onClick={() => select({ kind: "part", id: next }, { fly: true })}
      >
        Show
      </button>
      <button type="button" class="primary" onClick={placeNext} title="Tick it (n)">
        Placed
      </button>
    </p>
  )
}

interface StepProps {
  readonly step: StepData
  readonly number: number
  readonly machine: readonly string[]
}

function Step({ step, number, machine }: StepProps) {
  const chosen = selection.value?.kind === "step" && selection.value.id === step.id
  const left = step.parts.filter((part) => !notFitted.value.has(part))
  const done = step.handOnly && left.length > 0 && left.every((part) => ticks.value.placed.includes(part))
  const byMachine = step.handOnly ? left.filter((part) => machine.includes(part)) : []
  return (
    <li class={`step${chosen ? " chosen" : ""}${done ? " done" : ""}`} data-step={step.id}>
      <span class="step-number" aria-hidden="true">
        {done ? "✓" : number}
      </span>
      <div>
        <button
          type="button"
          class="step-title"
          aria-pressed={chosen}
          onClick={() => select({ kind: "step", id: step.id })}
        >
          {step.title}
        </button>
        {step.text.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {step.sideView !== undefined && (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by the build, not by a visitor
          <div class="side-view" dangerouslySetInnerHTML={{ __html: step.sideView }} />
        )}
        {byMachine.length > 0 && <p class="quiet">Already placed: {byMachine.join(", ")}</p>}
        {step.warnings.map((warning) => (
          <p key={warning} class="warning">
            {warning}
          </p>
        ))}
        <p class="step-names">
          <NameChips parts={left} nets={step.nets} />
          {step.jumpers !== undefined && (
            <button
              type="button"
              class="chip chip-jumper"
              onClick={() => {
                showState(step.jumpers ?? "")
                tab.value = "jumpers"
              }}
            >
              {step.jumpers}
            </button>
          )}
        </p>
      </div>
    </li>
  )
}

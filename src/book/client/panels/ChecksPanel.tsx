import { useEffect, useRef } from "preact/hooks"
import { type Finding, knownRisks, type WaivedFinding } from "../../../model/finding"
import type { ChecksData } from "../../data"
import { select } from "../highlight"
import { book, following, selection } from "../state"
import { NameChips } from "../widgets/Chip"
import { bringIntoSight } from "../widgets/sight"

/** Every check with its figures, and each finding with its place on the board. */
export function ChecksPanel() {
  const { checks } = book.value
  const late = following.value
  const risks = knownRisks(checks.waived)
  // Closed, unless what is selected is among them.
  const chosen = selection.value?.kind === "finding" && Number(selection.value.id) >= checks.findings.length
  return (
    <>
      <p
        class={`verdict ${checks.errors > 0 || late?.state === "broken" ? "verdict-hazard" : checks.warnings > 0 || late !== undefined ? "verdict-avoid" : "verdict-legal"}`}
      >
        <strong>
          {late !== undefined
            ? late.text
            : checks.errors + checks.warnings > 0
              ? "Not clean"
              : risks > 0
                ? "Sound but for what is accepted"
                : "Sound"}
        </strong>
        <span>
          {late !== undefined && late.state !== "findings" && "as it was before: "}
          {checks.checks.length} checks, {checks.errors} errors, {checks.warnings} warnings,{" "}
          {checks.waived.length} accepted with a reason
          {risks < checks.waived.length &&
            `, ${checks.waived.length - risks} of them about what assembly costs`}
        </span>
      </p>
      <h3>Findings</h3>
      {checks.findings.length === 0 && <p class="quiet">None open.</p>}
      <FindingList findings={checks.findings} first={0} />
      {checks.waived.length > 0 && (
        <details class="accepted" open={chosen}>
          <summary>Accepted with a reason: {checks.waived.length}</summary>
          <FindingList findings={checks.waived} first={checks.findings.length} />
        </details>
      )}
      <h3>Figures</h3>
      <Figures checks={checks} />
      <Metrics />
    </>
  )
}

interface ListProps {
  readonly findings: readonly (Finding | WaivedFinding)[]
  /** Place of the first one among all of the report. */
  readonly first: number
}

function FindingList({ findings, first }: ListProps) {
  return (
    <ul class="findings">
      {findings.map((finding, index) => {
        const id = String(first + index)
        const somewhere =
          finding.at !== undefined || (finding.parts ?? []).length > 0 || (finding.nets ?? []).length > 0
        const waiver = "waiver" in finding ? String(finding.waiver) : undefined
        return (
          <FindingItem key={id} id={id} look={waiver === undefined ? finding.severity : "waived"}>
            <p>
              <span class="tag">{waiver === undefined ? finding.severity : "accepted"}</span>{" "}
              {finding.message}
            </p>
            {waiver !== undefined && <p class="quiet">Accepted: {waiver}</p>}
            <p class="finding-foot">
              <code>{finding.rule}</code>
              {finding.measure !== undefined && (
                <span>
                  {finding.measure.value} {finding.measure.unit}
                  {finding.measure.limit !== undefined && ` (limit ${finding.measure.limit})`}
                </span>
              )}
              {finding.at !== undefined && (
                <span>
                  ({finding.at.x.toFixed(2)}, {finding.at.y.toFixed(2)}) mm {finding.at.layer ?? ""}
                </span>
              )}
              {somewhere && (
                <button
                  type="button"
                  class="link"
                  aria-pressed={selection.value?.kind === "finding" && selection.value.id === id}
                  onClick={() => select({ kind: "finding", id }, { fly: true })}
                >
                  Show on board
                </button>
              )}
              <NameChips parts={finding.parts ?? []} nets={finding.nets ?? []} />
            </p>
          </FindingItem>
        )
      })}
    </ul>
  )
}

interface ItemProps {
  readonly id: string
  readonly look: string
  readonly children: preact.ComponentChildren
}

/** Comes into sight when it is selected elsewhere: by a link, or from a search. */
function FindingItem({ id, look, children }: ItemProps) {
  const item = useRef<HTMLLIElement>(null)
  const chosen = selection.value?.kind === "finding" && selection.value.id === id
  useEffect(() => {
    if (chosen) bringIntoSight(item.current)
  }, [chosen])
  return (
    <li ref={item} class={`finding finding-${look}${chosen ? " chosen" : ""}`} data-finding={id}>
      {children}
    </li>
  )
}

function Figures({ checks }: { readonly checks: ChecksData }) {
  return (
    <div class="figures">
      {checks.checks.map((check) => (
        <details key={check.id} open={check.findings > 0}>
          <summary>
            <span class={`dot ${check.findings > 0 ? "dot-some" : "dot-ok"}`} aria-hidden="true" />
            {check.title}
            <span class="quiet">
              {check.findings > 0 ? `${check.findings} findings` : "nothing found"}
              {check.figures.length > 0 && `, ${check.figures.length} figures`}
            </span>
          </summary>
          {check.figures.length === 0 ? (
            <p class="quiet">No figures.</p>
          ) : (
            <table>
              <tbody>
                {check.figures.map((figure) => (
                  <tr key={figure.name}>
                    <th scope="row">{figure.name}</th>
                    <td>
                      {figure.value} {figure.unit ?? ""}
                      {figure.limit !== undefined && <span class="quiet"> limit {figure.limit}</span>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </details>
      ))}
    </div>
  )
}

function Metrics() {
  return (
    <>
      {book.value.metrics.map(({ title, columns, rows }) => (
        <section key={title}>
          <h3>{title}</h3>
          <div class="scroll-x">
            <table class="plain">
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column} scope="col">
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.join()}>
                    {row.map((cell, i) =>
                      i === 0 ? (
                        <th key={columns[i]} scope="row">
                          {cell}
                        </th>
                      ) : (
                        <td key={columns[i]}>{cell}</td>
                      ),
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      ))}
    </>
  )
}

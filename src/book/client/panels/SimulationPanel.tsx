import type { ScenarioData } from "../../data"
import { book } from "../state"

/** What was tried on the board by simulation: pictures, figures beside their limits, and what the models are. */
export function SimulationPanel() {
  const { scenarios, models, leftOut } = book.value.simulation
  const missed = scenarios.flatMap(({ rows }) => rows.filter(({ held, limit }) => !held && limit !== ""))
  return (
    <>
      <p class={`verdict ${missed.length > 0 ? "verdict-avoid" : "verdict-legal"}`}>
        <strong>{missed.length > 0 ? "Not every limit is held" : "Every limit is held"}</strong>
        <span>
          {scenarios.length} trials by ngspice over the board's netlist, {missed.length} limits not held
          {missed.length > 0 && ": each is accepted with a reason, see Checks"}
        </span>
      </p>
      {scenarios.map((scenario) => (
        <Trial key={scenario.id} scenario={scenario} />
      ))}
      <h3>What stands for the parts</h3>
      <ul>
        {models.map(({ parts, source, without }) => (
          <li key={parts.join()}>
            <strong>{parts.join(", ")}</strong>: {source}.
            {without !== "" && <span class="quiet"> Not in it: {without}.</span>}
          </li>
        ))}
        {leftOut.length > 0 && (
          <li>
            <strong>{leftOut.map(({ part }) => part).join(", ")}</strong>: left out.
          </li>
        )}
      </ul>
    </>
  )
}

function Trial({ scenario }: { readonly scenario: ScenarioData }) {
  const { id, title, what, svg, failure, rows } = scenario
  return (
    <section class="trial" data-scenario={id}>
      <h3>{title}</h3>
      <p>{what}</p>
      {failure !== undefined && <p class="verdict verdict-hazard">Not simulated: {failure}.</p>}
      {svg !== "" && (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: the build draws it, from numbers and names that it escapes
        <div class="trial-sheet" dangerouslySetInnerHTML={{ __html: svg }} />
      )}
      <div class="scroll-x">
        <table class="plain">
          <thead>
            <tr>
              <th scope="col">Measured</th>
              <th scope="col">Figure</th>
              <th scope="col">Limit</th>
              <th scope="col">Held</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.title} title={row.source}>
                <th scope="row">{row.title}</th>
                <td>{row.figure}</td>
                <td>{row.limit}</td>
                <td>{row.limit === "" ? "" : row.held ? "yes" : "no"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

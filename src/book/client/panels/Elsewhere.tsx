import type { FoundGroup } from "../search"
import { Chip } from "../widgets/Chip"

/** Of each group; more words find fewer. */
const most = 8

/** What a search finds beside the list of parts. */
export function Elsewhere({ groups }: { readonly groups: readonly FoundGroup[] }) {
  return (
    <>
      {groups.map(({ title, found }) => (
        <section key={title} class="elsewhere">
          <h3>
            {title}: {found.length}
          </h3>
          <ul>
            {found.slice(0, most).map(({ target, name, text }) => (
              <li key={target.id}>
                <Chip kind={target.kind} id={target.id} text={name} fly /> <span class="quiet">{text}</span>
              </li>
            ))}
          </ul>
          {found.length > most && <p class="quiet">and {found.length - most} more: add a word</p>}
        </section>
      ))}
    </>
  )
}

import type { FileData } from "../../data"
import { book } from "../state"

/** Everything in the package with size and sha256. The links work while this page lies in its package. */
export function FilesPanel() {
  const groups = new Map<string, FileData[]>()
  for (const file of book.value.files) groups.set(file.group, [...(groups.get(file.group) ?? []), file])
  return (
    <>
      <p class="lead">
        Files beside this page in its package. <code>npm run verify -- FOLDER</code> checks them against{" "}
        <a href="manifest.json">manifest.json</a>, years later too.
      </p>
      {[...groups].map(([group, files]) => (
        <details key={group} class="files" open={files.length <= 12}>
          <summary>
            <h3>{group}</h3>
            <span class="quiet">{files.length}</span>
          </summary>
          <ul>
            {files.map((file) => (
              <li key={file.path}>
                <div>
                  <a href={file.path} download="">
                    {file.path}
                  </a>
                  <span class="quiet">{file.what}</span>
                </div>
                <span class="size">{sizeText(file.size)}</span>
                <code class="hash">{file.sha256}</code>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  )
}

export const sizeText = (bytes: number): string =>
  bytes < 1000
    ? `${bytes} B`
    : bytes < 1e6
      ? `${(bytes / 1000).toFixed(1)} kB`
      : `${(bytes / 1e6).toFixed(2)} MB`

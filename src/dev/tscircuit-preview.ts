import { spawn } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { previewSource } from "../pipeline/preview-source"

export interface PreviewOptions {
  readonly root: string
  readonly boardId: string
  readonly port: number
  readonly say: (line: string) => void
  /** Ends the preview. */
  readonly signal: AbortSignal
}

/**
 * Runs tscircuit's own live preview (`tsci dev`) on a board, until it ends or is told to. The preview copies its
 * whole folder and every package the folder uses into the browser, and may write into it: so it gets a folder of its
 * own with the board bundled into one file, which is written again on every save.
 * @returns its exit code.
 */
export async function runPreview(options: PreviewOptions): Promise<number> {
  const { root, boardId, say } = options
  const folder = mkdtempSync(join(tmpdir(), "mep-preview-"))
  writeFileSync(join(folder, "package.json"), '{ "name": "preview", "private": true, "type": "module" }\n')
  writeFileSync(
    join(folder, "tsconfig.json"),
    '{ "compilerOptions": { "jsx": "react-jsx", "types": ["tscircuit"] } }\n',
  )
  const { context } = await import("esbuild")
  const bundle = await context({
    absWorkingDir: root,
    stdin: {
      contents: await previewSource(root, boardId),
      resolveDir: root,
      sourcefile: "preview.tsx",
      loader: "tsx",
    },
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    jsx: "preserve",
    external: ["react", "react/*", "tscircuit", "@tscircuit/*"],
    outfile: join(folder, "index.tsx"),
    tsconfigRaw: {},
    logLevel: "silent",
    plugins: [
      {
        name: "say",
        setup: (build) =>
          build.onEnd(({ errors }) => {
            for (const { text, location } of errors)
              say(`error: ${location === null ? "" : `${location.file}:${location.line}: `}${text}`)
          }),
      },
    ],
  })
  try {
    await bundle.rebuild().catch(() => {}) // told by the plugin
    await bundle.watch()
    const child = spawn(
      process.execPath,
      [
        join(root, "node_modules", "tscircuit", "cli.mjs"),
        "dev",
        "index.tsx",
        "--port",
        String(options.port),
      ],
      { cwd: folder, stdio: "inherit" },
    )
    options.signal.addEventListener("abort", () => child.kill())
    return await new Promise<number>((resolve, reject) => {
      child.on("error", reject)
      child.on("close", (code) => resolve(options.signal.aborted ? 0 : (code ?? 0)))
    })
  } finally {
    await bundle.dispose()
    rmSync(folder, { recursive: true, force: true })
  }
}

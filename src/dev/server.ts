import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { UserError } from "../model/finding"
import type { PageState } from "./messages"

/** What the server asks of the rest. */
export interface ServerSource {
  /** The page as it is now. */
  readonly page: () => string
  /** The book's data as JSON; undefined before the first book. */
  readonly data: () => string | undefined
  readonly model: () => string | undefined
  readonly state: () => PageState
  /** A file of the package in memory. */
  readonly file: (path: string) => Promise<Uint8Array | undefined>
  /** Routes the board: the one thing that the page may ask to be done. */
  readonly route: () => void
}

export interface RunningServer {
  readonly port: number
  /** Tells all open pages the state. */
  readonly push: () => void
  readonly close: () => Promise<void>
}

/** How many ports are tried after the first when that was not asked for by number. */
const triedPorts = 20

/**
 * Serves the book on 127.0.0.1, for this machine alone.
 * @param port 0: any free one. @param strict whether only that port will do.
 * @throws UserError when the port is taken.
 */
export async function startServer(
  source: ServerSource,
  port: number,
  strict: boolean,
): Promise<RunningServer> {
  const listeners = new Set<ServerResponse>()
  const server = createServer((request, response) => {
    answer(request, response, source, listeners).catch(() => {
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  await listen(server, port, strict ? 1 : triedPorts)
  const push = (): void => {
    const event = `data: ${JSON.stringify(source.state())}\n\n`
    for (const response of listeners) response.write(event)
  }
  return {
    port: (server.address() as AddressInfo).port,
    push,
    close: () =>
      new Promise((resolve) => {
        for (const response of listeners) response.end()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  source: ServerSource,
  listeners: Set<ServerResponse>,
): Promise<void> {
  // A page elsewhere whose name resolves to this machine must not read the board.
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? ""))
    return send(response, 403, "text/plain", "")
  const path = new URL(request.url ?? "/", "http://localhost").pathname
  if (request.method === "POST" && path === "/route") {
    // Pages elsewhere may send this here, but not under the name of this one.
    if (request.headers.origin !== `http://${request.headers.host}`)
      return send(response, 403, "text/plain", "")
    source.route()
    return send(response, 202, "text/plain", "")
  }
  if (request.method !== "GET" && request.method !== "HEAD") return send(response, 405, "text/plain", "")
  switch (path) {
    case "/":
    case "/index.html":
      return send(response, 200, "text/html; charset=utf-8", source.page())
    case "/book.json": {
      const data = source.data()
      return data === undefined
        ? send(response, 404, "text/plain", "")
        : send(response, 200, "application/json; charset=utf-8", data, { "x-book-data": source.state().data })
    }
    case "/book-model.json": {
      const model = source.model()
      return model === undefined
        ? send(response, 404, "text/plain", "")
        : send(response, 200, "application/json", model)
    }
    case "/events":
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" })
      response.write(`retry: 500\ndata: ${JSON.stringify(source.state())}\n\n`)
      listeners.add(response)
      response.on("close", () => listeners.delete(response))
      return
    default: {
      const content = await source.file(decoded(path.slice(1)))
      return content === undefined
        ? send(response, 404, "text/plain; charset=utf-8", "not in the package while it is edited\n")
        : send(response, 200, typeOf(path), content)
    }
  }
}

/** Not every path is well-formed; one that is not names no file. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    ...headers,
    "content-type": type,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  })
  response.end(body)
}

const types: Readonly<Record<string, string>> = {
  json: "application/json; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  zip: "application/zip",
}

const typeOf = (path: string): string =>
  types[path.slice(path.lastIndexOf(".") + 1)] ?? "text/plain; charset=utf-8"

async function listen(server: Server, port: number, tries: number): Promise<void> {
  for (let next = port; ; next++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject)
        server.listen(next, "127.0.0.1", () => {
          server.off("error", reject)
          resolve()
        })
      })
      return
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code
      if (code === "EADDRINUSE" && next + 1 < port + tries) continue
      const why = code === "EADDRINUSE" ? "is taken" : `cannot be opened (${code})`
      throw new UserError(`port ${next} ${why}: choose another with --port`, { cause: error })
    }
  }
}

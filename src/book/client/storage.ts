/** Browser storage that may be missing, full or forbidden (private windows, some `file://` pages): then nothing is kept. */
export function readStored<T>(area: "local" | "session", key: string, fallback: T): T {
  try {
    const text = (area === "local" ? localStorage : sessionStorage).getItem(key)
    return text === null ? fallback : (JSON.parse(text) as T)
  } catch {
    return fallback
  }
}

/** @returns whether it was kept. */
export function store(area: "local" | "session", key: string, value: unknown): boolean {
  try {
    ;(area === "local" ? localStorage : sessionStorage).setItem(key, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

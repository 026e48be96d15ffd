const methods = ["log", "info", "warn", "error", "debug"] as const

/**
 * Runs `work` with the console silenced: React and tscircuit print stack traces of errors that are reported in one
 * line anyway, and stdout belongs to the command's result. `--debug` lets everything through.
 */
export async function quietly<T>(work: () => Promise<T>): Promise<T> {
  if (process.argv.includes("--debug")) return work()
  const original = methods.map((method) => console[method])
  for (const method of methods) console[method] = () => {}
  try {
    return await work()
  } finally {
    methods.forEach((method, index) => {
      console[method] = original[index] as (typeof console)[typeof method]
    })
  }
}

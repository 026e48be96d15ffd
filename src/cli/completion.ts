import type { Argument, Command, Option } from "commander"

export const shells = ["bash", "zsh", "fish"] as const
export type Shell = (typeof shells)[number]

/** What follows a word: one of these, a board, a file, or what nobody can know. */
type Values = readonly string[] | "boards" | "files" | "anything"

interface Flag {
  /** `--out`, and `-q` where there is one. */
  readonly names: readonly string[]
  readonly description: string
  /** Where it wants a word after it. */
  readonly values?: Values
}

interface Entry {
  readonly name: string
  readonly description: string
  readonly flags: readonly Flag[]
  /** What its arguments are; undefined where it has none. */
  readonly values?: Values
}

/** The commands as the command line has them, without those that only it starts. */
export function completionTable(program: Command): Entry[] {
  const help = program.createHelp()
  return help.visibleCommands(program).map((command) => {
    const [argument] = command.registeredArguments
    const values =
      command.name() === "help" ? help.visibleCommands(program).map((one) => one.name()) : undefined
    return {
      name: command.name(),
      description: help.subcommandDescription(command),
      flags: help.visibleOptions(command).map(flagOf),
      ...(values !== undefined
        ? { values }
        : argument === undefined
          ? {}
          : { values: argumentValues(argument) }),
    }
  })
}

const argumentValues = (argument: Argument): Values => argument.argChoices ?? valuesNamed(argument.name())

/** By the word that stands for it in the help. */
const valuesNamed = (placeholder: string): Values =>
  /file|dir|folder|zip|old/.test(placeholder) ? "files" : "anything"

const flagOf = (option: Option): Flag => ({
  names: [option.long, option.short].filter((name): name is string => name !== undefined),
  description: option.description,
  ...(option.required || option.optional
    ? {
        values:
          option.argChoices ??
          (option.long === "--board" ? "boards" : valuesNamed(option.flags.replace(/^[^<[]*/, ""))),
      }
    : {}),
})

/** A script that completes `mep` in a shell; it knows the commands of today and looks for boards when it is asked. */
export function completionScript(shell: Shell, program: Command): string {
  const entries = completionTable(program)
  return { bash, zsh, fish }[shell](entries)
}

/** Folders with an index.tsx, seen from the project's root; nothing elsewhere. */
const boardsInSh = `for board in boards/*/index.tsx; do [ -e "$board" ] && basename "$(dirname "$board")"; done`

const words = (entry: Entry): string => entry.flags.flatMap(({ names }) => names).join(" ")

const bashValues = (values: Values): string => {
  if (values === "anything") return ":"
  if (values === "files") return 'COMPREPLY=($(compgen -f -- "$word"))'
  return `COMPREPLY=($(compgen -W "${values === "boards" ? "$(_mep_boards)" : values.join(" ")}" -- "$word"))`
}

function bash(entries: readonly Entry[]): string {
  const flagsWithValues = (entry: Entry): string[] =>
    entry.flags.flatMap(({ names, values }) =>
      values === undefined ? [] : [`      "${entry.name} ${names[0]}") ${bashValues(values)}; return ;;`],
    )
  return `# mep completion bash
_mep_boards() { ${boardsInSh}; }
_mep() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}"
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${entries.map(({ name }) => name).join(" ")} --help --version --json" -- "$word"))
    return
  fi
  case "$command $before" in
${entries.flatMap(flagsWithValues).join("\n")}
  esac
  if [ "\${word#-}" != "$word" ]; then
    case "$command" in
${entries.map((entry) => `      ${entry.name}) COMPREPLY=($(compgen -W "${words(entry)}" -- "$word")) ;;`).join("\n")}
    esac
    return
  fi
  case "$command" in
${entries.flatMap(({ name, values }) => (values === undefined ? [] : [`    ${name}) ${bashValues(values)} ;;`])).join("\n")}
  esac
}
complete -o filenames -F _mep mep
`
}

/** Within single quotes of any shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

const zshText = (text: string): string => text.replace(/[\\[\]:]/g, "\\$&")

const zshValues = (values: Values): string => {
  if (typeof values !== "string") return `(${values.join(" ")})`
  return { boards: "_mep_boards", files: "_files", anything: "" }[values]
}

function zsh(entries: readonly Entry[]): string {
  const flag = ({ names, description, values }: Flag): string[] =>
    names.map((name) =>
      quoted(`${name}[${zshText(description)}]${values === undefined ? "" : `:value:${zshValues(values)}`}`),
    )
  const branch = (entry: Entry): string => {
    const rest = entry.values === undefined ? [] : [quoted(`*:argument:${zshValues(entry.values)}`)]
    return `    ${entry.name}) _arguments ${[...entry.flags.flatMap(flag), ...rest].join(" ")} ;;`
  }
  return `#compdef mep
_mep_boards() { local -a boards; boards=(boards/*/index.tsx(N:h:t)); compadd -a boards }
_mep() {
  if (( CURRENT == 2 )); then
    local -a commands
    commands=(${entries.map(({ name, description }) => quoted(`${name}:${zshText(description)}`)).join(" ")})
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${entries.map(branch).join("\n")}
  esac
}
compdef _mep mep
`
}

function fish(entries: readonly Entry[]): string {
  const quotedFish = (text: string): string => `'${text.replace(/[\\']/g, "\\$&")}'`
  const given = (values: Values): string[] => {
    if (values === "files") return ["-F"]
    if (values === "anything") return []
    return ["-a", values === "boards" ? "'(__mep_boards)'" : quotedFish(values.join(" "))]
  }
  const flag = (command: string, { names, description, values }: Flag): string => {
    const [long = "", short] = names
    return [
      `complete -c mep -n '__fish_seen_subcommand_from ${command}' -l ${long.replace(/^--/, "")}`,
      ...(short === undefined ? [] : [`-s ${short.replace(/^-/, "")}`]),
      ...(values === undefined ? [] : [values === "files" ? "-r" : "-x", ...given(values)]),
      `-d ${quotedFish(description)}`,
    ].join(" ")
  }
  return `${[
    "# mep completion fish",
    "function __mep_boards; for board in boards/*/index.tsx; basename (dirname $board); end; end",
    "complete -c mep -f",
    ...entries.flatMap((entry) => [
      `complete -c mep -n __fish_use_subcommand -a ${entry.name} -d ${quotedFish(entry.description)}`,
      ...entry.flags.map((one) => flag(entry.name, one)),
      ...(entry.values === undefined
        ? []
        : [
            `complete -c mep -n '__fish_seen_subcommand_from ${entry.name}' ${given(entry.values).join(" ")}`,
          ]),
    ]),
  ].join("\n")}\n`
}

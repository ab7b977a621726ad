import { parseArgs } from 'node:util'
import { parseOptions, type Command } from './command.ts'
import { listCommands, loadCommand } from './commands/index.ts'
import { helpOf, overview } from './help.ts'
import { nearest } from './nearest.ts'
import { complain, Problem, say } from './terminal.ts'
import { VERSION } from './version.ts'

/** `fondaco COMMAND ...`: the exit code is 0 when it did its work and 1 when it could not. */
export async function main(argv: readonly string[]): Promise<void> {
  try {
    process.exitCode = await dispatch(argv)
  } catch (error) {
    complain(error)
    // Pools and children of a command that failed halfway must not keep the terminal waiting.
    process.exit(1)
  }
}

async function dispatch([first, ...rest]: readonly string[]): Promise<number> {
  if (first === undefined || first === '--help' || first === '-h') return show(await overview())
  if (first === '--version' || first === '-v') return show(VERSION)
  if (first === 'help') return show(rest[0] === undefined ? await overview() : helpOf(await find(rest[0])))
  const command = await find(first)
  if (rest.includes('--help') || rest.includes('-h')) return show(helpOf(command))
  return (await command.run(readInput(command, rest))) ?? 0
}

function show(text: string): number {
  say(text)
  return 0
}

async function find(name: string): Promise<Command> {
  const command = await loadCommand(name)
  if (command) return command
  const near = nearest(name, listCommands())
  const hint = near === undefined ? '' : `Did you mean "fondaco ${near}"? `
  throw new Problem(`There is no command "${name}".`, `${hint}"fondaco help" lists them all.`)
}

function readInput(command: Command, argv: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: parseOptions(command.options),
      allowPositionals: true,
      strict: true,
    })
    const entries = Object.entries(values)
    const flags = Object.fromEntries(
      entries.filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean'),
    )
    const texts = Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
    return { words: positionals, flags, texts }
  } catch (error) {
    const [, asked] = /'(--?[\w-]+)/.exec(String(error)) ?? []
    const known = Object.keys(command.options).map((name) => `--${name}`)
    const near = asked === undefined ? undefined : nearest(asked, known)
    throw new Problem(
      asked === undefined
        ? String((error as Error).message)
        : `"fondaco ${command.name}" cannot do anything with ${asked}.`,
      `${near === undefined ? '' : `Did you mean ${near}? `}"fondaco help ${command.name}" explains its options.`,
    )
  }
}

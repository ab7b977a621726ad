import type { ParseArgsOptionsConfig } from 'node:util'

/** One command of `fondaco`, and all that its help says. */
export interface Command {
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  /** What stands behind `fondaco name`: `products FILE.csv [options]`. */
  readonly usage: string
  /** Paragraphs that teach what it does, and what it never does. */
  readonly description: readonly string[]
  readonly options: Readonly<Record<string, Option>>
  readonly examples: readonly { readonly line: string; readonly does: string }[]
  readonly run: (input: CommandInput) => Promise<number | void>
}

export interface Option {
  readonly type: 'boolean' | 'string'
  /** The word that stands for a text: FOLDER. */
  readonly value?: string
  readonly says: string
}

export interface CommandInput {
  readonly words: readonly string[]
  readonly flags: Readonly<Record<string, boolean | undefined>>
  readonly texts: Readonly<Record<string, string | undefined>>
}

export function parseOptions(options: Command['options']): ParseArgsOptionsConfig {
  const own = Object.entries(options).map(([name, { type }]) => [name, { type }] as const)
  return Object.fromEntries([...own, ['help', { type: 'boolean', short: 'h' }]])
}

import { MigrationProblem } from '../host/database/migrate.ts'
import { WrongSettings } from '../host/config/settings.ts'
import { PostgresProblem } from '../host/postgres/launcher.ts'
import { DatabaseProblem } from '../host/organisations/problem.ts'

const colourful = process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined
const paint = (code: string) => (text: string) => (colourful ? `\u001b[${code}m${text}\u001b[0m` : text)

export const bold = paint('1')
export const dim = paint('2')
export const green = paint('32')
export const yellow = paint('33')
export const red = paint('31')
export const cyan = paint('36')

export function say(line = ''): void {
  process.stdout.write(`${line}\n`)
}

/** A sentence about work under way. */
export function progress(sentence: string): void {
  process.stdout.write(`${dim('·')} ${sentence}\n`)
}

/** What a person did or has that keeps the program from going on: one sentence, one remedy, exit code 1. */
export class Problem extends Error {
  readonly remedy: string
  constructor(message: string, remedy: string) {
    super(message)
    this.remedy = remedy
  }
}

/** Prints why a command could not do its work. Unforeseen errors keep their stack: they are ours to mend. */
export function complain(error: unknown): void {
  for (const { message, remedy } of problemsOf(error)) {
    process.stderr.write(`${red('✗')} ${message}\n${remedy === '' ? '' : `  ${cyan('→')} ${remedy}\n`}`)
  }
}

interface Sentence {
  readonly message: string
  readonly remedy: string
}

export function problemsOf(error: unknown): readonly Sentence[] {
  if (error instanceof WrongSettings) return error.problems
  if (
    error instanceof Problem ||
    error instanceof PostgresProblem ||
    error instanceof DatabaseProblem ||
    error instanceof MigrationProblem
  )
    return [error]
  const known = knownSystemError(error)
  if (known) return [known]
  return [{ message: error instanceof Error ? (error.stack ?? error.message) : String(error), remedy: '' }]
}

/** The lock on the data folder is a SQLite file: https://sqlite.org/rescode.html */
const sqliteCodes: Readonly<Record<number, string>> = { 8: 'EROFS', 10: 'EROFS', 13: 'ENOSPC', 14: 'EACCES' }

function knownSystemError(error: unknown): Sentence | undefined {
  const { code: systemCode, path, message } = error as NodeJS.ErrnoException
  const code = sqliteCodes[(error as { errcode?: number }).errcode ?? 0] ?? systemCode
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return {
      message: `The disk is full (${message}).`,
      remedy: 'Free some space, at least 1 GB, and start again. Nothing was lost.',
    }
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    const remedy =
      'Give the folder to the account that starts Fondaco, or set DATA_FOLDER to one that it may write into.'
    return { message: `${path ?? 'A file'} may not be written by this account.`, remedy }
  }
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return { message: `${path ?? 'A path'} is not a folder.`, remedy: 'Set DATA_FOLDER to a folder.' }
  }
  return undefined
}

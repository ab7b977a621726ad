import type { Result } from '../kernel/result.ts'
import { Problem } from './terminal.ts'

/** The program's own commands are never refused; if one is, the person at the terminal must know why. */
export function demand<T>(result: Result<T>): T {
  if (result.ok) return result.value
  const { code, field, params } = result.refusal
  const where = field === undefined ? '' : ` (${field})`
  throw new Problem(
    `The program was refused by its own house: ${code}${where}${params ? ` ${JSON.stringify(params)}` : ''}.`,
    'Run "fondaco doctor"; docs/errors.md explains the code.',
  )
}

import { isPostgresError } from '../database/errors.ts'

/** What keeps the databases from being used, and what a person can do about it. */
export class DatabaseProblem extends Error {
  readonly remedy: string
  constructor(message: string, remedy: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'DatabaseProblem'
    this.remedy = remedy
  }
}

const INSUFFICIENT_PRIVILEGE = '42501'

/** `message` and `remedy` speak of missing rights; any other cause keeps its own words. */
export function databaseProblem(cause: unknown, message: string, remedy: string): DatabaseProblem {
  if (isPostgresError(cause) && cause.code === INSUFFICIENT_PRIVILEGE)
    return new DatabaseProblem(message, remedy, { cause })
  const words = cause instanceof Error ? cause.message : String(cause)
  return new DatabaseProblem(`${message.split(' and ')[0]}: ${words}`, remedy, { cause })
}

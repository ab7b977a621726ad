/** PostgreSQL's error as `pg` raises it; only the fields that the house reads. */
export interface PostgresError extends Error {
  readonly code: string
  readonly constraint?: string
  readonly table?: string
  readonly detail?: string
}

export function isPostgresError(error: unknown): error is PostgresError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.length === 5
}

const SERIALIZATION_FAILURE = '40001'
const DEADLOCK_DETECTED = '40P01'
const INTERNAL_ERROR = 'XX000'

/** Worth running the whole transaction again: nobody's fault, and PostgreSQL rolled it back whole. */
export function isRetryable(error: unknown): boolean {
  if (!isPostgresError(error)) return false
  return error.code === SERIALIZATION_FAILURE || error.code === DEADLOCK_DETECTED || isCrossedMultixact(error)
}

/**
 * Two that update one row while others hold its key can meet in PostgreSQL 18's `MultiXactIdCreateFromMembers`, which refuses the second
 * instead of letting it wait: seen once in our races, as rare and as harmless as a deadlock.
 */
function isCrossedMultixact({ code, message }: PostgresError): boolean {
  return code === INTERNAL_ERROR && message.startsWith('new multixact has more than one updating member')
}

const CONNECTION_CODES = new Set(['57P01', '57P02', '57P03', '08000', '08003', '08006', '08001', '53300'])
const SOCKET_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT'])

/** The database is away (restarting, crashed, full of connections): an outage, answered with 503 and Retry-After. */
/** A lock or a statement took longer than a person would wait: nothing was done, and trying again is right. */
export function isDatabaseBusy(error: unknown): boolean {
  return isPostgresError(error) && (error.code === '55P03' || error.code === '57014')
}

export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  if (CONNECTION_CODES.has(code) || SOCKET_CODES.has(code)) return true
  return /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout/.test(
    error.message,
  )
}

/** The caller's text holds what PostgreSQL cannot keep: U+0000, or what is no UTF-8. */
export function isUnstorableText(error: unknown): boolean {
  return isPostgresError(error) && (error.code === '22021' || error.code === '22P05')
}

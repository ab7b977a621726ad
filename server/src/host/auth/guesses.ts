import { createHash } from 'node:crypto'
import { ok } from '../../kernel/result.ts'
import type { House } from '../context.ts'
import { sql } from '../database/sql.ts'
import { transact } from '../database/transaction.ts'
import { verifyPassword } from './passwords.ts'

/**
 * Guessing a password or a code, slowed.
 *
 * Each attempt is first written down as a failure, under the account's key and the address's key, and struck out again when
 * it proves right: a hundred guesses sent at once cannot all pass before the first is counted, which they would if failures
 * were recorded afterwards. After a few free attempts each further one has to wait, twice as long each time. An attempt that
 * must wait is neither verified nor counted, so that impatience does not lengthen the wait. Open sessions are never touched:
 * a guesser can make the owner wait for a new sign-in, not end the one that is open.
 *
 * Rejected: doing this inside the command's transaction. A refusal rolls back, and with it the record of the failure; and
 * argon2 would hold a connection for as long as it computes.
 */
interface Guessing {
  /** The account that is guessed at, as it was typed: counted whether it exists or not. */
  readonly account: string
  readonly ip: string
}

export interface Guess<T> extends Guessing {
  /** Who is found to be right; undefined for a wrong guess. Does the same work for both. */
  readonly check: () => Promise<T | undefined>
}

export interface PasswordGuess<T> extends Guessing {
  /** The account's keeper and its stored hash; undefined where there is none. */
  readonly find: () => Promise<{ readonly owner: T; readonly passwordHash: string | null } | undefined>
  readonly password: string
}

export type GuessOutcome<T> =
  | { readonly kind: 'right'; readonly owner: T }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly seconds: number }

const WINDOW_MS = 3_600_000
const LONGEST_WAIT_SECONDS = 900
/** One person mistypes; behind one address a whole office does. */
const FREE_FAILURES = { account: 5, address: 40 } as const

/** Seconds between one failure and the next attempt: 2, 4, 8 ... up to a quarter of an hour. */
export function waitSeconds(failures: number, free: number): number {
  if (failures < free) return 0
  return Math.min(2 ** (failures - free + 1), LONGEST_WAIT_SECONDS)
}

export function guessPassword<T>(
  house: House,
  { find, password, ...guessing }: PasswordGuess<T>,
): Promise<GuessOutcome<T>> {
  return guess(house, {
    ...guessing,
    check: async () => {
      const found = await find()
      const right = await verifyPassword(found?.passwordHash ?? undefined, password)
      return right ? found?.owner : undefined
    },
  })
}

export async function guess<T>(house: House, guess: Guess<T>): Promise<GuessOutcome<T>> {
  const keys = { account: keyOf('account', guess.account), address: keyOf('address', guess.ip) }
  const at = house.clock.now()
  const seconds = await writeDown(house, keys, at)
  if (seconds > 0) return { kind: 'wait', seconds }
  const owner = await guess.check()
  if (owner === undefined) return { kind: 'wrong' }
  await strikeOut(house, keys, at)
  return { kind: 'right', owner }
}

interface Keys {
  readonly account: string
  readonly address: string
}

/** Hashed: people type passwords into the field for the name, and addresses are personal data. */
function keyOf(kind: string, text: string): string {
  return `${kind}:${createHash('sha256').update(text.toLowerCase()).digest('base64url')}`
}

async function writeDown(house: House, keys: Keys, at: Date): Promise<number> {
  const result = await transact(house.database, async (tx) => {
    const both = [keys.account, keys.address]
    // In the order of their hashes, so that two attempts never wait for each other crosswise.
    await tx.rows(sql`
      SELECT pg_advisory_xact_lock(lock) FROM (
        SELECT hashtextextended(key, 0) AS lock FROM unnest(${both}::text[]) AS key ORDER BY 1) AS locks`)
    const counted = await tx.rows(sql<{ key: string; failures: number; last_at: Date }>`
      SELECT key, count(*)::int AS failures, max(at) AS last_at FROM host.sign_in_failure
      WHERE key = ANY(${both}::text[]) AND at > ${new Date(at.getTime() - WINDOW_MS)} GROUP BY key`)
    const waits = counted.map(({ key, failures, last_at }) => {
      const free = key === keys.account ? FREE_FAILURES.account : FREE_FAILURES.address
      return Math.ceil((last_at.getTime() - at.getTime()) / 1000 + waitSeconds(failures, free))
    })
    const seconds = Math.max(0, ...waits)
    if (seconds === 0) {
      tx.later(sql`INSERT INTO host.sign_in_failure (key, at) SELECT key, ${at} FROM unnest(${both}::text[]) AS key`)
    }
    return ok(seconds)
  })
  return result.ok ? result.value : LONGEST_WAIT_SECONDS
}

/** The account starts afresh; of the address only this attempt goes, or a guesser would clear it with an account of his own. */
async function strikeOut(house: House, keys: Keys, at: Date): Promise<void> {
  await house.database.rows(sql`
    DELETE FROM host.sign_in_failure WHERE key = ${keys.account} OR ctid IN (
      SELECT ctid FROM host.sign_in_failure WHERE key = ${keys.address} AND at = ${at} LIMIT 1)`)
}

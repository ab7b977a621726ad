import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from './refusals.ts'

/** By what a key is known wherever it turns up: in a log, in a repository, to those who look for lost secrets. */
export const KEY_PREFIX = 'fondaco_'
export const MOST_KEY_DAYS = 366
const DAY_MS = 86_400_000

export interface KeyWish {
  readonly permissions: readonly string[]
  readonly expiresAt: Date
}

/** A key ends within a year and may nothing that whoever makes it may not. */
export function decideKey(wish: KeyWish, maker: ReadonlySet<string>, now: Date): Result<void> {
  const { permissions, expiresAt } = wish
  if (expiresAt.getTime() <= now.getTime()) return refusals.key_end_past({ field: 'expiresAt' })
  if (expiresAt.getTime() - now.getTime() > MOST_KEY_DAYS * DAY_MS) {
    return refusals.key_end_too_late({ field: 'expiresAt', params: { days: MOST_KEY_DAYS } })
  }
  const lacking = permissions.find((permission) => !maker.has(permission))
  if (lacking === undefined) return ok()
  return refusals.grants_too_much({ field: 'permissions', params: { permission: lacking } })
}

type Narrowing = Readonly<Record<string, readonly string[] | undefined>>

/** What is left where both narrow: a kind that only one of them names keeps that one's codes. Undefined: every row. */
export function narrowest(one: Narrowing | undefined, other: Narrowing | undefined): Narrowing | undefined {
  if (!one || !other) return one ?? other
  const kinds = [...new Set([...Object.keys(one), ...Object.keys(other)])]
  return Object.fromEntries(
    kinds.map((kind) => {
      const [left, right] = [one[kind], other[kind]]
      return [kind, left && right ? left.filter((code) => right.includes(code)) : (left ?? right)]
    }),
  )
}

import { fragment, trusted, type Fragment } from '../database/sql.ts'

/**
 * Rows whose text contains what was typed, by the trigram index over just this expression. Two letters make no trigram of
 * their own; they must begin a word, which does.
 */
export function containing(sql: string, typed: string): Fragment {
  const words = escapeLike(typed.trim().toLowerCase())
  const expression = trusted(sql)
  if ([...typed.trim()].length >= 3) return fragment`${expression} LIKE ${`%${words}%`}`
  return fragment`(${expression} LIKE ${`${words}%`} OR ${expression} LIKE ${`% ${words}%`})`
}

/** Rows whose text begins so, by a plain index over just this expression; the database sorts by code point. */
export function beginning(sql: string, typed: string): Fragment {
  return fragment`${trusted(sql)} LIKE ${`${escapeLike(typed.trim())}%`}`
}

export function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)
}

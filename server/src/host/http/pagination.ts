import { Type, type Static, type TSchema } from 'typebox'
import { ok, type Result } from '../../kernel/result.ts'
import { hostRefusals } from '../refusals.ts'

/** Keyset pages: `after` is the opaque key of the last row seen, so a list stays flat however deep one reads. */
export const pageQuery = {
  after: Type.Optional(Type.String({ maxLength: 400, description: 'Opaque cursor: `nextCursor` of the page before.' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
}

export function pageOf<T extends TSchema>(item: T) {
  return Type.Object({
    items: Type.Array(item),
    nextCursor: Type.Union([Type.String(), Type.Null()], { description: 'Null at the end.' }),
  })
}

export interface Page<T> {
  readonly items: T[]
  readonly nextCursor: string | null
}

export type PageQuery = Static<ReturnType<typeof Type.Object<typeof pageQuery>>>

/** Takes one row more than the page shows, to know whether there is a next page. */
export function toPage<Row, T>(
  rows: readonly Row[],
  limit: number,
  present: (row: Row) => T,
  keyOf: (row: Row) => readonly string[],
): Page<T> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(present),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null,
  }
}

export function encodeCursor(key: readonly (string | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** What a part of a key is: checked before it reaches SQL, because a cursor comes from outside like anything else. */
export type CursorPart = 'instant' | 'date' | 'id' | 'integer' | 'text'

const partPatterns: Readonly<Record<CursorPart, RegExp>> = {
  // PostgreSQL's own text of a timestamptz in UTC, with all its microseconds.
  instant: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?\+00$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  id: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  integer: /^-?\d{1,18}$/,
  text: /^[^\0]{0,300}$/s,
}

export function isCursorPart(part: CursorPart, value: unknown): value is string {
  if (typeof value !== 'string' || !value.isWellFormed() || !partPatterns[part].test(value)) return false
  return (part !== 'instant' && part !== 'date') || !Number.isNaN(Date.parse(value))
}

/** The key inside a cursor, or undefined for the first page; refuses what this house did not make. */
export function decodeCursor(
  cursor: string | undefined,
  parts: readonly CursorPart[],
): Result<readonly string[] | undefined> {
  if (cursor === undefined) return ok(undefined)
  const key = openCursor(cursor)
  if (key?.length === parts.length && parts.every((part, index) => isCursorPart(part, key[index]))) {
    return ok(key as string[])
  }
  return hostRefusals.invalid_cursor({ field: 'after' })
}

/** The parts of a cursor, unchecked; undefined for what is none. A cursor is opaque, its parts are nobody's to write. */
export function openCursor(cursor: string): unknown[] | undefined {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return Array.isArray(key) ? key : undefined
  } catch {
    return undefined
  }
}

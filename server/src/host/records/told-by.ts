import { Type } from 'typebox'
import { isUuid } from '../../kernel/ids.ts'
import type { Change } from '../audit/record.ts'
import type { Call } from '../http/route.ts'
import type { TellPart } from './record-type.ts'
import { APPROVED_BY } from './timeline-words.ts'

export const toldChangeSchema = Type.Object({
  field: Type.String(),
  label: Type.String({ description: 'What people call the field, in the language of the request.' }),
  before: Type.Optional(Type.Unknown()),
  beforeSaid: Type.Optional(Type.String({ description: 'In words, where the value is one of a few codes.' })),
  after: Type.Optional(Type.Unknown()),
  afterSaid: Type.Optional(Type.String()),
})

interface Done {
  readonly actor_kind: string | null
  readonly actor_id: string | null
  readonly changes: readonly Change[] | null
}

/** People of the house, and the keys that they gave to programs. */
const hasName = (kind: string | null) => kind === 'staff' || kind === 'key'

/** Who is named in what was done: those who did it, and those whom it concerned. */
export const peopleIn = (rows: readonly Done[]): string[] =>
  rows.flatMap((row) => [
    ...(hasName(row.actor_kind) && row.actor_id !== null ? [row.actor_id] : []),
    ...(row.changes ?? []).flatMap((change) => [...approversIn(change), ...idsIn(change)]),
  ])

/** Who agreed, where others had to (host/guard). */
const approversIn = ({ field, after }: Change): string[] =>
  field === APPROVED_BY && Array.isArray(after) ? after.map(String) : []

/** Values that may be somebody: a head, a member, who answers for whom. */
const idsIn = ({ before, after }: Change): string[] =>
  [before, after].filter((value): value is string => typeof value === 'string' && isUuid(value))

export function withNames(change: Change, names: ReadonlyMap<string, string>): Change {
  const ids = approversIn(change)
  const named = (value: unknown) => (typeof value === 'string' ? (names.get(value) ?? value) : value)
  if (ids.length === 0 && idsIn(change).length > 0) {
    return { ...change, before: named(change.before), after: named(change.after) }
  }
  return ids.length === 0 ? change : { field: change.field, after: ids.map((id) => names.get(id) ?? id).join(', ') }
}

/** Customers go by their id: their names are theirs, and stand on their own record. */
export function actorName(
  { actor_kind, actor_id }: Pick<Done, 'actor_kind' | 'actor_id'>,
  names: ReadonlyMap<string, string>,
): string | null {
  if (actor_id === null || actor_kind === 'customer') return null
  return hasName(actor_kind) ? (names.get(actor_id) ?? null) : actor_id
}

/** Parts that a kind of record keeps as ids and amounts, in that department's own words. */
export async function partsTeller(
  call: Call,
  type: string,
  rows: readonly { readonly changes: readonly Change[] | null }[],
): Promise<TellPart> {
  const tellParts = call.house.ports?.records?.get(type)?.tellParts
  const told = await tellParts?.(
    call,
    rows.flatMap(({ changes }) => changes ?? []),
  )
  return told ?? ((change) => change)
}

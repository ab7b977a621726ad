import { Type } from 'typebox'
import { isUuid } from '../../kernel/ids.ts'
import { ok } from '../../kernel/result.ts'
import type { Change } from '../audit/record.ts'
import { decodeCursor, pageOf, pageQuery, toPage } from '../http/pagination.ts'
import { query, type Call, type Route } from '../http/route.ts'
import { instantSchema, nullable } from '../http/schemas.ts'
import { hostRefusals } from '../refusals.ts'
import { namesOfStaff } from './names-of-staff.ts'
import { readRecordTimeline, type TimelineRow } from './read-timeline.ts'
import { operationName, recordParams, type NamedRecordType } from './record-type.ts'
import { APPROVED_BY, TimelineWords } from './timeline-words.ts'

const itemSchema = Type.Object({
  id: Type.String(),
  kind: Type.Union([
    Type.Literal('event'),
    Type.Literal('audit'),
    Type.Literal('mail'),
    Type.Literal('job'),
    Type.Literal('file'),
  ]),
  at: instantSchema,
  name: Type.String({ description: 'For programs: event name, audited action, mail subject, job kind, file name.' }),
  title: Type.String({ description: 'For people, in the language of the request.' }),
  actor: nullable(
    Type.Object({
      kind: Type.String({ description: 'staff, customer, guest, provider or system.' }),
      id: nullable(Type.String()),
      name: nullable(Type.String({ description: 'Of staff, providers and parts of the program.' })),
    }),
  ),
  state: nullable(Type.String({ description: 'Of a mail or job; added or removed of a file.' })),
  reason: nullable(Type.String()),
  changes: Type.Array(
    Type.Object({
      field: Type.String(),
      label: Type.String(),
      before: Type.Optional(Type.Unknown()),
      after: Type.Optional(Type.Unknown()),
    }),
  ),
  link: nullable(
    Type.Object({
      kind: Type.Union([Type.Literal('mail'), Type.Literal('job'), Type.Literal('file')]),
      id: Type.String(),
    }),
  ),
})

/** `words` are shared by all kinds of record of one server. */
export function timelineRoute(record: NamedRecordType, namespaces: readonly string[]): Route {
  const { type, read, exists, place } = record
  let words: TimelineWords | undefined
  return query({
    method: 'GET',
    path: `/records/${type}/:id/timeline`,
    operationId: operationName('read', record, 'Timeline'),
    summary: `What happened to a record (${type}), the newest first`,
    permission: read,
    own: 'any',
    ...(place ? { withinScope: place } : {}),
    params: recordParams(record),
    query: Type.Object(pageQuery),
    response: pageOf(itemSchema),
    answer: async (call, { params, query: { after, limit = 50 } }) => {
      const { house } = call
      const cursor = decodeCursor(after, ['instant', 'text'])
      if (!cursor.ok) return cursor
      const [at = '', id = ''] = cursor.value ?? []
      if (!(await exists(house.database, params.id))) return hostRefusals.record_not_found()
      const from = cursor.value && { at, id }
      const rows = await readRecordTimeline(house.database, { type, id: params.id, after: from, limit })
      const names = await namesOfStaff(house, staffIn(rows))
      words ??= new TimelineWords(house.translations, namespaces)
      const saying = words
      return ok(
        toPage(
          rows,
          limit,
          (row) => presentItem(row, { call, names, words: saying }),
          (row) => [row.at_text, row.id],
        ),
      )
    },
  })
}

/** People of the house, and the keys that they gave to programs. */
const hasName = (kind: string | null) => kind === 'staff' || kind === 'key'

const staffIn = (rows: readonly TimelineRow[]) =>
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

function withNames(change: Change, names: ReadonlyMap<string, string>): Change {
  const ids = approversIn(change)
  const named = (value: unknown) => (typeof value === 'string' ? (names.get(value) ?? value) : value)
  if (ids.length === 0 && idsIn(change).length > 0) {
    return { ...change, before: named(change.before), after: named(change.after) }
  }
  return ids.length === 0 ? change : { field: change.field, after: ids.map((id) => names.get(id) ?? id).join(', ') }
}

interface Saying {
  readonly call: Call
  readonly names: ReadonlyMap<string, string>
  readonly words: TimelineWords
}

function presentItem(row: TimelineRow, { call, names, words }: Saying) {
  const translate = call.house.translations.for(call.locale)
  const link = row.kind === 'mail' || row.kind === 'job' || row.kind === 'file' ? row.kind : undefined
  return {
    id: row.id,
    kind: row.kind,
    at: row.at.toISOString(),
    name: row.name,
    title: words.title(row, translate),
    actor: row.actor_kind === null ? null : { kind: row.actor_kind, id: row.actor_id, name: nameOf(row, names) },
    state: row.state,
    reason: row.reason,
    changes: (row.changes ?? []).map((change) => ({
      ...withNames(change, names),
      label: words.field(change.field, row.name, translate),
    })),
    link: link === undefined ? null : { kind: link, id: row.id.split(' ')[0] ?? row.id },
  }
}

/** Customers go by their id: their names are theirs, and stand on their own record. */
function nameOf({ actor_kind, actor_id }: TimelineRow, names: ReadonlyMap<string, string>): string | null {
  if (actor_id === null || actor_kind === 'customer') return null
  return hasName(actor_kind) ? (names.get(actor_id) ?? null) : actor_id
}

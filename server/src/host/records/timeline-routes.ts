import { Type } from 'typebox'
import { ok } from '../../kernel/result.ts'
import { companyBehind } from '../attachments/company-behind.ts'
import { decodeCursor, pageOf, pageQuery, toPage } from '../http/pagination.ts'
import { query, type Call, type Route } from '../http/route.ts'
import { instantSchema, nullable } from '../http/schemas.ts'
import { hostRefusals } from '../refusals.ts'
import { namesOfStaff } from './names-of-staff.ts'
import { readRecordTimeline, type TimelineRow } from './read-timeline.ts'
import { operationName, recordParams, type NamedRecordType, type TellPart } from './record-type.ts'
import { timelineWords, type TimelineWords } from './timeline-words.ts'
import { actorName, partsTeller, peopleIn, toldChangeSchema, withNames } from './told-by.ts'

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
  state: nullable(Type.String({ description: 'Of a mail or job; added, removed or shared of a file.' })),
  reason: nullable(Type.String()),
  changes: Type.Array(toldChangeSchema),
  link: nullable(
    Type.Object({
      kind: Type.Union([Type.Literal('mail'), Type.Literal('job'), Type.Literal('file')]),
      id: Type.String(),
    }),
  ),
})

export function timelineRoute(record: NamedRecordType): Route {
  const { type, read, exists, place } = record
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
      const company = await companyBehind(call)
      const from = cursor.value && { at, id }
      const words = timelineWords(house.translations)
      const { saidTwice } = words
      const rows = await readRecordTimeline(house.database, {
        type,
        id: params.id,
        after: from,
        limit,
        company,
        saidTwice,
      })
      const names = await namesOfStaff(house, peopleIn(rows))
      const tellPart = await partsTeller(call, type, rows)
      return ok(
        toPage(
          rows,
          limit,
          (row) => presentItem(row, { call, names, words, type, tellPart }),
          (row) => [row.at_text, row.id],
        ),
      )
    },
  })
}

interface Saying {
  readonly call: Call
  readonly names: ReadonlyMap<string, string>
  readonly words: TimelineWords
  readonly type: string
  readonly tellPart: TellPart
}

function presentItem(row: TimelineRow, { call, names, words, type, tellPart }: Saying) {
  const translate = call.house.translations.for(call.locale)
  const link = row.kind === 'mail' || row.kind === 'job' || row.kind === 'file' ? row.kind : undefined
  return {
    id: row.id,
    kind: row.kind,
    at: row.at.toISOString(),
    name: row.name,
    title: words.title(row, translate),
    actor: row.actor_kind === null ? null : { kind: row.actor_kind, id: row.actor_id, name: actorName(row, names) },
    state: row.state,
    reason: words.reason(row.reason, row.name, translate),
    changes: (row.changes ?? []).map((change) =>
      words.change(tellPart(withNames(change, names)), { action: row.name, type, translate }),
    ),
    link: link === undefined ? null : { kind: link, id: row.id.split(' ')[0] ?? row.id },
  }
}

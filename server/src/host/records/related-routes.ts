import { Type } from 'typebox'
import { ok } from '../../kernel/result.ts'
import { permissionsOf } from '../actor.ts'
import type { Department } from '../department.ts'
import { query, type Call, type Route } from '../http/route.ts'
import { instantSchema, moneySchema, nullable } from '../http/schemas.ts'
import { hostRefusals } from '../refusals.ts'
import { recordKey, showRecords, type ShownRecord } from './record-directory.ts'
import { operationName, recordParams, type NamedRecordType } from './record-type.ts'
import type { NamedRelatedSource, RelatedPlace, RelatedRow } from './related.ts'

const SHOWN = 5

const placeSchema = Type.Object({
  path: Type.String({ description: 'Below the back office.' }),
  filter: Type.Array(Type.String()),
  search: nullable(Type.String()),
})

const groupSchema = Type.Object({
  name: Type.String({ description: 'For programs: `payments`.' }),
  label: Type.String({ description: 'For people, in the language of the request.' }),
  items: Type.Array(
    Type.Object({
      type: Type.String(),
      id: Type.String(),
      title: Type.String(),
      state: nullable(Type.String({ description: 'In words.' })),
      amount: nullable(moneySchema),
      at: nullable(instantSchema),
      place: nullable(placeSchema),
    }),
    { description: `At most ${SHOWN}.` },
  ),
  all: nullable(placeSchema),
})

/** What every department has that belongs to records of a kind. */
export function relatedTo(type: string, manifests: readonly Department[]): NamedRelatedSource[] {
  return manifests.flatMap(({ name, related = {} }) =>
    (related[type] ?? []).map((one) => ({ ...one, department: name })),
  )
}

/** Other departments' rows about one record, by what its reader may see of each: one read for each group, all at once. */
export function relatedRoute(record: NamedRecordType, sources: readonly NamedRelatedSource[]): Route {
  const { type, read, exists, place } = record
  return query({
    method: 'GET',
    path: `/records/${type}/:id/related`,
    operationId: operationName('read', record, 'Related'),
    summary: `What belongs to a record (${type}): of each kind the first few`,
    description: 'Only of kinds that the caller may read; a kind of which there is nothing is left out.',
    permission: read,
    own: 'any',
    ...(place ? { withinScope: place } : {}),
    params: recordParams(record),
    response: Type.Object({ groups: Type.Array(groupSchema) }),
    answer: async (call, { params: { id } }) => {
      const { database } = call.house
      if (!(await exists(database, id))) return hostRefusals.record_not_found()
      const translate = call.house.translations.for(call.locale)
      const readable = sources.filter(({ permission }) => permissionsOf(call.actor).has(permission))
      const found = await Promise.all(
        readable.map(async (source) => {
          const rows = await source.find(database, { id, limit: SHOWN + 1, translate, locale: call.locale })
          return { source, rows: rows.slice(0, SHOWN), hasMore: rows.length > SHOWN }
        }),
      )
      const shown = await showDeclared(
        call,
        found.flatMap(({ rows }) => rows),
      )
      const groups = found.map(({ source, rows, hasMore }) => ({
        name: source.name,
        // i18n-dynamic: related.*
        label: translate(`${source.department}.related.${source.name}`),
        items: rows.flatMap((row) => presentRow(row, shown.get(recordKey(row))) ?? []),
        all: hasMore && source.all ? presentPlace(source.all(id)) : null,
      }))
      return ok({ groups: groups.filter(({ items }) => items.length > 0) })
    },
  })
}

/** Titles and addresses of those that are records themselves: one read for each kind. */
function showDeclared({ house, actor, locale }: Call, rows: readonly RelatedRow[]) {
  return showRecords(
    house,
    { actor, locale },
    rows.filter(({ title }) => title === undefined),
  )
}

/** A record that this reader may not open is not told of. */
function presentRow(row: RelatedRow, shown: ShownRecord | undefined) {
  const title = row.title ?? (shown?.path ? shown.title : null)
  if (title === null) return undefined
  const place = row.place ?? (shown?.path ? { path: shown.path } : undefined)
  return {
    type: row.type,
    id: row.id,
    title,
    state: row.state ?? null,
    amount: row.amount ?? null,
    at: row.at?.toISOString() ?? null,
    place: place ? presentPlace(place) : null,
  }
}

function presentPlace({ path, filter = [], search }: RelatedPlace) {
  return { path, filter: [...filter], search: search ?? null }
}

import { isUuid } from '../../kernel/ids.ts'
import { isWithin, permissionsOf, scopeOf, type Actor } from '../actor.ts'
import type { House } from '../context.ts'
import type { Department } from '../department.ts'
import type { Locale } from '../i18n/locales.ts'
import type { NamedRecordType } from './record-type.ts'

/** A record as others point at it. */
export interface RecordRef {
  readonly type: string
  readonly id: string
}

export interface ShownRecord extends RecordRef {
  /** Null where it has none, is gone, or the reader may not see it. */
  readonly title: string | null
  /** Below the back office; null where the reader may not go. */
  readonly path: string | null
}

/** Every kind of record that the departments declare, by its name. */
export type RecordDirectory = ReadonlyMap<string, NamedRecordType>

declare module '../context.ts' {
  interface Ports {
    readonly records?: RecordDirectory
  }
}

export function gatherRecords(manifests: readonly Pick<Department, 'recordTypes'>[]): RecordDirectory {
  const all = manifests.flatMap(({ recordTypes = {} }) => Object.entries(recordTypes))
  return new Map(all.map(([type, record]) => [type, { type, ...record }]))
}

type Ground = Pick<House, 'database' | 'ports'>
type Showing = Pick<House, 'database' | 'ports' | 'translations'>

/** Whether there is such a record and this person may see it, by the record's own permission and place. */
export async function maySeeRecord(
  { database, ports }: Ground,
  actor: Actor,
  { type, id }: RecordRef,
): Promise<boolean> {
  const record = ports?.records?.get(type)
  if (!record || !permissionsOf(actor).has(record.read)) return false
  if (record.keyedBy !== 'code' && !isUuid(id)) return false
  if (!(await isInScope(database, record, actor, id))) return false
  return record.exists(database, id)
}

async function isInScope(
  database: House['database'],
  record: NamedRecordType,
  actor: Actor,
  id: string,
): Promise<boolean> {
  const scope = scopeOf(actor)
  if (scope === undefined) return true
  const place = await record.place?.(database, { id })
  return place !== undefined && isWithin(scope, place)
}

/** Titles and addresses of records, one read for each kind; what the reader may not see keeps its title to itself. */
export async function showRecords(
  { database, ports, translations }: Showing,
  { actor, locale }: { readonly actor: Actor; readonly locale: Locale },
  refs: readonly RecordRef[],
): Promise<ReadonlyMap<string, ShownRecord>> {
  const shown = new Map<string, ShownRecord>()
  await Promise.all(
    [...Map.groupBy(refs, ({ type }) => type)].map(async ([type, ofType]) => {
      const record = ports?.records?.get(type)
      const readable = record !== undefined && permissionsOf(actor).has(record.read)
      const ids = [...new Set(ofType.map(({ id }) => id))]
      const within = readable ? await keepInScope(database, record, actor, ids) : []
      const titles =
        (within.length > 0 && (await record?.titles?.(database, within, locale))) || new Map<string, string>()
      const open = new Set(within)
      for (const id of ids) {
        const path = open.has(id) ? (record?.path?.(id) ?? null) : null
        const title = titles.get(id)
        const said = title === undefined ? null : (record?.sayTitle?.(title, { translations, locale }) ?? title)
        shown.set(recordKey({ type, id }), { type, id, title: said, path })
      }
    }),
  )
  return shown
}

async function keepInScope(
  database: House['database'],
  record: NamedRecordType,
  actor: Actor,
  ids: readonly string[],
): Promise<string[]> {
  if (scopeOf(actor) === undefined) return [...ids]
  const kept = await Promise.all(ids.map(async (id) => ((await isInScope(database, record, actor, id)) ? [id] : [])))
  return kept.flat()
}

export const recordKey = ({ type, id }: RecordRef): string => `${type} ${id}`

import type { Call } from '../../../host/http/route.ts'
import { namesOfStaff } from '../../../host/records/names-of-staff.ts'
import { recordKey, showRecords } from '../../../host/records/record-directory.ts'
import { timelineWords } from '../../../host/records/timeline-words.ts'
import { actorName, partsTeller, peopleIn, withNames } from '../../../host/records/told-by.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { AuditView } from '../queries/audit-list.ts'
import type { JobView } from '../queries/jobs-list.ts'

/** Rows of the trail in words: those that the record's own timeline has, so that both always say the same. */
export async function tellTrail(call: Call, rows: readonly AuditView[]) {
  const { house, actor, locale } = call
  const words = timelineWords(house.translations)
  const translate = house.translations.for(locale)
  const done = rows.map((row) => ({ row, actor_kind: row.actorKind, actor_id: row.actorId, changes: row.changes }))
  const refs = rows.map(({ objectType, objectId }) => ({ type: objectType, id: objectId }))
  const known = refs.filter(({ type, id }) => house.ports?.records?.get(type)?.keyedBy === 'code' || isUuid(id))
  const names = await namesOfStaff(house, peopleIn(done))
  const records = await showRecords(house, { actor, locale }, known)
  const kinds = [...new Set(rows.map(({ objectType }) => objectType))]
  const tellers = new Map(
    await Promise.all(
      kinds.map(async (type) => {
        const own = rows.filter(({ objectType }) => objectType === type)
        return [type, await partsTeller(call, type, own)] as const
      }),
    ),
  )
  return done.map(({ row, ...by }) => ({
    ...row,
    title: words.title({ kind: 'audit', name: row.action, state: null, version: row.version }, translate),
    actorName: actorName(by, names),
    record: records.get(recordKey({ type: row.objectType, id: row.objectId })) ?? null,
    changes: row.changes.map((change) =>
      words.change(tellers.get(row.objectType)?.(withNames(change, names)) ?? change, {
        action: row.action,
        type: row.objectType,
        translate,
      }),
    ),
  }))
}

export function tellJobs({ house, locale }: Call, jobs: readonly JobView[]) {
  return jobs.map((job) => ({ ...job, title: sayJob(job.kind, { translations: house.translations, locale }) }))
}

/** What a kind of job does, in words. */
export function sayJob(
  kind: string,
  { translations, locale }: Pick<Call['house'], 'translations'> & Pick<Call, 'locale'>,
) {
  const told = { kind: 'job', name: kind, state: null, version: null } as const
  return timelineWords(translations).title(told, translations.for(locale))
}

import type { Call } from '../../../host/http/route.ts'
import { recordKey, showRecords } from '../../../host/records/record-directory.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { RecentView } from '../queries/read-arrangements.ts'

/** Whether records of a kind say themselves what they are called, so that nobody else needs to keep it. */
export function namesItself({ house }: Call, kind: string): boolean {
  return house.ports?.records?.get(kind)?.titles !== undefined
}

/** Each with its title as it is now; what is gone, or no longer for this reader, is left out. */
export async function withTitles(
  { house, actor, locale }: Call,
  items: readonly RecentView[],
): Promise<(RecentView & { readonly title: string })[]> {
  const nameless = items.filter(({ title, recordId }) => title === null && isUuid(recordId))
  const refs = nameless.map(({ kind, recordId }) => ({ type: kind, id: recordId }))
  const shown = await showRecords(house, { actor, locale }, refs)
  return items.flatMap((item) => {
    const record = shown.get(recordKey({ type: item.kind, id: item.recordId }))
    const title = item.title ?? (record?.path ? record.title : null)
    return title === null ? [] : [{ ...item, title }]
  })
}

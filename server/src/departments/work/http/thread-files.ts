import { permissionsOf } from '../../../host/actor.ts'
import { companyBehind } from '../../../host/attachments/company-behind.ts'
import { presentFiles } from '../../../host/attachments/present-file.ts'
import { listSharedOn, type SeenBy } from '../../../host/attachments/store.ts'
import type { Call } from '../../../host/http/route.ts'
import type { ThreadRow } from '../queries/read-talk.ts'

type Told = Pick<ThreadRow, 'recordType' | 'recordId' | 'sharedWith'>

/** In a thread that they read: from outside everybody, of the house whoever may add to its record. */
export function mayAddFiles({ house, actor }: Call, company: SeenBy, recordType: string): boolean {
  const write = house.ports?.records?.get(recordType)?.write
  return company !== null || (write !== undefined && permissionsOf(actor).has(write))
}

/** For each of some threads the files of its record that the same company sees, and whether the caller may add one; two reads for all. */
export async function threadFiles(call: Call, threads: readonly Told[]) {
  const { house } = call
  const wanted = threads.flatMap(({ recordType, recordId, sharedWith }) =>
    sharedWith === null ? [] : [{ type: recordType, id: recordId, company: sharedWith }],
  )
  const company = await companyBehind(call)
  const rows = wanted.length === 0 ? [] : await listSharedOn(house.database, wanted)
  const files = await presentFiles(house, rows)
  const placed = rows.map(({ object_type, object_id, shared_with }, index) => ({
    recordType: object_type,
    recordId: object_id,
    sharedWith: shared_with,
    file: files[index],
  }))
  return (thread: Told) => ({
    files: placed.flatMap(({ file, ...place }) => (file && isSamePlace(place, thread) ? [file] : [])),
    mayAddFiles: mayAddFiles(call, company, thread.recordType),
  })
}

const isSamePlace = (one: Told, other: Told) =>
  one.recordType === other.recordType && one.recordId === other.recordId && one.sharedWith === other.sharedWith

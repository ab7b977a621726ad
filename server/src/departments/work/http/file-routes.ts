import { Type } from 'typebox'
import { shareFile } from '../../../host/attachments/attach-file.ts'
import { companyBehind } from '../../../host/attachments/company-behind.ts'
import { fileNameQuery, fileSchema, presentFiles } from '../../../host/attachments/present-file.ts'
import {
  findAttachmentAnywhere,
  listSharedWith,
  type AttachedTo,
  type SharedAttachmentRow,
} from '../../../host/attachments/store.ts'
import { handOut, takeFile } from '../../../host/attachments/take-file.ts'
import { fileAnswerSchema } from '../../../host/http/file-answer.ts'
import { command, query, steps, type Call, type Route } from '../../../host/http/route.ts'
import { idParams, idSchema, nullable } from '../../../host/http/schemas.ts'
import { staffOf } from '../../../host/http/staff-of.ts'
import { maySeeRecord, recordKey, showRecords } from '../../../host/records/record-directory.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { ok } from '../../../kernel/result.ts'
import { said } from '../events.ts'
import { chooseReaders } from '../use-cases/choose-readers.ts'
import { speakerOf, viewThread } from '../use-cases/talk.ts'
import { shownRecordSchema, talking } from './schemas.ts'
import { sightOf } from './sight.ts'
import { mayAddFiles } from './thread-files.ts'

/**
 * Files for those who were given no more of a record than what is shared with their company. `findSeen` is the one loader: people
 * from outside reach what is shared with them, those of the house what lies on records that they may see.
 */
export const fileRoutes: readonly Route[] = [
  query({
    ...talking,
    method: 'GET',
    path: '/shared-files',
    operationId: 'listSharedFiles',
    summary: 'The files that are shared with the caller’s company, with the record that each is on',
    response: Type.Object({
      items: Type.Array(Type.Object({ ...fileSchema.properties, record: shownRecordSchema })),
    }),
    answer: async (call) => {
      const { house, actor, locale } = call
      const company = await companyBehind(call)
      const rows = company === null ? [] : await listSharedWith(house.database, company.id)
      const records = await showRecords(house, { actor, locale }, rows.map(recordOf))
      const files = await presentFiles(house, rows)
      return ok({
        items: rows.flatMap((row, index) => {
          const [file, ref] = [files[index], recordOf(row)]
          return file ? [{ ...file, record: records.get(recordKey(ref)) ?? { ...ref, title: null, path: null } }] : []
        }),
      })
    },
  }),
  query({
    ...talking,
    method: 'GET',
    path: '/shared-files/:id/content',
    operationId: 'downloadSharedFile',
    summary: 'Download a file that the caller may see, whatever record it is on',
    params: idParams,
    sendsFile: true,
    response: fileAnswerSchema,
    answer: async (call, { params }) => handOut(call, await findSeen(call, params.id)),
  }),
  command({
    ...talking,
    method: 'PUT',
    path: '/shared-files/:id/sharing',
    operationId: 'shareFile',
    summary: 'Share a file with a company, or with nobody any more',
    description: 'For whoever may add files to its record.',
    params: idParams,
    body: Type.Object({ companyId: nullable(idSchema) }),
    response: fileSchema,
    command: async (ctx, { params, body: { companyId } }, call) => {
      const staff = staffOf(call)
      if (!staff.ok) return staff
      const file = await findSeen(call, params.id)
      if (!file) return hostRefusals.not_found()
      const company = await companyBehind(call)
      if (!mayAddFiles(call, company, file.object_type)) return hostRefusals.not_allowed()
      const shared = await chooseReaders(ctx, { companyId, isOutside: company !== null })
      if (!shared.ok) return shared
      shareFile(ctx, file, { shared: shared.value, staff: staff.value })
      ctx.emit(said(file.object_id))
      const [shown] = await presentFiles(call.house, [
        { ...file, shared_with: shared.value?.id ?? null, shared_name: shared.value?.name ?? null },
      ])
      return shown ? ok(shown) : hostRefusals.not_found()
    },
  }),
  steps({
    ...talking,
    method: 'POST',
    path: '/threads/:id/files',
    operationId: 'addThreadFile',
    summary: 'Put a file on the record that a thread is about, for those who read the thread',
    description: 'The body is the file itself. People of the house need the right to add files to the record.',
    params: idParams,
    query: Type.Object(fileNameQuery),
    streamBody: true,
    response: fileSchema,
    status: 201,
    answer: async (call, { params, query: { name } }) => {
      const staff = staffOf(call)
      if (!staff.ok) return staff
      const { database } = call.house
      const speaker = await speakerOf(database, staff.value)
      const thread = await viewThread(database, { id: params.id, speaker, sight: sightOf(call) })
      if (!thread.ok) return thread
      const { recordType, recordId, sharedWith, sharedName } = thread.value
      if (!mayAddFiles(call, await companyBehind(call), recordType)) return hostRefusals.not_allowed()
      const shared = sharedWith === null ? null : { id: sharedWith, name: sharedName ?? '' }
      return takeFile(call, { type: recordType, id: recordId }, { name, shared })
    },
  }),
]

const recordOf = (row: SharedAttachmentRow): AttachedTo => ({ type: row.object_type, id: row.object_id })

async function findSeen(call: Call, fileId: string): Promise<SharedAttachmentRow | undefined> {
  const file = await findAttachmentAnywhere(call.house.database, fileId)
  if (!file) return undefined
  const company = await companyBehind(call)
  const isSeen =
    company === null ? await maySeeRecord(call.house, call.actor, recordOf(file)) : file.shared_with === company.id
  return isSeen ? file : undefined
}

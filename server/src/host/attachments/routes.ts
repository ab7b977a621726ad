import { open } from 'node:fs/promises'
import { Type } from 'typebox'
import { ok, type Result } from '../../kernel/result.ts'
import { runCommand } from '../context.ts'
import { fileAnswerSchema, type FileAnswer } from '../http/file-answer.ts'
import { command, query, steps, type Call, type Route } from '../http/route.ts'
import { idSchema, instantSchema, nullable } from '../http/schemas.ts'
import { staffOf } from '../http/staff-of.ts'
import { namesOfStaff } from '../records/names-of-staff.ts'
import { operationName, recordIdSchema, recordParams, type NamedRecordType } from '../records/record-type.ts'
import { hostRefusals } from '../refusals.ts'
import { attachFile, removeFile } from './attach-file.ts'
import { MAX_ATTACHMENT_BYTES, attachmentPath, receiveUpload, type UploadFlaw } from './receive-upload.ts'
import { findAttachment, listAttachments, type AttachmentRow } from './store.ts'

const MEGABYTE = 1024 * 1024

const fileSchema = Type.Object({
  id: idSchema,
  name: Type.String(),
  mediaType: Type.String({ description: 'Judged by the content.' }),
  bytes: Type.Integer(),
  sha256: Type.String(),
  by: nullable(Type.Object({ id: idSchema, name: Type.String() })),
  at: instantSchema,
})

/** The files of one kind of record: routes of their own for each kind, so that each asks for that department's permission. */
export function attachmentRoutes(record: NamedRecordType): readonly Route[] {
  const { type, read, write, exists, place } = record
  const narrow = place ? { withinScope: place } : {}
  const fileParams = Type.Object({ id: recordIdSchema(record), fileId: idSchema })
  const path = `/records/${type}/:id/files`
  return [
    query({
      method: 'GET',
      path,
      operationId: operationName('list', record, 'Files'),
      summary: `The files on a record (${type}), the newest first`,
      permission: read,
      own: 'any',
      ...narrow,
      params: recordParams(record),
      response: Type.Object({ items: Type.Array(fileSchema) }),
      answer: async ({ house }, { params }) => {
        if (!(await exists(house.database, params.id))) return hostRefusals.record_not_found()
        const rows = await listAttachments(house.database, { type, id: params.id })
        const names = await namesOfStaff(
          house,
          rows.map((row) => row.staff_id),
        )
        return ok({ items: rows.map((row) => presentFile(row, names)) })
      },
    }),
    steps({
      method: 'POST',
      path,
      operationId: operationName('add', record, 'File'),
      summary: `Put a file on a record (${type})`,
      description: `The body is the file itself, at most ${MAX_ATTACHMENT_BYTES / MEGABYTE} MB: a picture, a PDF, a text, or a document of an office program, judged by its content. The same file under the same name again is the one that is there.`,
      permission: write,
      own: 'any',
      ...narrow,
      params: recordParams(record),
      query: Type.Object({ name: Type.String({ minLength: 1, maxLength: 255 }) }),
      streamBody: true,
      response: fileSchema,
      status: 201,
      answer: (call, { params, query: { name } }) => takeFile(call, record, { id: params.id, name }),
    }),
    query({
      method: 'GET',
      path: `${path}/:fileId/content`,
      operationId: operationName('download', record, 'File'),
      summary: `Download a file of a record (${type})`,
      permission: read,
      own: 'any',
      ...narrow,
      params: fileParams,
      sendsFile: true,
      response: fileAnswerSchema,
      answer: (call, { params }) => handOut(call, type, params),
    }),
    command({
      method: 'DELETE',
      path: `${path}/:fileId`,
      operationId: operationName('remove', record, 'File'),
      summary: `Take a file off a record (${type})`,
      permission: write,
      own: 'any',
      ...narrow,
      params: fileParams,
      response: Type.Void(),
      status: 204,
      command: async (ctx, { params }, call) => {
        const staff = staffOf(call)
        if (!staff.ok) return staff
        return removeFile(ctx, { type, id: params.id }, { fileId: params.fileId, staff: staff.value })
      },
    }),
  ]
}

function filesFolderOf({ house }: Call): string {
  const folder = house.ports?.filesFolder
  if (folder === undefined) throw new Error('this process was told no folder for files')
  return folder
}

async function takeFile(
  call: Call,
  { type, exists }: NamedRecordType,
  { id, name }: { readonly id: string; readonly name: string },
) {
  const staff = staffOf(call)
  if (!staff.ok) return staff
  const { house, actor, requestId, upload } = call
  if (!(await exists(house.database, id))) return hostRefusals.record_not_found()
  const file = upload ? await receiveUpload(filesFolderOf(call), { body: upload, name }) : 'empty'
  if (typeof file === 'string') return refusalOf(file)
  const attached = await runCommand(house, { actor, requestId }, (ctx) =>
    attachFile(ctx, { type, id }, { file, name, staff: staff.value }),
  )
  return attached.ok ? ok(presentFile(attached.value, await namesOfStaff(house, [attached.value.staff_id]))) : attached
}

function refusalOf(flaw: UploadFlaw) {
  if (flaw === 'empty') return hostRefusals.file_empty()
  if (flaw === 'too_large') {
    return hostRefusals.file_too_large({ params: { megabytes: MAX_ATTACHMENT_BYTES / MEGABYTE } })
  }
  return hostRefusals.file_type_not_allowed()
}

async function handOut(
  call: Call,
  type: string,
  { id, fileId }: { readonly id: string; readonly fileId: string },
): Promise<Result<FileAnswer>> {
  const row = await findAttachment(call.house.database, { type, id }, fileId)
  if (!row) return hostRefusals.not_found()
  const opened = await open(attachmentPath(filesFolderOf(call), row.sha256)).catch(missing)
  if (!opened) {
    call.house.log.error('file missing on disk', { ref: row.id, requestId: call.requestId })
    return hostRefusals.not_found()
  }
  return ok({ name: row.name, mediaType: row.media_type, bytes: row.bytes, body: opened.createReadStream() })
}

function missing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
  throw error
}

function presentFile(row: AttachmentRow, names: ReadonlyMap<string, string>) {
  const name = names.get(row.staff_id)
  return {
    id: row.id,
    name: row.name,
    mediaType: row.media_type,
    bytes: row.bytes,
    sha256: row.sha256,
    by: name === undefined ? null : { id: row.staff_id, name },
    at: row.at.toISOString(),
  }
}

import { Type } from 'typebox'
import { ok, type Result } from '../../kernel/result.ts'
import type { Company } from '../auth/staff-directory.ts'
import { fileAnswerSchema } from '../http/file-answer.ts'
import { command, query, steps, type Call, type Route } from '../http/route.ts'
import { idSchema } from '../http/schemas.ts'
import { staffOf } from '../http/staff-of.ts'
import { operationName, recordIdSchema, recordParams, type NamedRecordType } from '../records/record-type.ts'
import { hostRefusals } from '../refusals.ts'
import { removeFile } from './attach-file.ts'
import { companyBehind } from './company-behind.ts'
import { fileNameQuery, fileSchema, presentFiles } from './present-file.ts'
import { MAX_ATTACHMENT_BYTES } from './receive-upload.ts'
import { findAttachment, listAttachments } from './store.ts'
import { MEGABYTE, handOut, takeFile } from './take-file.ts'

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
      summary: `The files on a record (${type}) that the caller may see, the newest first`,
      permission: read,
      own: 'any',
      ...narrow,
      params: recordParams(record),
      response: Type.Object({ items: Type.Array(fileSchema) }),
      answer: async (call, { params }) => {
        const { house } = call
        if (!(await exists(house.database, params.id))) return hostRefusals.record_not_found()
        const rows = await listAttachments(house.database, { type, id: params.id }, await companyBehind(call))
        return ok({ items: await presentFiles(house, rows) })
      },
    }),
    steps({
      method: 'POST',
      path,
      operationId: operationName('add', record, 'File'),
      summary: `Put a file on a record (${type})`,
      description: `The body is the file itself, at most ${MAX_ATTACHMENT_BYTES / MEGABYTE} MB: a picture, a PDF, a text, or a document of an office program, judged by its content. The same file under the same name again, for the same readers, is the one that is there. What somebody from a company outside adds is shared with it.`,
      permission: write,
      own: 'any',
      ...narrow,
      params: recordParams(record),
      query: Type.Object({
        ...fileNameQuery,
        sharedWith: Type.Optional(
          Type.String({ format: 'uuid', description: 'A company from outside that sees it too. Internal without it.' }),
        ),
      }),
      streamBody: true,
      response: fileSchema,
      status: 201,
      answer: async (call, { params: { id }, query: { name, sharedWith } }) => {
        if (!(await exists(call.house.database, id))) return hostRefusals.record_not_found()
        const shared = await readersOf(call, sharedWith)
        return shared.ok ? takeFile(call, { type, id }, { name, shared: shared.value }) : shared
      },
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
      answer: async (call, { params: { id, fileId } }) => {
        const company = await companyBehind(call)
        return handOut(call, await findAttachment(call.house.database, { type, id }, { fileId, company }))
      },
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
        const company = await companyBehind(call)
        return removeFile(ctx, { type, id: params.id }, { fileId: params.fileId, staff: staff.value, company })
      },
    }),
  ]
}

/** Whom a new file is shared with: as its author chooses, and with their own company where they come from one. */
async function readersOf(call: Call, sharedWith: string | undefined): Promise<Result<Company | null>> {
  const own = await companyBehind(call)
  if (own !== null || sharedWith === undefined) return ok(own)
  const company = await call.house.ports?.staff?.findCompany(call.house.database, sharedWith)
  return company ? ok(company) : hostRefusals.unknown_company({ field: 'sharedWith' })
}

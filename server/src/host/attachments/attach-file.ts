import { ok, type Result } from '../../kernel/result.ts'
import type { StaffActor } from '../auth/staff-directory.ts'
import type { Context } from '../context.ts'
import { hostRefusals } from '../refusals.ts'
import { tidyFileName } from './file-name.ts'
import type { ReceivedFile } from './receive-upload.ts'
import { findAttachment, findSameAttachment, insertAttachment, insertRemoval } from './store.ts'
import type { AttachedTo, AttachmentRow } from './store.ts'

/** Audited under these; the timeline tells of files from their own rows, with names. */
export const FILE_ADDED = 'host:add-file'
export const FILE_REMOVED = 'host:remove-file'

/** Puts a received file on a record; the same file under the same name again is the one that is there. */
export async function attachFile(
  ctx: Context,
  to: AttachedTo,
  { file, name, staff }: { readonly file: ReceivedFile; readonly name: string; readonly staff: StaffActor },
): Promise<Result<AttachmentRow>> {
  const { sha256, bytes, type } = file
  const tidy = tidyFileName(name, type)
  const same = await findSameAttachment(ctx, to, { name: tidy, sha256 })
  if (same) return ok(same)
  const id = ctx.newId<'attachment'>()
  const row = { id, name: tidy, media_type: type.mediaType, bytes, sha256, staff_id: staff.id, at: ctx.now }
  insertAttachment(ctx, to, row)
  // The name stays out of the trail: people write customers' names into the names of files.
  ctx.audit({
    action: FILE_ADDED,
    objectType: to.type,
    objectId: to.id,
    changes: [{ field: 'files', before: null, after: id }],
  })
  return ok(row)
}

/** The row of the removal says who and when; the bytes stay, since others may show them and the trail names them. */
export async function removeFile(
  ctx: Context,
  to: AttachedTo,
  { fileId, staff }: { readonly fileId: string; readonly staff: StaffActor },
): Promise<Result<void>> {
  const there = await findAttachment(ctx.tx, to, fileId)
  if (!there || !(await insertRemoval(ctx, fileId, staff.id))) return hostRefusals.not_found()
  ctx.audit({
    action: FILE_REMOVED,
    objectType: to.type,
    objectId: to.id,
    changes: [{ field: 'files', before: fileId, after: null }],
  })
  return ok()
}

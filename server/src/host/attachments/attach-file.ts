import { ok, type Result } from '../../kernel/result.ts'
import type { Company, StaffActor } from '../auth/staff-directory.ts'
import type { Context } from '../context.ts'
import { hostRefusals } from '../refusals.ts'
import { tidyFileName } from './file-name.ts'
import type { ReceivedFile } from './receive-upload.ts'
import { findAttachment, findSameAttachment, insertAttachment, insertRemoval, setAttachmentSharing } from './store.ts'
import type { AttachedTo, AttachmentRow, SeenBy, SharedAttachmentRow } from './store.ts'

/** Audited under these; the timeline tells of files from their own rows, with names. */
export const FILE_ADDED = 'host:add-file'
export const FILE_REMOVED = 'host:remove-file'
export const FILE_SHARED = 'host:share-file'

export interface Attaching {
  readonly file: ReceivedFile
  readonly name: string
  readonly staff: StaffActor
  /** The company from outside that sees it too; null: internal. */
  readonly shared: Company | null
}

/** Puts a received file on a record; the same file under the same name for the same readers is the one that is there. */
export async function attachFile(
  ctx: Context,
  to: AttachedTo,
  { file, name, staff, shared }: Attaching,
): Promise<Result<AttachmentRow>> {
  const { sha256, bytes, type } = file
  const tidy = tidyFileName(name, type)
  const same = await findSameAttachment(ctx, to, { name: tidy, sha256, shared })
  if (same) return ok(same)
  const id = ctx.newId<'attachment'>()
  const kept = { id, name: tidy, media_type: type.mediaType, bytes, sha256, staff_id: staff.id, at: ctx.now }
  const row = { ...kept, shared_with: shared?.id ?? null, shared_name: shared?.name ?? null }
  insertAttachment(ctx, to, row)
  if (shared) setAttachmentSharing(ctx, id, { shared, staffId: staff.id })
  // The name stays out of the trail: people write customers' names into the names of files.
  ctx.audit({
    action: FILE_ADDED,
    objectType: to.type,
    objectId: to.id,
    changes: [
      { field: 'files', before: null, after: id },
      ...(shared ? [{ field: 'sharedWith', before: null, after: shared.name }] : []),
    ],
  })
  return ok(row)
}

/** The row of the removal says who and when; the bytes stay, since others may show them and the trail names them. */
export async function removeFile(
  ctx: Context,
  to: AttachedTo,
  { fileId, staff, company }: { readonly fileId: string; readonly staff: StaffActor; readonly company: SeenBy },
): Promise<Result<void>> {
  const there = await findAttachment(ctx.tx, to, { fileId, company })
  if (!there || !(await insertRemoval(ctx, fileId, staff.id))) return hostRefusals.not_found()
  ctx.audit({
    action: FILE_REMOVED,
    objectType: to.type,
    objectId: to.id,
    changes: [{ field: 'files', before: fileId, after: null }],
  })
  return ok()
}

/** From then on the people of that company see this file, or those of none. */
export function shareFile(
  ctx: Context,
  file: SharedAttachmentRow,
  { shared, staff }: { readonly shared: Company | null; readonly staff: StaffActor },
): void {
  if ((shared?.id ?? null) === file.shared_with) return
  setAttachmentSharing(ctx, file.id, { shared, staffId: staff.id })
  ctx.audit({
    action: FILE_SHARED,
    objectType: file.object_type,
    objectId: file.object_id,
    changes: [
      { field: 'files', before: file.id, after: file.id },
      { field: 'sharedWith', before: file.shared_name, after: shared?.name ?? null },
    ],
  })
}

import { open } from 'node:fs/promises'
import { ok, type Result } from '../../kernel/result.ts'
import type { Company } from '../auth/staff-directory.ts'
import { runCommand } from '../context.ts'
import type { FileAnswer } from '../http/file-answer.ts'
import type { Call } from '../http/route.ts'
import { staffOf } from '../http/staff-of.ts'
import { hostRefusals } from '../refusals.ts'
import { attachFile } from './attach-file.ts'
import { tidyFileName } from './file-name.ts'
import { judgeGoods } from './judge-goods.ts'
import { presentFiles } from './present-file.ts'
import { MAX_ATTACHMENT_BYTES, attachmentPath, receiveUpload, type UploadFlaw } from './receive-upload.ts'
import type { AttachedTo, AttachmentRow } from './store.ts'

export const MEGABYTE = 1024 * 1024

function filesFolderOf({ house }: Call): string {
  const folder = house.ports?.filesFolder
  if (folder === undefined) throw new Error('this process was told no folder for files')
  return folder
}

/** Takes the body of a call as a file of a record. Whether the caller may add to that record was asked before. */
export async function takeFile(
  call: Call,
  to: AttachedTo,
  { name, shared }: { readonly name: string; readonly shared: Company | null },
) {
  const staff = staffOf(call)
  if (!staff.ok) return staff
  const { house, actor, requestId, upload } = call
  const file = upload ? await receiveUpload(filesFolderOf(call), { body: upload, name }) : 'empty'
  if (typeof file === 'string') return refusalOf(file)
  const attached = await runCommand(house, { actor, requestId }, (ctx) =>
    attachFile(ctx, to, { file, name, staff: staff.value, shared }),
  )
  if (!attached.ok) return attached
  const [shown] = await presentFiles(house, [attached.value])
  if (!shown) throw new Error('a file that was attached is shown')
  return ok(shown)
}

/** Takes the body of a call as a file that is sold: under its own name, on no record. */
export async function takeGoods(
  call: Call,
  name: string,
): Promise<Result<Pick<AttachmentRow, 'name' | 'bytes' | 'sha256'> & { readonly mediaType: string }>> {
  const { upload } = call
  const file = upload ? await receiveUpload(filesFolderOf(call), { body: upload, name, judge: judgeGoods }) : 'empty'
  if (typeof file === 'string') return refusalOf(file)
  const { bytes, sha256, type } = file
  return ok({ name: tidyFileName(name, type), mediaType: type.mediaType, bytes, sha256 })
}

function refusalOf(flaw: UploadFlaw) {
  if (flaw === 'empty') return hostRefusals.file_empty()
  if (flaw === 'too_large') {
    return hostRefusals.file_too_large({ params: { megabytes: MAX_ATTACHMENT_BYTES / MEGABYTE } })
  }
  return hostRefusals.file_type_not_allowed()
}

type Kept = Pick<AttachmentRow, 'id' | 'name' | 'media_type' | 'bytes' | 'sha256'>

/** The bytes of a file that the caller was found to see. */
export async function handOut(call: Call, row: Kept | undefined): Promise<Result<FileAnswer>> {
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

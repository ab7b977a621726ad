import type { Context } from '../../../../host/context.ts'
import { ok, type Result } from '../../../../kernel/result.ts'
import type { Product } from '../../domain/product.ts'
import { kindRefusals } from '../../domain/kinds/kind-refusals.ts'
import { KIND_LIMITS, type Download } from '../../domain/kinds/kind-terms.ts'
import { refusals } from '../../domain/refusals.ts'
import { findKind } from '../../queries/bundles.ts'
import { listDownloads } from '../../queries/kinds/kind-terms.ts'
import { endDownload, insertDownload } from '../../store/kinds/downloads.ts'
import { lockProduct } from '../../store/locks.ts'
import { tellPart } from '../part-of-product.ts'

export interface DownloadToAdd {
  readonly productId: string
  /** The file that it is a new version of. */
  readonly replaces?: string | undefined
  readonly file: Pick<Download, 'name' | 'mediaType' | 'bytes' | 'sha256'>
}

/** A file that buyers download, or a new version of one: who bought it before gets the new one. The same bytes again change nothing. */
export async function addDownload(
  ctx: Context,
  { productId, replaces, file }: DownloadToAdd,
): Promise<Result<{ readonly fileId: string; readonly number: number }>> {
  const found = await lockDigital(ctx, productId)
  if (!found.ok) return found
  const { product, files } = found.value
  const before = files.find(({ fileId }) => fileId === replaces)
  if (replaces !== undefined && !before) return kindRefusals.download_not_found()
  const same = before ?? files.find(({ name }) => name === file.name)
  if (same?.sha256 === file.sha256 && same.name === file.name) return ok({ fileId: same.fileId, number: same.number })
  if (!before && files.length >= KIND_LIMITS.files) {
    return kindRefusals.too_many_downloads({ params: { maximum: KIND_LIMITS.files } })
  }
  const added: Download = {
    ...file,
    id: ctx.newId(),
    productId,
    fileId: before?.fileId ?? ctx.newId(),
    number: (before?.number ?? 0) + 1,
    addedAt: ctx.now,
  }
  if (before) endDownload(ctx, before.id)
  insertDownload(ctx, added)
  tellPart(ctx, product, { field: 'downloads', before: before ? wordsOf(before) : null, after: wordsOf(added) })
  return ok({ fileId: added.fileId, number: added.number })
}

/** Takes a file away, for those too who bought it. What is in the shop keeps one. */
export async function removeDownload(
  ctx: Context,
  { productId, fileId }: { readonly productId: string; readonly fileId: string },
): Promise<Result<void>> {
  const found = await lockDigital(ctx, productId)
  if (!found.ok) return found
  const { product, files } = found.value
  const file = files.find((one) => one.fileId === fileId)
  if (!file) return kindRefusals.download_not_found()
  if (product.state === 'published' && files.length === 1) return kindRefusals.last_download()
  endDownload(ctx, file.id)
  tellPart(ctx, product, { field: 'downloads', before: wordsOf(file), after: null })
  return ok()
}

async function lockDigital(ctx: Context, productId: string): Promise<Result<{ product: Product; files: Download[] }>> {
  const product = await lockProduct(ctx, productId)
  if (!product) return refusals.product_not_found()
  const [kind, files] = await Promise.all([findKind(ctx.tx, productId), listDownloads(ctx.tx, [productId])])
  return kind === 'digital' ? ok({ product, files }) : kindRefusals.not_digital({ field: 'downloads' })
}

const wordsOf = ({ name, number, sha256 }: Download) => ({ name, number, sha256 })

import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { importRefusals } from '../domain/import-refusals.ts'
import { nextAttempt, type PictureReason, type PictureToFetch } from '../domain/import-picture.ts'
import { findImport } from '../queries/imports.ts'
import {
  addToImported,
  insertPictures,
  loadPicturesOf,
  waitAgain,
  writeFetched,
  writeNotFetched,
} from '../store/import-pictures.ts'
import { lockProduct } from '../store/locks.ts'
import { carryOut } from './save-product.ts'

/** Notes which pictures of a file are to be fetched, in the transaction that saves its products. */
export function keepPicturesToFetch(ctx: Context, importId: string, pictures: readonly PictureToFetch[]): void {
  insertPictures(ctx, importId, pictures)
}

/** What came of asking for an address: the file, or why there is none. */
export type Fetched = { readonly fileId: string } | { readonly reason: PictureReason; readonly attempts: number }

export function noteFetched(
  ctx: Context,
  { importId, address, outcome }: { readonly importId: string; readonly address: string; readonly outcome: Fetched },
): void {
  if ('fileId' in outcome) return writeFetched(ctx, { importId, address, fileId: outcome.fileId })
  const { reason, attempts } = outcome
  writeNotFetched(ctx, { importId, address, reason, dueAt: nextAttempt(reason, attempts + 1, ctx.now) })
}

/**
 * Puts the fetched pictures on a product, once none of its own is waited for; those that failed are left out, and where all did the
 * product keeps what it has. What the import changed by it can be taken back with it; one that was taken back gets no pictures.
 */
export async function putFetchedPictures(
  ctx: Context,
  { importId, productId }: { readonly importId: string; readonly productId: string },
): Promise<Result<void>> {
  const product = await lockProduct(ctx, productId)
  const record = await findImport(ctx.tx, importId)
  const pictures = await loadPicturesOf(ctx, importId, productId)
  const isBack = record?.state === 'undoing' || record?.state === 'undone'
  if (!product || !record || isBack || pictures.some(({ state }) => state === 'waiting')) return ok()
  const images = pictures.flatMap(({ sku, fileId, alts }) =>
    sku === null && fileId !== null ? [{ fileId, alts }] : [],
  )
  const bySku = new Map(pictures.flatMap(({ sku, fileId }) => (sku !== null && fileId !== null ? [[sku, fileId]] : [])))
  const live = product.variants.filter(({ retired }) => !retired)
  const saved = await carryOut(ctx, product, {
    handle: product.handle,
    ...(images.length > 0 && { images }),
    ...(bySku.size > 0 && {
      variants: live.map((variant) => ({
        sku: variant.sku,
        imageFileId: bySku.get(variant.sku) ?? variant.imageFileId,
      })),
    }),
  })
  if (!saved.ok) return saved
  const differences = saved.value.differences.map(({ sku = null, ...change }) => ({ ...change, sku }))
  if (differences.length > 0) addToImported(ctx, importId, { productId, differences })
  return ok()
}

/** Asks once more for all that could not be fetched; how many that are. */
export async function retryPictures(ctx: Context, importId: string): Promise<Result<number>> {
  if (!(await findImport(ctx.tx, importId))) return importRefusals.import_not_found()
  const count = await waitAgain(ctx, importId)
  if (count > 0)
    ctx.audit({
      action: 'catalog:import',
      objectType: 'product_import',
      objectId: importId,
      changes: [{ field: 'pictures', before: null, after: count }],
    })
  return ok(count)
}

import type { Context } from '../../../../host/context.ts'
import { ok, type Result } from '../../../../kernel/result.ts'
import { checkTerms, type KindTerms } from '../../domain/kinds/kind-terms.ts'
import { findKind } from '../../queries/bundles.ts'
import { loadKindTerms } from '../../queries/kinds/kind-terms.ts'
import { saveKindTerms } from '../../store/kinds/downloads.ts'
import { lockAsSeen, tellPart, type ProductSeen } from '../part-of-product.ts'

/** Says how often and how long the files of a product may be downloaded, or where its service is given. The same twice changes nothing. */
export async function putKindTerms(
  ctx: Context,
  { terms, ...seen }: ProductSeen & { readonly terms: KindTerms },
): Promise<Result<{ readonly version: number }>> {
  const held = await lockAsSeen(ctx, seen)
  if (!held.ok) return held
  const { productId } = seen
  const checked = checkTerms(await findKind(ctx.tx, productId), terms)
  if (!checked.ok) return checked
  const known = (await loadKindTerms(ctx.tx, [productId])).get(productId)
  const before = known && { downloadLimit: known.downloadLimit, downloadDays: known.downloadDays, notes: known.notes }
  const after = { ...terms, notes: said(terms.notes) }
  if (!before || textOf(before) === textOf(after)) return ok({ version: held.value.version })
  saveKindTerms(ctx, productId, after)
  return tellPart(ctx, held.value, { field: 'terms', before, after })
}

/** A language that was emptied is not there. */
function said(notes: KindTerms['notes']): KindTerms['notes'] {
  const entries = Object.entries(notes).map(([language, note]) => [language, note?.trim()] as const)
  return Object.fromEntries(entries.filter(([, note]) => note)) as KindTerms['notes']
}

function textOf({ downloadLimit, downloadDays, notes }: KindTerms): string {
  return JSON.stringify([downloadLimit, downloadDays, Object.entries(notes).sort(([a], [b]) => (a < b ? -1 : 1))])
}

import type { Context } from '../../../host/context.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Texts } from '../domain/product.ts'
import { refusals } from '../domain/refusals.ts'
import { termHints, type TermHint, type TranslatedKind } from '../domain/translation.ts'
import { findTexts, listTerms } from '../queries/translations.ts'
import { lockAttribute } from '../store/definitions.ts'
import { lockProduct } from '../store/locks.ts'
import { settleTexts } from '../store/outdated-texts.ts'
import { putAttribute } from './put-attribute.ts'
import { changeBrand } from './save-brand.ts'
import { changeCollection } from './save-collection.ts'
import { changeCategory } from './save-category.ts'
import { carryOut } from './save-product.ts'

export interface TextToWrite {
  readonly kind: TranslatedKind
  readonly id: string
  readonly field: string
  readonly language: string
  /** The English that the person read: another one there now is a conflict. */
  readonly source: string
  readonly text: string
}

/**
 * One text in one language, through the same checks and into the same history as any other save. The same text again says that it
 * is still right: then only its mark goes.
 */
export async function translateText(
  ctx: Context,
  wish: TextToWrite,
): Promise<Result<{ readonly hints: readonly TermHint[] }>> {
  const { kind, id, field, language, source, text } = wish
  if (kind === 'product' && isUuid(id)) await lockProduct(ctx, id)
  const record = await findTexts(ctx.tx, { kind, id, language })
  const now = record?.texts.find((one) => one.field === field)
  if (!now) return refusals.text_not_found()
  if (now.source !== source) return refusals.source_changed({ field: 'source' })
  const saved = await save(ctx, wish, { [language]: text })
  if (!saved.ok) return saved
  if (text !== '') settleTexts(ctx, [{ kind, recordId: id, field, language }])
  return ok({ hints: termHints(await listTerms(ctx.tx), { source, text, language }) })
}

async function save(ctx: Context, { kind, id, field }: TextToWrite, texts: Texts): Promise<Result<unknown>> {
  if (kind === 'product') {
    const product = await lockProduct(ctx, id)
    return product ? carryOut(ctx, product, { handle: product.handle, [field]: texts }) : refusals.text_not_found()
  }
  if (kind === 'category') return changeCategory(ctx, { id, version: undefined, changes: { [field]: texts } })
  if (kind === 'collection') return changeCollection(ctx, { id, version: undefined, changes: { [field]: texts } })
  if (kind === 'brand') return changeBrand(ctx, { id, version: undefined, changes: { [field]: texts } })
  const attribute = await lockAttribute(ctx, id)
  if (!attribute) return refusals.text_not_found()
  const { version, ...draft } = attribute
  return putAttribute(ctx, { ...draft, names: { ...draft.names, ...texts } }, version)
}

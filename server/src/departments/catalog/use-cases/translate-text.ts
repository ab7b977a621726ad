import type { Context } from '../../../host/context.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { readSetting } from '../../../host/settings/read-setting.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { termHints, type TermHint, type TranslatedKind } from '../domain/translation.ts'
import { translationsShown } from '../queries/publication-settings.ts'
import { findTexts, listTerms, type TextToTranslate } from '../queries/translations.ts'
import { lockProduct } from '../store/locks.ts'
import { dropTextDraft, settleTexts, writeTextDraft } from '../store/outdated-texts.ts'
import { saveText } from './save-text.ts'

export interface TextToWrite {
  readonly kind: TranslatedKind
  readonly id: string
  readonly field: string
  readonly language: string
  /** The English that the person read: another one there now is a conflict. */
  readonly source: string
  readonly text: string
  /** The program that wrote it. */
  readonly provider?: string | undefined
}

/**
 * One text in one language, as a draft. Where the shop shows drafts it goes through the same checks and into the same history as any
 * other save; where it shows only what is approved, and always where a program
 * wrote it, the record keeps what it has until somebody approves. The same text again says
 * that it is still right: then only its mark goes.
 */
export async function translateText(
  ctx: Context,
  wish: TextToWrite,
): Promise<Result<{ readonly hints: readonly TermHint[] }>> {
  const { kind, id, field, language, source, text, provider = null } = wish
  const now = await findText(ctx, wish)
  if (!now) return refusals.text_not_found()
  if (now.source !== source) return refusals.source_changed({ field: 'source' })
  const mark = { kind, recordId: id, field, language }
  const stillRight = text === now.text && now.draft === null
  const isHeld = !stillRight && (provider !== null || (await isHeldBack(ctx, now, text)))
  if (!isHeld) {
    const saved = await saveText(ctx, wish)
    if (!saved.ok) return saved
  }
  if (isHeld && text === '') dropTextDraft(ctx, mark)
  else if (text === '' || stillRight) settleTexts(ctx, [mark])
  else {
    // What it was made from is the English of now; in the shop stays what was approved, and outdated if it is.
    if (!isHeld) settleTexts(ctx, [mark])
    writeTextDraft(ctx, { ...mark, text, source, provider })
    const changes = [{ field: `${field}.${language}`, before: now.text, after: text }]
    if (isHeld) ctx.audit({ action: 'catalog:draft_text', objectType: kind, objectId: id, changes })
  }
  return ok({ hints: termHints(await listTerms(ctx.tx), { source, text, language }) })
}

/** A draft that is taken back before anybody approved it leaves the record as it is. */
async function isHeldBack(ctx: Context, { draft }: TextToTranslate, text: string): Promise<boolean> {
  if ((await readSetting(ctx.tx, translationsShown)) === 'drafts') return false
  return text !== '' || draft !== null
}

/** Under the lock of its product, where it has one. */
export async function findText(
  ctx: Context,
  { kind, id, field, language }: Pick<TextToWrite, 'kind' | 'id' | 'field' | 'language'>,
): Promise<TextToTranslate | undefined> {
  if ((kind === 'product' || kind === 'option') && isUuid(id)) await lockProduct(ctx, id)
  const record = await findTexts(ctx.tx, { kind, id, language })
  return record?.texts.find((one) => one.field === field)
}

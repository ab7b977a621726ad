import type { Context } from '../../../host/context.ts'
import { ok, type Refusal, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import type { TranslatedKind } from '../domain/translation.ts'
import { settleTexts } from '../store/outdated-texts.ts'
import { saveText } from './save-text.ts'
import { findText } from './translate-text.ts'

export interface TextsToApprove {
  readonly kind: TranslatedKind
  readonly language: string
  readonly texts: readonly {
    readonly id: string
    readonly field: string
    /** As the person saw them; who approves many unseen says neither, and gets those alone whose English is still the same. */
    readonly source?: string | undefined
    readonly text?: string | undefined
  }[]
}

export interface Approved {
  readonly approved: number
  readonly refused: readonly { readonly id: string; readonly field: string; readonly refusal: Refusal }[]
}

/** Drafts become what the shop says. Each is judged alone: one that cannot be approved keeps none of the others back. */
export async function approveTexts(ctx: Context, { kind, language, texts }: TextsToApprove): Promise<Result<Approved>> {
  const refused: Approved['refused'][number][] = []
  // In the order of their ids: rows are locked on the way.
  const inOrder = texts.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  for (const { id, field, source, text } of inOrder) {
    const done = await approve(ctx, { kind, language, id, field, source, text })
    if (!done.ok) refused.push({ id, field, refusal: done.refusal })
  }
  return ok({ approved: texts.length - refused.length, refused })
}

type OneText = Omit<TextsToApprove, 'texts'> & TextsToApprove['texts'][number]

async function approve(ctx: Context, { kind, language, id, field, ...seen }: OneText): Promise<Result<void>> {
  const now = await findText(ctx, { kind, id, field, language })
  if (!now?.draft) return refusals.text_not_found()
  const isAsSeen = seen.source === undefined ? now.sourceWas === null : seen.source === now.source
  if (!isAsSeen) return refusals.source_changed({ field: 'source' })
  if (seen.text !== undefined && seen.text !== now.text) return refusals.draft_changed({ field: 'text' })
  if (now.text !== now.shown) {
    const saved = await saveText(ctx, { kind, id, field, language, text: now.text })
    if (!saved.ok) return saved
  }
  settleTexts(ctx, [{ kind, recordId: id, field, language }])
  const changes = [{ field: `${field}.${language}`, before: now.shown, after: now.text }]
  ctx.audit({ action: 'catalog:approve_text', objectType: kind, objectId: id, changes })
  return ok()
}

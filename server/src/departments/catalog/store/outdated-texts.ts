import { actorText, type Context } from '../../../host/context.ts'
import { adHoc, sql, trusted } from '../../../host/database/sql.ts'
import { markTexts, type TextMark, type TextsChange } from '../domain/translation.ts'

/** Keeps which translations their English has left behind; in the transaction of the change, however many texts it has. */
export function noteTexts(ctx: Context, changes: readonly TextsChange[]): void {
  const { outdated, settled } = markTexts(changes)
  settleTexts(ctx, settled)
  if (outdated.length === 0) return
  ctx.tx.later(sql`
    INSERT INTO catalog.outdated_text (language, kind, record_id, field, source_was, since)
    SELECT *, ${ctx.now}::timestamptz FROM unnest(${outdated.map(({ language }) => language)}::text[],
      ${outdated.map(({ kind }) => kind)}::text[], ${outdated.map(({ recordId }) => recordId)}::text[],
      ${outdated.map(({ field }) => field)}::text[], ${outdated.map(({ sourceWas }) => sourceWas)}::text[])
    -- What it was made from is older than the last change.
    ON CONFLICT DO NOTHING`)
}

/** They are right again, and whoever wrote them anew had the right to: nothing of them is a draft any more. */
export function settleTexts(ctx: Context, settled: readonly Omit<TextMark, 'sourceWas'>[]): void {
  if (settled.length === 0) return
  for (const table of [trusted('catalog.outdated_text'), trusted('catalog.text_draft')]) {
    ctx.tx.later(adHoc`
    DELETE FROM ${table} o USING unnest(${settled.map(({ language }) => language)}::text[],
      ${settled.map(({ kind }) => kind)}::text[], ${settled.map(({ recordId }) => recordId)}::text[],
      ${settled.map(({ field }) => field)}::text[]) AS right_again(language, kind, record_id, field)
    WHERE (o.language, o.kind, o.record_id, o.field)
      = (right_again.language, right_again.kind, right_again.record_id, right_again.field)`)
  }
}

export interface NewTextDraft extends Omit<TextMark, 'sourceWas'> {
  readonly text: string
  readonly source: string
  /** The program that made it. */
  readonly provider: string | null
}

/** The newest is the one that waits for approval. */
export function writeTextDraft(ctx: Context, draft: NewTextDraft): void {
  const { language, kind, recordId, field, text, source, provider } = draft
  ctx.tx.later(sql`
    INSERT INTO catalog.text_draft (language, kind, record_id, field, text, source, written_by, provider, written_at)
    VALUES (${language}, ${kind}, ${recordId}, ${field}, ${text}, ${source}, ${actorText(ctx.actor)}, ${provider}, ${ctx.now})
    ON CONFLICT (language, kind, record_id, field) DO UPDATE SET text = excluded.text, source = excluded.source,
      written_by = excluded.written_by, provider = excluded.provider, written_at = excluded.written_at`)
}

export function dropTextDraft(ctx: Context, { language, kind, recordId, field }: Omit<TextMark, 'sourceWas'>): void {
  ctx.tx.later(sql`
    DELETE FROM catalog.text_draft
    WHERE (language, kind, record_id, field) = (${language}, ${kind}, ${recordId}, ${field})`)
}

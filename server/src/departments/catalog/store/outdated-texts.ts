import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
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

/** They are right again. */
export function settleTexts(ctx: Context, settled: readonly Omit<TextMark, 'sourceWas'>[]): void {
  if (settled.length === 0) return
  ctx.tx.later(sql`
    DELETE FROM catalog.outdated_text o USING unnest(${settled.map(({ language }) => language)}::text[],
      ${settled.map(({ kind }) => kind)}::text[], ${settled.map(({ recordId }) => recordId)}::text[],
      ${settled.map(({ field }) => field)}::text[]) AS right_again(language, kind, record_id, field)
    WHERE (o.language, o.kind, o.record_id, o.field)
      = (right_again.language, right_again.kind, right_again.record_id, right_again.field)`)
}

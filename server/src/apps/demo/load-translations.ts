import { saveCategory, translateText } from '../../departments/catalog/index.ts'
import type { Context } from '../../host/context.ts'
import { ok, type Result } from '../../kernel/result.ts'

const SOURCE = 'Plates, cups and bowls for every day, and for the days when guests come.'
const DRAFT = 'Piatti, tazze e ciotole per ogni giorno, e per i giorni in cui arrivano ospiti.'

/** One text in English, with a draft in Italian that waits for approval; in the other languages it is still missing. */
export async function loadTranslations(ctx: Context): Promise<Result<void>> {
  const saved = await saveCategory(ctx, { handle: 'table', descriptions: { en: SOURCE } })
  if (!saved.ok) return saved
  await ctx.tx.flush()
  const where = { kind: 'category', id: saved.value.categoryId, field: 'descriptions', language: 'it' } as const
  const drafted = await translateText(ctx, { ...where, source: SOURCE, text: DRAFT })
  return drafted.ok ? ok() : drafted
}

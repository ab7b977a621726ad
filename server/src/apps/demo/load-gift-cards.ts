import { issueCard } from '../../departments/gift-cards/index.ts'
import type { Context } from '../../host/context.ts'
import { sql } from '../../host/database/sql.ts'
import { money } from '../../kernel/money.ts'
import { ok, type Result } from '../../kernel/result.ts'

/** Two that the shop gave away: a parcel that came late, and the prize of a fair. Once, however often it is run. */
export async function loadGiftCards(ctx: Context): Promise<Result<void>> {
  if (await ctx.tx.row(sql`SELECT 1 FROM gift_cards.card LIMIT 1`)) return ok()
  const late = await issueCard(ctx, {
    market: 'it',
    amount: money(2_500, 'EUR'),
    recipientEmail: 'mirandolina.locandieri@posta.example',
    recipientName: 'Mirandolina',
    senderName: 'Bottega Laguna',
    message: 'Il tuo pacco ha tardato. Scusaci, e grazie della pazienza.',
    locale: 'it',
    reason: 'A parcel that came ten days late',
  })
  if (!late.ok) return late
  const prize = await issueCard(ctx, {
    market: 'eu',
    amount: money(10_000, 'EUR'),
    recipientEmail: 'lelio.bugiardi@posta.example',
    recipientName: 'Lelio',
    senderName: 'Bottega Laguna',
    message: 'First prize of the autumn fair.',
    locale: 'en',
    reason: 'Prize of the autumn fair',
  })
  return prize.ok ? ok() : prize
}

import { listCustomers } from '../../departments/customers/index.ts'
import { grantCredit, issueCard } from '../../departments/gift-cards/index.ts'
import type { Context } from '../../host/context.ts'
import { sql } from '../../host/database/sql.ts'
import { money } from '../../kernel/money.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { addDays, localDateIn } from '../../kernel/time.ts'
import { village } from './village.ts'

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
    market: 'it',
    amount: money(10_000, 'EUR'),
    recipientEmail: 'lelio.bugiardi@posta.example',
    recipientName: 'Lelio',
    senderName: 'Bottega Laguna',
    message: 'Primo premio della fiera d’autunno.',
    locale: 'it',
    reason: 'Prize of the autumn fair',
  })
  return prize.ok ? loadStoreCredit(ctx) : prize
}

/** What the shop owes to three customers by name; a part of it ends within a month. */
async function loadStoreCredit(ctx: Context): Promise<Result<void>> {
  await ctx.tx.flush()
  const soon = addDays(localDateIn(ctx.now, 'Europe/Rome'), 30)
  const [first, second, third] = village.people().customers
  for (const [customer, euros, because, reason, expiresOn] of [
    [first, 15, 'goodwill', 'Per il pacco arrivato in ritardo', soon],
    [first, 20, 'return', 'Una tazza tornata oltre il termine', null],
    [second, 40, 'return', 'Una lampada tornata oltre il termine', null],
    [third, 7, 'correction', 'Sconto dimenticato alla cassa', null],
  ] as const) {
    const found = customer && (await listCustomers(ctx.tx, { search: customer.email, limit: 1 }))
    const known = found?.ok ? found.value.items[0] : undefined
    if (!known) continue
    const amount = money(BigInt(euros) * 100n, 'EUR')
    const granted = await grantCredit(ctx, { customerId: known.id, market: 'it', amount, because, reason, expiresOn })
    if (!granted.ok) return granted
  }
  return ok()
}

/**
 * Brings what providers pay out into the house: which payouts there are and how far each is, then the lines of those that are not whole,
 * page by page, then the books. Each page is kept in a transaction of its own with how far it goes, so that a life that ends in the
 * middle is gone on from; everything is harmless twice. No network call inside a transaction.
 */
import { runCommand, system, type Actor, type House } from '../../../host/context.ts'
import { Outage } from '../../../kernel/outage.ts'
import { ok } from '../../../kernel/result.ts'
import type { PaymentProvider } from '../domain/provider.ts'
import { listToBook, listUnread, readPayoutsFrom, type Unread } from '../queries/find-payout.ts'
import { keepLines, keepPayout } from '../store/payouts.ts'
import { bookPayout } from './book-payout.ts'
import { listProviders } from './provider-of.ts'

/** A payout may fail or be taken back for so long after it was made. */
const SETTLES_IN_DAYS = 30
const usual = system('fetch-payouts')

/** Answers which providers could not be asked. */
export async function fetchPayouts(house: House, actor: Actor = usual): Promise<{ readonly away: readonly string[] }> {
  const away: string[] = []
  for (const provider of await listProviders(house)) {
    const read = await readAll(house, provider, actor).catch((error: unknown) => {
      if (!(error instanceof Outage)) throw error
      house.log.warn('payment.provider_away', { code: error.code, error: error.message })
      return false
    })
    if (!read) away.push(provider.name)
  }
  await bookAll(house, actor)
  return { away }
}

async function readAll(house: House, provider: PaymentProvider, actor: Actor): Promise<boolean> {
  const since = await readPayoutsFrom(house.database, provider.name, SETTLES_IN_DAYS)
  for (let after: string | null = null; ;) {
    const page = await provider.listPayoutsSince(since, after)
    await runCommand(house, { actor }, async (ctx) => {
      for (const payout of page.payouts) keepPayout(ctx, { ...payout, provider: provider.name, origin: 'provider' })
      return ok()
    })
    if (page.next === null) break
    after = page.next
  }
  for (const payout of await listUnread(house.database, provider.name)) await readLines(house, provider, payout, actor)
  return true
}

async function readLines(house: House, provider: PaymentProvider, payout: Unread, actor: Actor): Promise<void> {
  for (let after = payout.readAfter; ;) {
    const page = await provider.listPayoutLines(payout.providerRef, after)
    await runCommand(house, { actor }, async (ctx) => {
      keepLines(ctx, payout, page)
      return ok()
    })
    if (page.next === null) return
    after = page.next
  }
}

export async function bookAll(house: House, actor: Actor = usual): Promise<void> {
  for (const payoutId of await listToBook(house.database)) {
    await runCommand(house, { actor }, (ctx) => bookPayout(ctx, payoutId))
  }
}

import type { Context } from '../../../host/context.ts'
import { moneyFact, type GuardedAct } from '../../../host/guard/act.ts'
import { weigh } from '../../../host/guard/weigh.ts'
import { money, moneyToJson, negate, type Money } from '../../../kernel/money.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { addDays, localDateIn, type LocalDate } from '../../../kernel/time.ts'
import { postEntry } from '../../ledger/index.ts'
import { CREDIT } from '../domain/card.ts'
import { decideCredit, type Cause } from '../domain/credit.ts'
import { refusals } from '../domain/refusals.ts'
import { readCreditDays } from '../queries/credit-settings.ts'
import { findHolder, readGrantedSince } from '../queries/credits.ts'
import { findPlaceOfIssue } from '../queries/rules.ts'
import { insertCard } from '../store/cards.ts'
import { lockGrantsTo } from '../store/locks.ts'

export const GRANT: GuardedAct = {
  act: 'gift-cards.grant_credit',
  permission: 'gift-cards:credit',
  facts: { amount: 'money' },
}

const DAY_MS = 86_400_000

export interface CreditToGrant {
  readonly customerId: string
  readonly market: string
  readonly amount: Money
  readonly because: Cause
  /** In the words of who grants it; the customer reads them. */
  readonly reason: string
  /** Its last day; null for ever, undefined as the shop has it. */
  readonly expiresOn?: LocalDate | null | undefined
}

/** The shop owes a customer so much of goods: a debt from now on, and a cost. */
export async function grantCredit(ctx: Context, wish: CreditToGrant): Promise<Result<{ readonly id: string }>> {
  const [place, holder, validDays] = await Promise.all([
    findPlaceOfIssue(ctx.tx, wish.market),
    findHolder(ctx.tx, wish.customerId),
    readCreditDays(ctx.tx),
  ])
  if (!holder) return refusals.unknown_customer()
  if (!place) return refusals.unknown_market({ field: 'market' })
  const { entityId, currency } = place
  const today = localDateIn(ctx.now, place.timeZone)
  const expiresOn = decideCredit(wish, { currency, today, validDays })
  if (!expiresOn.ok) return expiresOn
  const admitted = await weigh(ctx, {
    act: GRANT.act,
    // Two halves within a day are one: nobody gets around a rule by granting twice.
    facts: async () => {
      lockGrantsTo(ctx, wish.customerId)
      const since = new Date(ctx.now.getTime() - DAY_MS)
      const before = await readGrantedSince(ctx.tx, { customerId: wish.customerId, currency, since })
      return { amount: moneyFact(money(before + wish.amount.amount, currency)) }
    },
    ref: { kind: 'customer', id: wish.customerId },
    label: holder.name,
  })
  if (!admitted.ok) return admitted
  const { market, amount, because, reason } = wish
  const of = { customerId: wish.customerId, entityId, market, locale: holder.locale }
  const id = openCredit(ctx, { ...of, amount, because, reason, expiresOn: expiresOn.value, orderId: null })
  postEntry(ctx, {
    kind: 'store_credit_issue',
    ref: id,
    about: id,
    entityId,
    effectiveOn: today,
    postings: [
      { account: 'store_credit_given', amount },
      { account: 'store_credit', amount: negate(amount) },
    ],
  })
  return ok({ id })
}

interface NewCredit {
  readonly customerId: string
  readonly entityId: string
  readonly market: string
  readonly locale: string
  readonly amount: Money
  readonly because: Cause
  readonly reason: string
  readonly expiresOn: LocalDate | null
  readonly orderId: string | null
}

/** Its row, its first movement and its place in the trail of the customer; the entry is posted by whoever knows where it comes from. */
function openCredit(ctx: Context, { customerId, because, orderId, reason, amount, ...credit }: NewCredit): string {
  const id = ctx.newId()
  insertCard(
    ctx,
    {
      ...credit,
      id,
      currency: amount.currency,
      initial: amount.amount,
      origin: CREDIT,
      orderId: null,
      linePosition: null,
      piece: null,
      recipientEmail: '',
      recipientName: '',
      senderName: '',
      message: '',
      credit: { customerId, because, orderId },
    },
    reason,
  )
  ctx.audit({
    action: 'gift-cards:grant_credit',
    objectType: 'customer',
    objectId: customerId,
    changes: [{ field: 'storeCredit', before: null, after: moneyToJson(amount) }],
    reason,
  })
  return id
}

export interface CreditInstead {
  readonly orderId: string
  readonly entityId: string
  readonly amount: Money
  readonly reason: string
}

/**
 * What goes back of an order becomes store credit of who bought, instead of money: they agreed to it (Directive 2011/83/EU, article
 * 13(1)). It has no last day: money would have none. The refund that wants it posts its entry.
 */
export async function creditInstead(ctx: Context, wish: CreditInstead): Promise<Result<{ readonly id: string }>> {
  const holder = await findHolder(ctx.tx, { orderId: wish.orderId })
  if (!holder?.market) return refusals.unknown_customer()
  const { customerId, market, locale } = holder
  const id = openCredit(ctx, { ...wish, customerId, market, locale, because: 'refund', expiresOn: null })
  return ok({ id })
}

export interface CreditForPoints {
  readonly customerId: string
  readonly entityId: string
  readonly market: string
  readonly locale: string
  readonly amount: Money
  readonly reason: string
}

/** Points become store credit, good for as long as the shop has it. Whoever takes the points posts the entry. */
export async function creditForPoints(ctx: Context, wish: CreditForPoints): Promise<{ readonly id: string }> {
  const [place, validDays] = [await findPlaceOfIssue(ctx.tx, wish.market), await readCreditDays(ctx.tx)]
  const today = localDateIn(ctx.now, place?.timeZone ?? 'UTC')
  const expiresOn = validDays === 0 ? null : addDays(today, validDays)
  return { id: openCredit(ctx, { ...wish, because: 'points', expiresOn, orderId: null }) }
}

import type { Context } from '../../host/context.ts'
import { add, money, negate, subtract, sum } from '../../kernel/money.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { localDateIn } from '../../kernel/time.ts'
import { issueCardsOfOrder } from '../../departments/gift-cards/index.ts'
import { listEntriesAbout, postEntry, type AccountCode, type Posting } from '../../departments/ledger/index.ts'
import {
  findGiftCardsBought,
  openRest,
  payOrder,
  saleAmounts,
  type GiftCardsBought,
  type LockedOrder,
  type SaleAmounts,
} from '../../departments/orders/index.ts'
import { takeTenders } from '../../departments/payments/index.ts'

/** What of an order is a sale: what is called off takes all of it back. */
const SALES: ReadonlySet<string> = new Set(['sale', 'sale_amendment', 'sale_credit'])

type Payments = Parameters<typeof takeTenders>[1]

/**
 * The order's money is here, whole: it is paid, what its gift cards promised is spent, the cards that it bought are issued, and the sale
 * is in the books. All of it or nothing, in the transaction that holds the order and its payments.
 */
export async function completeSale(
  ctx: Context,
  order: LockedOrder,
  { payments, paysFor }: { readonly payments: Payments; readonly paysFor: string },
): Promise<Result<void>> {
  const paid = payOrder(ctx, order, paysFor)
  if (!paid.ok) return paid
  takeTenders(ctx, payments)
  const [bought, rest] = await Promise.all([findGiftCardsBought(ctx.tx, order.id), openRest(ctx, order)])
  if (bought) {
    const { id, entityId, marketCode: market, locale } = order
    const { basketId, email, name, lines } = bought
    await issueCardsOfOrder(ctx, { order: { id, basketId, entityId, market, locale, email, name }, lines })
  }
  if (rest) postDeposit(ctx, order)
  else postSale(ctx, order, bought)
  return ok()
}

/** A paid order is a sale: who owes us, what we earned, what we owe the tax office, and what to holders of gift cards. */
function postSale(ctx: Context, order: LockedOrder, bought: GiftCardsBought | undefined): void {
  const { receivable, goods, delivery, tax } = saleAmounts(order)
  const { currency } = receivable
  // Sold is the promise of goods, not goods: no sale yet, and no tax (Directive 2006/112/EC, article 30b(2)).
  const promised = sum(
    (bought?.lines ?? []).map(({ total }) => money(total, currency)),
    currency,
  )
  const postings: Posting[] = [
    { account: 'receivables', amount: receivable },
    { account: 'sales', amount: negate(subtract(goods, promised)) },
    { account: 'gift_cards', amount: negate(promised) },
    { account: 'delivery_revenue', amount: negate(delivery) },
    { account: 'output_tax', amount: negate(tax) },
  ]
  postEntry(ctx, { kind: 'sale', ref: order.id, ...headOf(ctx, order), postings })
}

/**
 * What is paid on account is owed to who paid it until the rest is there; its tax is due now (Directive 2006/112/EC, art. 65). Where nothing is
 * paid today there is nothing to post.
 */
function postDeposit(ctx: Context, order: LockedOrder): void {
  const { receivable, goods, delivery, tax } = saleAmounts(order)
  if (receivable.amount === 0n) return
  const postings: Posting[] = [
    { account: 'receivables', amount: receivable },
    { account: 'deposits', amount: negate(add(goods, delivery)) },
    { account: 'output_tax', amount: negate(tax) },
  ]
  postEntry(ctx, { kind: 'sale', ref: order.id, ...headOf(ctx, order), postings })
}

/** The rest of a deposit is there, or let go: what was paid on account is earned with it. */
export function completeDeposit(
  ctx: Context,
  order: LockedOrder,
  { number, before, after }: { readonly number: number; readonly before: SaleAmounts; readonly after: SaleAmounts },
): void {
  const postings: Posting[] = [
    { account: 'receivables', amount: subtract(after.receivable, before.receivable) },
    { account: 'deposits', amount: add(before.goods, before.delivery) },
    { account: 'sales', amount: negate(after.goods) },
    { account: 'delivery_revenue', amount: negate(after.delivery) },
    { account: 'output_tax', amount: subtract(before.tax, after.tax) },
  ]
  if (postings.every(({ amount }) => amount.amount === 0n)) return
  postEntry(ctx, { kind: 'sale_amendment', ref: `${order.id} ${number}`, ...headOf(ctx, order), postings })
}

/** A sale that was changed afterwards: what it is worth more or less since then. `number`: which change of the order it is. */
export function amendSale(
  ctx: Context,
  order: LockedOrder,
  { number, more }: { readonly number: number; readonly more: SaleAmounts },
): void {
  const { receivable, goods, delivery, tax } = more
  const postings: Posting[] = [
    { account: 'receivables', amount: receivable },
    { account: 'sales', amount: negate(goods) },
    { account: 'delivery_revenue', amount: negate(delivery) },
    { account: 'output_tax', amount: negate(tax) },
  ]
  if (postings.every(({ amount }) => amount.amount === 0n)) return
  postEntry(ctx, { kind: 'sale_amendment', ref: `${order.id} ${number}`, ...headOf(ctx, order), postings })
}

/** A paid order that was called off is no sale: the mirrors of its entries, which are never changed (verify L8). */
export async function reverseSale(ctx: Context, order: LockedOrder): Promise<void> {
  const entries = await listEntriesAbout(ctx.tx, order.id)
  for (const sale of entries.filter(({ kind }) => SALES.has(kind))) {
    const postings = sale.postings.map(({ account, amount: { amount, currency } }) => ({
      account: account as AccountCode,
      amount: money(-amount, currency),
    }))
    postEntry(ctx, { kind: 'sale_reversal', ref: sale.id, reverses: sale.id, ...headOf(ctx, order), postings })
  }
}

export function headOf(ctx: Context, order: LockedOrder) {
  return { about: order.id, entityId: order.entityId, effectiveOn: localDateIn(ctx.now, order.timeZone) }
}

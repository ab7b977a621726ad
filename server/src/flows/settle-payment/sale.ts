import type { Context } from '../../host/context.ts'
import { negate } from '../../kernel/money.ts'
import { localDateIn } from '../../kernel/time.ts'
import { listEntriesAbout, postEntry, reversed, type Posting } from '../../departments/ledger/index.ts'
import { saleAmounts, type LockedOrder } from '../../departments/orders/index.ts'

/** A paid order is a sale: who owes us, what we earned, what we owe the tax office. */
export function postSale(ctx: Context, order: LockedOrder): void {
  postEntry(ctx, { kind: 'sale', ref: order.id, ...headOf(ctx, order), postings: postingsOf(order) })
}

/** A paid order that was called off is no sale: the mirror of its entry, which is never changed (verify L8). */
export async function reverseSale(ctx: Context, order: LockedOrder): Promise<void> {
  const entries = await listEntriesAbout(ctx.tx, order.id)
  const sale = entries.find((entry) => entry.kind === 'sale' && entry.ref === order.id)
  if (!sale) return
  const postings = reversed(postingsOf(order))
  postEntry(ctx, { kind: 'sale_reversal', ref: sale.id, reverses: sale.id, ...headOf(ctx, order), postings })
}

function headOf(ctx: Context, order: LockedOrder) {
  return { about: order.id, entityId: order.entityId, effectiveOn: localDateIn(ctx.now, order.timeZone) }
}

function postingsOf(order: LockedOrder): Posting[] {
  const { receivable, goods, delivery, tax } = saleAmounts(order)
  return [
    { account: 'receivables', amount: receivable },
    { account: 'sales', amount: negate(goods) },
    { account: 'delivery_revenue', amount: negate(delivery) },
    { account: 'output_tax', amount: negate(tax) },
  ]
}

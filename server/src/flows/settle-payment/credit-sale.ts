/**
 * A paid order of which money went back is worth so much less: of the sale, its delivery and its tax as much is taken out of the books as its
 * credit notes say (documents/domain/credit.ts takes the same shares). It aims at a state instead of following steps: under the order's lock
 * what its buyer owes by the books is brought to what is still to be taken, less what is still on its way back. So it may come at any time,
 * in any order and twice; and what a change of the order took back once more, because it did not know of the refund, is put back.
 *
 * Rejected: to post it with each movement of money. A refund is wanted for a change, for a cancellation or for itself, and only the order
 * knows what of it is in the books already.
 */
import { runCommand, system, type Context, type House } from '../../host/context.ts'
import type { JobDefinition } from '../../host/outbox/worker.ts'
import { allocateWhole } from '../../kernel/allocate.ts'
import { money } from '../../kernel/money.ts'
import { ok, type Result } from '../../kernel/result.ts'
import {
  listEntriesAbout,
  listOwedAfterRefunds,
  postEntry,
  type AccountCode,
  type EntryView,
} from '../../departments/ledger/index.ts'
import { lockOrder } from '../../departments/orders/index.ts'
import { lockOrderPayments, stillToCome } from '../../departments/payments/index.ts'
import { headOf } from './sale.ts'

/** The accounts of a sale that a refund takes from; what is owed to holders of gift cards stays owed. */
const OF_SALES: readonly AccountCode[] = ['sales', 'delivery_revenue', 'output_tax']
const NET: readonly AccountCode[] = ['sales', 'delivery_revenue']

export const creditSaleJob: JobDefinition = {
  kind: 'credit-sale',
  run: async (house, job) => {
    if (job.ref !== null) await creditSale(house, job.ref)
  },
}

/** Once a night: refunds of before the house credited sales, and whatever else was left. Each is looked at as if it had just been refunded. */
export const creditSalesJob: JobDefinition = {
  kind: 'credit-sales',
  schedule: '20 3 * * *',
  run: creditSales,
}

export async function creditSales(house: House): Promise<void> {
  for (const orderId of await listOwedAfterRefunds(house.database)) await creditSale(house, orderId)
}

/** Of an order that is unknown, unpaid or called off there is nothing to credit: nothing happens. */
export function creditSale(house: House, orderId: string): Promise<Result<void>> {
  return runCommand(house, { actor: system('credit-sale') }, (ctx) => creditUnderLock(ctx, orderId))
}

async function creditUnderLock(ctx: Context, orderId: string): Promise<Result<void>> {
  const order = await lockOrder(ctx, orderId)
  if (!order.ok || order.value.state !== 'paid') return ok()
  const due = stillToCome(await lockOrderPayments(ctx, orderId))
  const entries = await listEntriesAbout(ctx.tx, orderId)
  const { currency } = order.value.total
  const shares = sharesToTake(entries, { currency, due })
  if (!shares) return ok()
  const before = entries.filter(({ kind }) => kind === 'sale_credit').length
  const owed = [...shares.values()].reduce((all, amount) => all + amount, 0n)
  const postings = [...shares].map(([account, amount]) => ({ account, amount: money(amount, currency) }))
  postEntry(ctx, {
    ...{ kind: 'sale_credit', ref: `${orderId} ${before + 1}`, ...headOf(ctx, order.value) },
    postings: [...postings, { account: 'receivables', amount: money(-owed, currency) }],
  })
  return ok()
}

interface Wanted {
  readonly currency: string
  /** Whole minor units that the buyer's ways to pay still owe; below zero where more is on its way back. */
  readonly due: bigint
}

/** What to post to each account of the sale, or nothing where the books agree. Exported for its table of cases. */
export function sharesToTake(
  entries: readonly Pick<EntryView, 'kind' | 'postings'>[],
  { currency, due }: Wanted,
): ReadonlyMap<AccountCode, bigint> | undefined {
  const books = (list: typeof entries, account: AccountCode): bigint =>
    list
      .flatMap(({ postings }) => postings)
      .filter((one) => one.account === account && one.amount.currency === currency)
      .reduce((all, { amount }) => all + BigInt(amount.amount), 0n)
  // What is held on account of a rest that is not there yet is no sale: its refund ends with the order or with its rest.
  if (books(entries, 'deposits') !== 0n) return undefined
  const tooMuch = books(entries, 'receivables') - due
  const sides = tooMuch > 0n ? entries : entries.filter(({ kind }) => kind === 'sale_credit')
  const sign = tooMuch > 0n ? 1n : -1n
  // Revenue and tax stand on the credit side; what was credited of them, on the debit side.
  const left = new Map(OF_SALES.map((account) => [account, positive(-sign * books(sides, account))]))
  return take(left, { part: tooMuch * sign, sign })
}

function take(
  left: ReadonlyMap<AccountCode, bigint>,
  { part, sign }: { readonly part: bigint; readonly sign: bigint },
): ReadonlyMap<AccountCode, bigint> | undefined {
  const whole = [...left.values()].reduce((all, amount) => all + amount, 0n)
  const taken = part < whole ? part : whole
  if (taken <= 0n) return undefined
  const [tax = 0n] = allocateWhole(left.get('output_tax') ?? 0n, [taken, whole - taken])
  const nets = allocateWhole(
    taken - tax,
    NET.map((account) => left.get(account) ?? 0n),
  )
  return new Map([...NET.map((account, at) => [account, sign * (nets[at] ?? 0n)] as const), ['output_tax', sign * tax]])
}

const positive = (amount: bigint): bigint => (amount > 0n ? amount : 0n)

import type { Context } from '../../../host/context.ts'
import { money, moneyToJson, type Money } from '../../../kernel/money.ts'
import { addDays, localDateIn, startOfDay } from '../../../kernel/time.ts'
import type { Balance } from '../domain/balance.ts'
import { deferOrder, type DeferredOrder } from '../domain/deferred-order.ts'
import type { Deferral } from '../domain/deferral.ts'
import { balanceAsked } from '../events.ts'
import { findDeferral } from '../queries/balances.ts'
import { readRestDays } from '../queries/rest-days.ts'
import { contentHashOf } from '../store/amendments.ts'
import { insertDeferral, insertRest, saveRestAsked, saveRestReminded, touchOrder } from '../store/balances.ts'

export { deferOrder }

/** Keeps what a pre-ordered order is once its rest is paid; its own row, written before, is worth what is paid today. */
export async function recordDeferral(
  ctx: Context,
  { order, after }: DeferredOrder,
  { deferral, contentHash }: { readonly deferral: Deferral; readonly contentHash: string },
): Promise<void> {
  const { id, total } = order
  const { currency } = total
  insertDeferral(ctx, {
    ...{ orderId: id, today: deferral.today.amount, later: deferral.later.amount, currency, readyOn: deferral.readyOn },
    ...{ payDays: await readRestDays(ctx.tx), hashBefore: contentHash, after },
    hashAfter: contentHashOf({ id, currency }, after),
  })
}

/** What was paid today is there: the rest waits until it is asked for. Undefined where all of it was paid. The order is held under lock. */
export async function openRest(ctx: Context, order: { readonly id: string }): Promise<Money | undefined> {
  const deferral = await findDeferral(ctx.tx, order.id)
  if (!deferral) return undefined
  insertRest(ctx, ctx.newId<'balance'>(), order.id)
  return money(deferral.later, deferral.currency)
}

interface RestOf {
  readonly id: string
  readonly number: string
  readonly timeZone: string
  readonly version: number
}

/** Its goods are there: the rest is asked for, until the end of so many days as were agreed. The order is held under lock. */
export async function askRest(ctx: Context, order: RestOf, balance: Balance): Promise<void> {
  const days = (await findDeferral(ctx.tx, order.id))?.payDays ?? 1
  const last = addDays(localDateIn(ctx.now, order.timeZone), days)
  const expiresAt = startOfDay(addDays(last, 1), order.timeZone)
  saveRestAsked(ctx, balance, expiresAt)
  touchOrder(ctx, order.id)
  const amount = moneyToJson(money(balance.amount, balance.currency))
  ctx.emit(balanceAsked(order.id, { number: order.number, amount }))
  ctx.enqueue({ kind: 'tell-rest', ref: order.id, payload: { reminder: false }, dedupKey: `${balance.id} asked` })
  ctx.audit({
    ...{ action: 'orders:ask_balance', objectType: 'order', objectId: order.id, version: order.version + 1 },
    changes: [{ field: 'balance', before: null, after: amount }],
  })
}

/** Once, before it runs out. The order is held under lock. */
export function remindOfRest(ctx: Context, { id }: Pick<RestOf, 'id'>, balance: Balance): void {
  saveRestReminded(ctx, balance)
  ctx.enqueue({ kind: 'tell-rest', ref: id, payload: { reminder: true }, dedupKey: `${balance.id} reminder` })
}

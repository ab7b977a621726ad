/**
 * Asks for the rest of pre-ordered orders whose goods are all there. What lies on the shelf belongs to the oldest promise and nothing is
 * stored of who waits (promise-stock.ts), so it is looked at from time to time, the oldest order first, rather than whenever goods come in:
 * a count, a release, an edit and a return would each have to tell.
 */
import { runCommand, system, type House } from '../../host/context.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { listAwaited, listStillAwaiting } from '../../departments/inventory/index.ts'
import {
  askRest,
  findBalanceDue,
  listRestsToAsk,
  listRestsToRemind,
  lockOrder,
  remindOfRest,
  type RestToAsk,
} from '../../departments/orders/index.ts'

const PAGE = 200
const REMIND_MS = 2 * 24 * 60 * 60_000
const actor = system('ask-rests')

/** Answers how many were asked for. */
export async function askRests(house: House): Promise<number> {
  let asked = 0
  let after: RestToAsk | undefined
  for (;;) {
    const page = await listRestsToAsk(house.database, { after, limit: PAGE })
    const waiting = await listStillAwaiting(
      house.database,
      page.map(({ orderId }) => orderId),
    )
    for (const { orderId } of page.filter((one) => !waiting.has(one.orderId))) {
      const done = await askOne(house, orderId)
      if (done.ok && done.value) asked += 1
    }
    after = page.at(-1)
    if (page.length < PAGE) return asked
  }
}

function askOne(house: House, orderId: string): Promise<Result<boolean>> {
  return runCommand(house, { actor }, async (ctx) => {
    const order = await lockOrder(ctx, orderId)
    if (!order.ok) return order
    const balance = await findBalanceDue(ctx.tx, orderId)
    if (balance?.kind !== 'rest' || balance.dueSince !== null) return ok(false)
    if ((await listAwaited(ctx.tx, orderId)).length > 0) return ok(false)
    await askRest(ctx, order.value, balance)
    return ok(true)
  })
}

/** Two days before the time to pay is over, once. */
export async function remindOfRests(house: House): Promise<number> {
  const soon = new Date(house.clock.now().getTime() + REMIND_MS)
  const due = await listRestsToRemind(house.database, soon, PAGE)
  for (const { orderId } of due) {
    await runCommand(house, { actor }, async (ctx) => {
      const order = await lockOrder(ctx, orderId)
      if (!order.ok) return order
      const balance = await findBalanceDue(ctx.tx, orderId)
      if (balance?.kind === 'rest' && balance.dueSince !== null) remindOfRest(ctx, order.value, balance)
      return ok()
    })
  }
  return due.length
}

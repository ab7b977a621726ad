import { listOrders, listOrderTags, makeHoldRule, makeTag, tagOrder } from '../../departments/orders/index.ts'
import { runCommand, system, type House } from '../../host/context.ts'
import { ok } from '../../kernel/result.ts'
import { demand } from '../demand.ts'

/** Two words to sort orders by, one of them on the newest order, and a rule that is switched off: a demo holds nobody's order. */
export async function loadDesk(house: House): Promise<void> {
  if ((await listOrderTags(house.database)).length > 0) return
  const { items } = demand(await listOrders(house.database, { limit: 1 }))
  const made = await runCommand(house, { actor: system('demo') }, async (ctx) => {
    const wrapped = await makeTag(ctx, { name: 'Pacco regalo', colour: 'pink' })
    if (!wrapped.ok) return wrapped
    const known = await makeTag(ctx, { name: 'Cliente storico', colour: 'teal' })
    if (!known.ok) return known
    const [newest] = items
    const tagged = newest ? await tagOrder(ctx, { orderId: newest.id, add: [wrapped.value.id], remove: [] }) : ok(false)
    if (!tagged.ok) return tagged
    return makeHoldRule(ctx, {
      terms: { what: 'value', over: { EUR: 50_000 }, firstTime: true },
      markets: [],
      active: false,
      assignee: 'role:care_agent',
    })
  })
  demand(made)
}

import { runCommand, system, type Context, type House } from '../../../host/context.ts'
import { ok } from '../../../kernel/result.ts'
import { lockGroup } from '../store/groups.ts'
import { deletePurchase, insertPurchase, type Purchase } from '../store/purchases.ts'
import { listRuledGroups, sortMembers } from '../store/sort-members.ts'

/** What somebody did may bring them into groups, or out of them: asked of that customer alone. */
export async function sortCustomer(ctx: Context, customerId: string): Promise<void> {
  const groups = await listRuledGroups(ctx)
  for (const group of groups) await sortMembers(ctx, group, customerId)
}

/** A purchase was paid. Twice is once. */
export async function countPurchase(ctx: Context, purchase: Purchase): Promise<void> {
  insertPurchase(ctx, purchase)
  await sortCustomer(ctx, purchase.customerId)
}

/** It was cancelled after all. */
export async function uncountPurchase(ctx: Context, { orderId, customerId }: Purchase): Promise<void> {
  deletePurchase(ctx, orderId)
  await sortCustomer(ctx, customerId)
}

/** Days go by: "within the last year" is another year now. Each group in a transaction of its own. */
export async function sortAllGroups(house: House): Promise<void> {
  const by = { actor: system('sort-customers') }
  const listed = await runCommand(house, by, async (ctx) => ok(await listRuledGroups(ctx)))
  for (const { id } of listed.ok ? listed.value : []) {
    await runCommand(house, by, async (ctx) => {
      const group = await lockGroup(ctx, id)
      if (group?.rule) await sortMembers(ctx, { id, rule: group.rule })
      return ok()
    })
  }
}

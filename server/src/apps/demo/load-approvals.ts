import { findStaffActorById, listStaff } from '../../departments/people/index.ts'
import { listApprovalRules, makeApprovalRule, type RuleDraft } from '../../departments/work/index.ts'
import { runCommand, system, type House } from '../../host/context.ts'
import { sql } from '../../host/database/sql.ts'
import { askAs } from '../../host/guard/ask-as.ts'
import { demand } from '../demand.ts'

const RULES: readonly Pick<RuleDraft, 'act' | 'condition' | 'roles' | 'note'>[] = [
  {
    act: 'payments.refund',
    condition: {
      kind: 'above_amount',
      fact: 'amount',
      amounts: [
        { amount: 50_000, currency: 'EUR' },
        { amount: 900_000_000, currency: 'IDR' },
      ],
    },
    roles: ['owner', 'accountant'],
    note: 'Large refunds are looked at by two people',
  },
  {
    act: 'pricing.change_price',
    condition: { kind: 'above_percent', fact: 'change', ppm: 150_000 },
    roles: ['owner'],
    note: 'Nobody doubles a price by a slip of the finger',
  },
]

/** Enough to be held: the dearest price of the village is 99 euros. */
const CUT = 2_000n

/** The two rules of the village, and a price that waits for its owner: asked for by the merchandiser, as people ask. */
export async function loadApprovals(house: House): Promise<void> {
  if ((await listApprovalRules(house.database)).length > 0) return
  for (const rule of RULES) {
    const draft = { ...rule, markets: null, approvals: 1, activeFrom: null, activeTo: null }
    const acts = house.ports?.acts ?? []
    demand(await runCommand(house, { actor: system('demo') }, (ctx) => makeApprovalRule(ctx, draft, acts)))
  }
  await askForPrice(house)
}

async function askForPrice(house: House): Promise<void> {
  const { items } = demand(await listStaff(house.database, { limit: 100 }))
  const merchandiser = items.find(({ roles, endedAt }) => roles.includes('merchandiser') && endedAt === null)
  const actor = merchandiser && (await findStaffActorById(house.database, merchandiser.id))
  const price = await house.database.row(sql<{ variant_id: string; amount: bigint; compare_at: bigint | null }>`
    SELECT variant_id, amount, compare_at FROM pricing.pub_price WHERE currency = 'EUR' ORDER BY amount DESC, variant_id LIMIT 1`)
  if (!actor || !price) return
  const eur = (amount: bigint) => ({ amount: Number(amount), currency: 'EUR' })
  const compareAt = price.compare_at === null ? null : eur(price.compare_at)
  const amount = eur(price.amount - CUT)
  const body = { prices: [{ variantId: price.variant_id, amount, compareAt }] }
  await askAs(house, actor, { operation: 'setPrices', input: { params: {}, query: {}, body }, locale: 'en' })
}

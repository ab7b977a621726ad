import type { Actor } from '../../../host/actor.ts'
import type { Context, House } from '../../../host/context.ts'
import type { Database } from '../../../host/database/pool.ts'
import type { PlansPort } from '../../../host/plans/plans-port.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { listCategories } from '../../catalog/index.ts'
import { listMarkets } from '../../organisation/index.ts'
import {
  foreseeInterference,
  readPlanOfRecord,
  settleInterference,
  weighInterference,
  type Foreseen,
  type Intent,
} from '../../work/index.ts'
import { draftOf, type PromotionDraft, type PromotionWish } from '../domain/promotions/promotion-draft.ts'
import { intentOf } from '../domain/promotions/promotion-intent.ts'
import { findProductsMeant } from '../queries/goods-of-promotion.ts'
import { findPromotionMadeAt } from '../queries/promotions-to-come.ts'

/** Whose plans are asked, and why it is saved although it collides with some. */
export interface SavingPromotion {
  readonly plans: PlansPort
  readonly nonetheless?: string | undefined
}

export interface PlacedPromotion {
  readonly id: string
  readonly draft: PromotionDraft
  readonly createdAt: Date
}

const recordOf = (id: string) => ({ type: 'promotion', id })

/** Gives a promotion its place on the calendar, or takes it away where it has none any more. */
export async function placePromotion(
  ctx: Context,
  { id, draft, createdAt }: PlacedPromotion,
  { plans, nonetheless }: SavingPromotion,
): Promise<Result<void>> {
  const intent = await intentFor(ctx.tx, { id, draft, madeAt: createdAt, now: ctx.now })
  if (intent) return weighInterference(ctx, intent, { plans, nonetheless })
  await settleInterference(ctx, { record: recordOf(id), reason: draft.code }, plans)
  return ok()
}

/** It does not run any more: whoever it collided with is rid of it. */
export function displacePromotion(ctx: Context, id: string, { reason, plans }: { reason: string; plans: PlansPort }) {
  return settleInterference(ctx, { record: recordOf(id), reason }, plans)
}

/** What a promotion would collide with if it were saved so. */
export async function foreseePromotion(
  house: Pick<House, 'database' | 'ports' | 'clock'>,
  actor: Actor,
  { id, wish }: { readonly id: string | undefined; readonly wish: PromotionWish },
): Promise<Result<Foreseen>> {
  const now = house.clock.now()
  const madeAt = (id === undefined ? undefined : await findPromotionMadeAt(house.database, id)) ?? now
  const intent = await intentFor(house.database, { id: id ?? '', draft: draftOf(wish), madeAt, now })
  return intent ? foreseeInterference(house, actor, intent) : ok({ zone: 'UTC', found: [], names: new Map() })
}

export function readPromotionPlan(house: Pick<House, 'database' | 'ports' | 'translations'>, actor: Actor, id: string) {
  return readPlanOfRecord(house, actor, recordOf(id))
}

interface ToPlan {
  readonly id: string
  readonly draft: PromotionDraft
  readonly madeAt: Date
  readonly now: Date
}

async function intentFor(reader: Pick<Database, 'rows'>, { id, draft, ...when }: ToPlan): Promise<Intent | undefined> {
  const intent = intentOf(draft, when)
  if (!intent) return undefined
  const { selectors, ...rest } = intent
  const known = new Set((await listMarkets(reader)).map(({ code }) => code as string))
  const markets = intent.markets.filter((market) => known.has(market))
  // Where nothing is sold (any more) nothing collides.
  if (intent.markets.length > 0 && markets.length === 0) return undefined
  const wanted = new Set(selectors.flatMap(({ categories = [] }) => categories))
  const categories =
    wanted.size === 0
      ? []
      : (await listCategories(reader, { locale: 'en' }))
          .filter((one) => wanted.has(one.id))
          .map((one) => ({ id: one.id, title: one.name }))
  const products = []
  for (const selector of selectors) products.push(...(await findProductsMeant(reader, selector)))
  // A brand of which there is nothing sells nothing; named as nothing it would mean everything.
  if (selectors.length > 0 && products.length + categories.length === 0) return undefined
  return {
    ...rest,
    markets,
    record: recordOf(id),
    title: draft.names['en'] ?? Object.values(draft.names)[0] ?? draft.code,
    path: `/promotions/${id}`,
    permission: 'pricing:promote',
    locations: [],
    products: [...new Map(products.map((one) => [one.id, one])).values()],
    categories,
  }
}

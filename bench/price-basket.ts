/**
 * The price of a basket of 20 lines under 50 live promotions, and the same without any. Pure computation: beside it, what
 * reading the same snapshot as JSON costs, which any answer over HTTP pays before it begins.
 */
import fc from 'fast-check'
import { priceBasket } from '../server/src/departments/pricing/domain/price-basket.ts'
import type { PriceSnapshot } from '../server/src/departments/pricing/domain/price-snapshot.ts'
import { anySnapshot } from '../server/src/departments/pricing/testing/any-basket.ts'
import { currencyCode } from '../server/src/kernel/currency.ts'
import { measureInTurns } from './frame/rounds.ts'
import type { BenchContext, Cost, Row } from './frame/row.ts'

export const name = 'price-basket'
export const what = 'a basket of 20 lines under 50 live promotions (goal: below 100 us)'

const LINES = 20
const PROMOTIONS = 50
const BASKETS_A_ROUND = 5000

export async function run(ctx: BenchContext): Promise<readonly Row[]> {
  const full = fullSnapshot()
  const bare: PriceSnapshot = { ...full, sale: { ...full.sale!, promotions: [] } }
  const json = JSON.stringify(full, (_key, value: unknown) => (typeof value === 'bigint' ? Number(value) : value))
  const count = Math.ceil(BASKETS_A_ROUND * ctx.scale)
  const measured = await measureInTurns({
    rounds: ctx.rounds,
    sides: {
      full: () => cost(count, () => price(full)),
      bare: () => cost(count, () => price(bare)),
      json: () => cost(count, () => JSON.parse(json) as unknown),
    },
  })
  const limit = { what: 'JSON.parse of the same snapshot', cost: measured.json }
  return [
    { subject: `${LINES} lines, ${PROMOTIONS} promotions`, cost: measured.full, limit, notes: [told(full)] },
    { subject: `${LINES} lines, no promotion`, cost: measured.bare, limit },
  ]
}

/** Five stacking classes of ten; every kind of action and condition. */
function fullSnapshot(): PriceSnapshot {
  const euro = currencyCode('EUR')
  const some = fc.sample(anySnapshot, { numRuns: 400, seed: 7 }).filter(({ market }) => market.currency === euro)
  const lines = some.flatMap((one) => one.lines).slice(0, LINES)
  const promotions = some.flatMap(({ sale }) => sale?.promotions ?? []).slice(0, PROMOTIONS)
  const [first] = some
  if (!first?.sale || lines.length < LINES || promotions.length < PROMOTIONS) throw new Error('too few samples')
  return {
    ...first,
    lines: lines.map((line, index) => ({ ...line, variantId: `v${index}` })),
    sale: {
      ...first.sale,
      promotions: promotions.map((one, index) => ({ ...one, code: `P${index}`, stackingClass: `class ${index % 5}` })),
    },
  }
}

function price(snapshot: PriceSnapshot) {
  const priced = priceBasket(snapshot)
  if (!priced.ok) throw new Error(priced.refusal.code)
  return priced.value
}

function told(snapshot: PriceSnapshot): string {
  const { discounts, reasons } = price(snapshot)
  return `${discounts.length} promotions applied, ${reasons.length} reasons told`
}

async function cost(count: number, work: () => unknown): Promise<Cost> {
  const begun = { cpu: process.cpuUsage(), at: performance.now() }
  for (let done = 0; done < count; done += 1) work()
  const { user, system } = process.cpuUsage(begun.cpu)
  const us = (user + system) / count
  return { perSecond: (count / (performance.now() - begun.at)) * 1000, programUs: us, totalUs: us }
}

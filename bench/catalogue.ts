/**
 * Lists, filters, facets and searches of the catalogue while it grows, from a thousand variants to a million: what a merchandiser asks in
 * the office, and what a shopper asks in the storefront. What counts is the growth: a page costs what a page costs, however much stands
 * behind it. `--scale 0.1` ends at a hundred thousand.
 */
import { bareOf, catalogueQuestions } from './frame/catalogue-questions.ts'
import { fillCatalogue } from './frame/catalogue-goods.ts'
import { measureGrowth } from './frame/growth.ts'
import type { BenchContext, Row } from './frame/row.ts'
import { openBenchShop, type BenchShop } from './frame/shop.ts'

export const name = 'catalogue'
export const what =
  'lists and searches of the catalogue at 1,000, 10,000, 100,000 and 1,000,000 variants (goal: growth 1.5 at most)'

const SIZES = [1_000, 10_000, 100_000, 1_000_000]

export async function run(ctx: BenchContext): Promise<readonly Row[]> {
  const ground = await ctx.openGround()
  const shops = new Map<number, BenchShop>()
  try {
    for (const size of SIZES.filter((one) => one <= (SIZES.at(-1) ?? 0) * ctx.scale)) {
      ctx.say(`Filling ${size} variants.`)
      const shop = await openBenchShop({ ground, name: `bench_catalogue_${size}`, connections: 4, products: 5 })
      shops.set(size, shop)
      await fillCatalogue(shop, size)
    }
    const questions = [...shops].map(([size, shop]) => [size, catalogueQuestions({ ...shop, size })] as const)
    const rows: Row[] = []
    const bare = new Map<string, number>()
    for (const subject of Object.keys(questions[0]?.[1] ?? {})) {
      const asks = new Map(questions.flatMap(([size, { [subject]: ask }]) => (ask ? [[size, ask]] : [])))
      const row = await measureGrowth(ctx, ground, { subject, asks, bare: bare.get(bareOf(subject)) })
      if (subject.startsWith('bare')) bare.set(subject, row.growth)
      rows.push(row)
    }
    return rows
  } finally {
    for (const shop of shops.values()) await shop.close()
  }
}

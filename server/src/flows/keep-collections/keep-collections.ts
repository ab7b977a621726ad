/**
 * What lies in a collection is kept as rows, not asked for anew by each page: lists then walk along one index with every sort,
 * facet and cursor that categories have, whatever the rule says. A look costs one query a collection (some hundred milliseconds at a
 * hundred thousand products) and writes only what changed; it comes at once when a collection is saved and every five minutes
 * for all, because prices, stock and time change without a word to the catalogue. Rejected: following each fact by itself, which
 * needs a rule turned round for every condition and still misses the clock. What is taken out of the shop is gone at once, since
 * lists look at that themselves.
 */
import { runCommand, system, type House } from '../../host/context.ts'
import { keepCollection, listCollectionsToKeep } from '../../departments/catalog/index.ts'
import { listProductsOfRule } from '../../departments/pricing/index.ts'

const actor = system('keep-collections')

/** All, or the one that somebody saved. */
export async function keepCollections(house: House, id: string | undefined): Promise<void> {
  for (const collection of await listCollectionsToKeep(house.database, id)) {
    const now = house.clock.now()
    const found = collection.rule ? await listProductsOfRule(house.database, collection.rule, { now }) : []
    await runCommand(house, { actor }, (ctx) => keepCollection(ctx, collection, found))
  }
}

import {
  createBrand,
  createCollection,
  findProductsByHandles,
  listBrandNames,
  listCollectionHandles,
  saveCategory,
  type CollectionDraft,
} from '../../departments/catalog/index.ts'
import type { House } from '../../host/context.ts'
import type { LoadingProducts } from './load-products.ts'
import { village } from './village.ts'

/** Where the village's categories stand in Shopify's taxonomy; Google's follows. */
const PLACES: Readonly<Record<string, string>> = {
  clothing: 'aa-1',
  't-shirts': 'aa-1-13-8',
  dresses: 'aa-1-4',
  jeans: 'aa-1-12-4',
  accessories: 'aa-2',
  home: 'hg',
  table: 'hg-11-10',
  'candles-soaps': 'hg-3-40-2',
  stationery: 'os-4-9-13',
  'prints-books': 'hg-3-4-2',
}

const BREAKFAST = ['moka-pot', 'stoneware-mug', 'olive-wood-board', 'linen-tea-towel']

/** Brands of the goods, places in the world's taxonomies, one collection by rule and one by hand. Once, however often it is run. */
export async function loadShelves(house: House, { run }: Pick<LoadingProducts, 'run'>): Promise<void> {
  for (const [handle, taxonomyId] of Object.entries(PLACES)) {
    await run((ctx) => saveCategory(ctx, { handle, taxonomyId }))
  }
  const known = new Set(await listBrandNames(house.database))
  for (const name of new Set(village.products().map(({ vendor }) => vendor))) {
    if (!known.has(name)) await run((ctx) => createBrand(ctx, { name, handle: handleOf(name) }))
  }
  const there = await listCollectionHandles(house.database)
  for (const collection of await collections(house)) {
    if (!there.includes(collection.handle)) await run((ctx) => createCollection(ctx, collection))
  }
}

type Named = CollectionDraft & { readonly handle: string }

async function collections(house: House): Promise<Named[]> {
  const products = await findProductsByHandles(house.database, BREAKFAST)
  return [
    {
      handle: 'breakfast-table',
      names: {
        en: 'The breakfast table',
        it: 'La tavola della colazione',
        es: 'La mesa del desayuno',
        id: 'Meja sarapan',
      },
      descriptions: {
        en: 'Coffee, bread and a cloth: what we put on our own table in the morning.',
        it: 'Caffè, pane e un panno: quel che mettiamo sulla nostra tavola al mattino.',
        es: 'Café, pan y un paño: lo que ponemos en nuestra mesa por la mañana.',
        id: 'Kopi, roti, dan kain: yang kami taruh di meja kami setiap pagi.',
      },
      picks: BREAKFAST.flatMap((handle) => products.get(handle)?.id ?? []),
    },
    {
      handle: 'gifts-under-30',
      names: {
        en: 'Gifts under 30 EUR',
        it: 'Regali sotto i 30 EUR',
        es: 'Regalos por menos de 30 EUR',
        id: 'Hadiah di bawah 30 EUR',
      },
      rule: {
        match: 'all',
        conditions: [
          { kind: 'price', currency: 'EUR', atLeast: null, atMost: 3_000 },
          { kind: 'stock', atLeast: 1 },
        ],
      },
    },
  ]
}

function handleOf(name: string): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '')
}

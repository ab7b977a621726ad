import type { House } from '../host/context.ts'
import { listCategories, listShopCollections, type CategoryView } from '../departments/catalog/index.ts'
import { listDeliveryMethods, type ShopMethod } from '../departments/orders/index.ts'
import {
  listEntities,
  listMarkets,
  readAnnouncement,
  readShopName,
  type Market,
} from '../departments/organisation/index.ts'
import { listPromisedWithdrawals } from '../departments/legal/index.ts'
import { listTermsInForce } from '../departments/loyalty/index.ts'
import { listProductCards } from '../departments/pricing/index.ts'
import { counterOf } from './reads/counter-of.ts'
import { loadBrand, plainBrand, type Brand } from './brand.ts'
import type { Category, Shop } from './views.ts'

const MAX_AGE_MS = 60_000
const MOST_COLLECTIONS = 6

interface Kept {
  readonly version: bigint
  readonly readAtMs: number
  readonly shop: Shop
}

/** What surrounds every page of an organisation's shop, kept in memory while its content version stands. */
export class ShopReader {
  readonly #brandFolderOf: (house: House) => string | undefined
  readonly #elapsed: () => number
  readonly #kept = new Map<string, Kept>()
  readonly #reading = new Map<string, Promise<Shop>>()
  readonly #brands = new Map<string, Promise<Brand>>()

  constructor(options: { brandFolderOf: (house: House) => string | undefined; elapsed: () => number }) {
    this.#brandFolderOf = options.brandFolderOf
    this.#elapsed = options.elapsed
  }

  async read(house: House, version: bigint): Promise<Shop> {
    const kept = this.#kept.get(house.organisation.id)
    if (kept?.version === version && this.#elapsed() - kept.readAtMs < MAX_AGE_MS) return kept.shop
    const key = `${house.organisation.id} ${version}`
    const reading = this.#reading.get(key) ?? this.#read(house, version).finally(() => this.#reading.delete(key))
    this.#reading.set(key, reading)
    return reading
  }

  /** What is known without asking anybody: for pages that tell of trouble, even of not knowing whose house this is. */
  recall(house: House | undefined): Shop {
    const organisation = house?.organisation
    const kept = this.#kept.get(organisation?.id ?? '')?.shop
    if (kept) return kept
    return {
      name: organisation?.name ?? '',
      announcement: {},
      demo: organisation?.demo ?? false,
      brand: plainBrand,
      markets: [],
      entities: [],
      categories: [],
      collections: [],
      deliveryMethods: new Map(),
      withdrawalDays: new Map(),
      programmes: new Map(),
    }
  }

  async #read(house: House, version: bigint): Promise<Shop> {
    const { database, organisation } = house
    const [brand, markets, entities, tree, name, announcement, withdrawalDays, terms] = await Promise.all([
      this.#brandOf(house),
      listMarkets(database),
      listEntities(database),
      listCategories(database, { locale: 'en' }),
      readShopName(database, organisation),
      readAnnouncement(database),
      listPromisedWithdrawals(database, house.clock.now()),
      listTermsInForce(database),
    ])
    const [categories, collections, deliveryMethods] = await Promise.all([
      illustrated(house, withProducts(tree.filter(({ hidden }) => !hidden)), markets[0]),
      listShopCollections(database, { now: house.clock.now(), limit: MOST_COLLECTIONS }),
      methodsByCountry(house, markets),
    ])
    const { demo } = organisation
    const shop: Shop = {
      ...{ name, announcement, demo, brand, markets, entities, categories, collections, deliveryMethods },
      withdrawalDays,
      programmes: new Map(terms.map((one) => [one.market, one])),
    }
    this.#kept.set(organisation.id, { version, readAtMs: this.#elapsed(), shop })
    return shop
  }

  #brandOf(house: House): Promise<Brand> {
    const folder = this.#brandFolderOf(house)
    if (folder === undefined) return Promise.resolve(plainBrand)
    const known = this.#brands.get(folder) ?? loadBrand(folder)
    this.#brands.set(folder, known)
    return known
  }
}

async function methodsByCountry({ database }: House, markets: readonly Market[]): Promise<Map<string, ShopMethod[]>> {
  const asked = markets.flatMap(({ countries, locationCode: from }) => countries.map((country) => ({ country, from })))
  const methods = await Promise.all(asked.map((one) => listDeliveryMethods(database, one)))
  return new Map(asked.map(({ country }, index) => [country, methods[index] ?? []]))
}

type Branch = Category

/** Categories with something in them or below them, each with the ids of its whole branch. */
function withProducts(tree: readonly CategoryView[]): Branch[] {
  const handleOf = new Map(tree.map(({ id, handle }) => [id, handle]))
  const branchOf = (one: CategoryView): CategoryView[] => [
    one,
    ...tree.filter(({ parentId }) => parentId === one.id).flatMap(branchOf),
  ]
  return tree.flatMap((one) => {
    const branch = branchOf(one)
    if (branch.every(({ productCount }) => productCount === 0)) return []
    const parentHandle = one.parentId === null ? null : (handleOf.get(one.parentId) ?? null)
    return [
      {
        handle: one.handle,
        names: one.names,
        parentHandle,
        branch: branch.map(({ id }) => id),
        imageFileId: one.imageFileId,
      },
    ]
  })
}

/** Where a top category has no picture of its own, the newest of its products stands for it. */
function illustrated(house: House, branches: readonly Branch[], market: Market | undefined): Promise<Category[]> {
  return Promise.all(
    branches.map(async (category) => {
      if (category.parentHandle !== null || category.imageFileId !== null || !market) return category
      const { items } = await listProductCards(house.database, {
        ...counterOf(house, { market }),
        locale: 'en',
        order: 'newest',
        limit: 4,
        categoryIds: category.branch,
      })
      return { ...category, imageFileId: items.find(({ imageFileId }) => imageFileId !== null)?.imageFileId ?? null }
    }),
  )
}

export function topCategories({ categories }: Pick<Shop, 'categories'>): Category[] {
  return categories.filter(({ parentHandle }) => parentHandle === null)
}

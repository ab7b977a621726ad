/** A house with goods to sell, for measurements: made through the departments' own use cases, on the ground of the run. */
import pg from 'pg'
import { drawBlueprint, type Blueprint } from '../../server/src/apps/house.ts'
import { saveProduct } from '../../server/src/departments/catalog/index.ts'
import { setStock } from '../../server/src/departments/inventory/index.ts'
import { setPrices } from '../../server/src/departments/pricing/index.ts'
import { systemClock } from '../../server/src/host/clock.ts'
import { runCommand, system, type House } from '../../server/src/host/context.ts'
import { migrate } from '../../server/src/host/database/migrate.ts'
import { openDatabase } from '../../server/src/host/database/pool.ts'
import { silentLog } from '../../server/src/host/log/log.ts'
import type { Owner } from '../../server/src/testing/fill-lists.ts'
import { appUrlOf, prepareAppRole } from '../../server/src/host/organisations/app-role.ts'
import { must, openShop, type SceneHouse, type Shop } from '../../server/src/testing/scene.ts'
import type { Ground } from './row.ts'

const PLENTY = 1_000_000

export interface BenchShop {
  readonly house: SceneHouse
  readonly blueprint: Blueprint
  readonly shop: Shop
  readonly variantIds: readonly string[]
  readonly appUrl: string
  readonly owner: pg.Client
  close(): Promise<void>
}

export interface ShopOptions {
  readonly ground: Ground
  /** Of the database. */
  readonly name: string
  readonly connections: number
  readonly products: number
}

export async function openBenchShop({ ground, name, connections, products }: ShopOptions): Promise<BenchShop> {
  const root = new pg.Client({ connectionString: ground.ownerUrl('postgres') })
  await root.connect()
  await root.query(`CREATE DATABASE ${name}`).finally(() => root.end())
  const ownerUrl = ground.ownerUrl(name)
  await prepareAppRole(ownerUrl)
  const blueprint = await drawBlueprint()
  await migrate(ownerUrl, blueprint.migrations)
  const appUrl = appUrlOf(ownerUrl)
  const house = furnish(blueprint, openDatabase({ url: appUrl, max: connections, applicationName: 'fondaco bench' }))
  const shop = await openShop(house)
  const variantIds = await stockShelves(house, products)
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query('VACUUM ANALYZE')
  return {
    house,
    blueprint,
    shop,
    variantIds,
    appUrl,
    owner,
    async close() {
      await Promise.all([house.database.close(), owner.end()])
    },
  }
}

/** One connection answers one question at a time. */
export function oneAfterAnother({ owner }: BenchShop): Owner {
  let before: Promise<unknown> = Promise.resolve()
  return {
    asOwner<Row>(text: string, values?: readonly unknown[]): Promise<Row[]> {
      const answer = before.then(async () => (await owner.query(text, values && [...values])).rows as Row[])
      before = answer
      return answer
    },
  }
}

function furnish(blueprint: Blueprint, database: House['database']): SceneHouse {
  const house: SceneHouse = {
    organisation: { id: '00000000-0000-7000-8000-000000000001', slug: 'bench', name: 'Bench', demo: true },
    database,
    clock: systemClock,
    log: silentLog,
    subscriptions: blueprint.subscriptions,
    translations: blueprint.translations,
    linkKey: Buffer.alloc(32, 7),
    publicUrl: 'http://localhost:4000',
    run: (command, { actor = system('bench') } = {}) => runCommand(house, { actor }, command),
  }
  return house
}

async function stockShelves(house: SceneHouse, products: number): Promise<string[]> {
  const variantIds: string[] = []
  for (let number = 1; number <= products; number++) {
    const sku = `GOOD-${number}`
    const saved = must(
      await house.run((ctx) =>
        saveProduct(ctx, {
          handle: sku.toLowerCase(),
          names: { en: `Good number ${number}`, it: `Bene numero ${number}` },
          taxCategory: 'standard',
          state: 'published',
          variants: [{ sku, weightGrams: 300 }],
        }),
      ),
    )
    const variantId = saved.variantIds[sku]
    if (variantId === undefined) throw new Error(`no variant ${sku}`)
    variantIds.push(variantId)
  }
  const prices = variantIds.map((variantId, index) => ({
    variantId,
    currency: 'EUR',
    amount: BigInt(500 + 37 * index),
  }))
  must(await house.run((ctx) => setPrices(ctx, prices)))
  const counts = variantIds.map((variantId) => ({ variantId, locationCode: 'venezia', quantity: PLENTY }))
  must(await house.run((ctx) => setStock(ctx, counts, { cause: 'opening' })))
  return variantIds
}

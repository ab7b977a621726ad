import { guest } from '../../server/src/host/context.ts'
import type { MoneyJson } from '../../server/src/kernel/money.ts'
import {
  createBasket,
  setBasketDestination,
  setBasketLine,
  type BasketKey,
} from '../../server/src/departments/orders/index.ts'
import { must, totalOf } from '../../server/src/testing/scene.ts'
import type { BenchShop } from './shop.ts'

export interface FilledBasket {
  readonly key: BasketKey
  readonly total: MoneyJson
}

const DIFFERENT = 60
const LINES = 3

/**
 * Baskets of three lines, each ready to be ordered. Some are filled through the use cases; the others are copies of their
 * rows, since a shopper's clicks are not what is measured.
 */
export async function fillBaskets(shop: BenchShop, wanted: number): Promise<FilledBasket[]> {
  const patterns: FilledBasket[] = []
  for (let number = 0; number < DIFFERENT; number++) patterns.push(await fill(shop, number))
  const copies = Math.ceil(wanted / DIFFERENT)
  const baskets: FilledBasket[][] = []
  for (const pattern of patterns) baskets.push(await copy(shop, pattern, copies))
  await shop.owner.query('VACUUM ANALYZE orders.basket, orders.basket_line')
  // Neighbours in time buy different things.
  return Array.from({ length: copies }, (_, turn) => baskets.map((row) => row[turn]))
    .flat()
    .filter((basket) => basket !== undefined)
    .slice(0, wanted)
}

async function fill({ house, variantIds }: BenchShop, number: number): Promise<FilledBasket> {
  const asGuest = { actor: guest }
  const key = must(await house.run((ctx) => createBasket(ctx, { country: 'IT', locale: 'it' }), asGuest))
  for (let line = 0; line < LINES; line++) {
    const variantId = variantIds[(number * 7 + line * 101) % variantIds.length] ?? ''
    must(await house.run((ctx) => setBasketLine(ctx, key, { variantId, quantity: 1 + line }), asGuest))
  }
  const destination = { country: 'IT', deliveryMethod: 'standard' }
  must(await house.run((ctx) => setBasketDestination(ctx, key, destination), asGuest))
  return { key, total: await totalOf(house, key) }
}

async function copy({ owner }: BenchShop, { key, total }: FilledBasket, copies: number): Promise<FilledBasket[]> {
  const { rows } = await owner.query<{ id: string }>(
    `WITH made AS MATERIALIZED (
      SELECT gen_random_uuid() AS id FROM generate_series(1, $2)
    ), baskets AS (
      INSERT INTO orders.basket SELECT copy.* FROM made, orders.basket b,
        jsonb_populate_record(b, jsonb_build_object('id', made.id)) copy WHERE b.id = $1 RETURNING id
    )
    INSERT INTO orders.basket_line SELECT copy.* FROM baskets, orders.basket_line l,
      jsonb_populate_record(l, jsonb_build_object('basket_id', baskets.id)) copy WHERE l.basket_id = $1
    RETURNING basket_id AS id`,
    [key.id, copies],
  )
  const ids = [...new Set(rows.map((row) => row.id))]
  return ids.map((id) => ({ key: { id, token: key.token }, total }))
}

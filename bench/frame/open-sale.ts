/** The demo shop whole, with one of its goods on a shelf as full as the measurement needs it. */
import pg from 'pg'
import type { Serving } from './child.ts'
import { DEMO_DATABASE, serveDemo } from './demo-house.ts'
import type { BenchContext, Ground } from './row.ts'
import type { Sale } from './shopper.ts'

export interface OpenSale {
  readonly house: Serving
  readonly sale: Sale
  readonly owner: pg.Client
  close(): Promise<void>
}

const HANDLE = 'stoneware-mug'

export async function openSale(ctx: BenchContext, ground: Ground, units: number): Promise<OpenSale> {
  const house = await serveDemo(ctx, ground, { whole: true })
  const owner = new pg.Client({ connectionString: ground.ownerUrl(DEMO_DATABASE) })
  await owner.connect()
  const { rows } = await owner.query<{ id: string }>(
    `SELECT v.id FROM catalog.variant v JOIN catalog.product p ON p.id = v.product_id WHERE p.handle = $1 ORDER BY v.position LIMIT 1`,
    [HANDLE],
  )
  const variantId = rows[0]?.id
  if (variantId === undefined) throw new Error(`the demo has no ${HANDLE}`)
  // Past the use case, and without its move: what verify would say of it matters to nobody here.
  await owner.query('UPDATE inventory.stock SET on_hand = $2, reserved = 0, backorder = false WHERE variant_id = $1', [
    variantId,
    units,
  ])
  return {
    house,
    owner,
    sale: { port: house.port, handle: HANDLE, variantId },
    async close() {
      await owner.end()
      await house.stop()
    },
  }
}

/**
 * An import of a hundred thousand products with three variants each, from the bytes of the file to the last commit, beside
 * PostgreSQL's COPY of the very rows that it wrote, into tables with the same indexes. And the grid: five hundred rows saved at once.
 */
import { readdirSync, rmSync, mkdtempSync, chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { importProducts } from '../server/src/flows/import-products/index.ts'
import { changeVariants } from '../server/src/departments/catalog/use-cases/change-variants.ts'
import { system } from '../server/src/host/context.ts'
import { must } from '../server/src/testing/scene.ts'
import { cpuOfFamily, cpuOfThisProgram } from './frame/cpu.ts'
import { measureQuestion } from './frame/questions.ts'
import { summarise } from './frame/rounds.ts'
import type { BenchContext, Cost, Ground, Row } from './frame/row.ts'
import { openBenchShop, type BenchShop } from './frame/shop.ts'

export const name = 'import-products'
export const what = 'an import of 100,000 products with 3 variants each, and 500 rows of the grid'

const PRODUCTS = 100_000
const GRID = 500
const GOAL = 0.25
/** What an import writes of the goods, and what it leaves behind for people and for other departments. */
const GOODS = [
  'catalog.product',
  'catalog.option',
  'catalog.variant',
  'pricing.price',
  'inventory.stock',
  'inventory.move',
]
const TRAIL = ['host.audit', 'host.event']

export async function run(ctx: BenchContext): Promise<readonly Row[]> {
  const ground = await ctx.openGround()
  const shop = await openBenchShop({ ground, name: 'bench_import', connections: 4, products: 5 })
  const folder = mkdtempSync(join(tmpdir(), 'fondaco-bench-'))
  chmodSync(folder, 0o777)
  try {
    const products = Math.max(100, Math.round(PRODUCTS * ctx.scale))
    const file = Buffer.from(fileOf(products))
    ctx.say(`Importing ${products} products from ${Math.round(file.length / 1_048_576)} MB.`)
    for (const table of [...GOODS, ...TRAIL])
      await shop.owner.query(`CREATE TABLE ${standIn(table)} (LIKE ${table} INCLUDING ALL)`)
    const dry = await timed(ground, products, async () =>
      must(await importProducts(shop.house, { file, dryRun: true, currency: 'EUR', actor: system('bench') })),
    )
    const imported = await timed(ground, products, async () =>
      must(
        await importProducts(shop.house, {
          file,
          dryRun: false,
          rehearsed: true,
          currency: 'EUR',
          actor: system('bench'),
        }),
      ),
    )
    ctx.say('Copying the same rows.')
    await copyOut(shop.owner, [...GOODS, ...TRAIL], folder)
    const goods = await timed(ground, products, () => copyIn(shop.owner, GOODS, folder))
    const trail = await timed(ground, products, () => copyIn(shop.owner, TRAIL, folder))
    const all: Cost = {
      perSecond: 1 / (1 / goods.perSecond + 1 / trail.perSecond),
      totalUs: goods.totalUs + trail.totalUs,
    }
    const rate = `${Math.round(imported.perSecond)} products a second; COPY of all its rows ${Math.round(all.perSecond)}`
    const share = (limit: Cost) => `${Math.round((imported.perSecond / limit.perSecond) * 100)} %`
    return [
      {
        subject: `import of ${products} products`,
        cost: summarise([byClock(imported)]),
        limit: { what: 'COPY of the same rows', cost: summarise([byClock(all)]) },
        goal: GOAL,
        notes: [
          `by the clock: ${rate}, ${share(all)} of it`,
          `of COPY without audit and events: ${share(goods)}; the dry run takes ${Math.round(products / dry.perSecond)} s`,
        ],
      },
      await measureQuestion(ctx, ground, {
        subject: `grid: ${GRID} rows saved`,
        budgetMs: 1_000,
        ask: await grid(shop),
      }),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
    await shop.close()
  }
}

/** Costs are compared as time by the clock here: who imports waits. */
const byClock = ({ perSecond }: Cost): Cost => ({ perSecond, totalUs: 1_000_000 / perSecond })

async function timed({ postmasterPid }: Ground, count: number, act: () => Promise<unknown>): Promise<Cost> {
  const before = { program: cpuOfThisProgram(), postgres: cpuOfFamily(postmasterPid), at: performance.now() }
  await act()
  const programUs = (cpuOfThisProgram() - before.program) / count
  const postgresUs = (cpuOfFamily(postmasterPid) - before.postgres) / count
  return {
    perSecond: (count / (performance.now() - before.at)) * 1000,
    programUs,
    postgresUs,
    totalUs: programUs + postgresUs,
  }
}

const WORDS = [
  'Walnut',
  'Ash',
  'Linen',
  'Copper',
  'Glazed',
  'Woven',
  'Tall',
  'Round',
  'Folding',
  'Murano',
  'Striped',
  'Plain',
]
const THINGS = ['Mug', 'Lamp', 'Chair', 'Bowl', 'Scarf', 'Basket', 'Table', 'Vase', 'Towel', 'Tray']
const SIZES = ['Small', 'Medium', 'Large']

function fileOf(products: number): string {
  const lines = [
    'Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Grams,Variant Inventory Qty,Variant Price,Variant Compare At Price',
  ]
  for (let number = 0; number < products; number++) {
    const thing = THINGS[number % THINGS.length] ?? ''
    const title = `${WORDS[number % WORDS.length]} ${WORDS[(number * 7) % WORDS.length]} ${thing} ${number}`
    SIZES.forEach((size, at) => {
      const of =
        at === 0
          ? `${title},<p>A ${title.toLowerCase()} for every day.</p>,Vendor ${number % 97},${thing},"home, ${thing}",TRUE,Size`
          : ',,,,,,'
      lines.push(
        `item-${number},${of},${size},ITEM-${number}-${at},${100 + at * 50},${(number + at) % 40},${10 + at}.90,${at === 2 ? '19.00' : ''}`,
      )
    })
  }
  return lines.join('\n')
}

const standIn = (table: string) => `public.${table.replace('.', '_')}_copied`
const fileFor = (table: string, folder: string) => join(folder, `${table}.bin`)

async function columnsOf(owner: pg.Client, table: string): Promise<string> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
      AND attidentity <> 'a' ORDER BY attnum`,
    [table],
  )
  return rows.map(({ name: column }) => `"${column}"`).join(', ')
}

async function copyOut(owner: pg.Client, tables: readonly string[], folder: string): Promise<void> {
  for (const table of tables) {
    const columns = await columnsOf(owner, table)
    await owner.query(`COPY (SELECT ${columns} FROM ${table}) TO '${fileFor(table, folder)}' (FORMAT binary)`)
  }
  if (readdirSync(folder).length !== tables.length) throw new Error('not every table was copied')
}

async function copyIn(owner: pg.Client, tables: readonly string[], folder: string): Promise<void> {
  for (const table of tables) {
    const columns = await columnsOf(owner, table)
    await owner.query(`COPY ${standIn(table)} (${columns}) FROM '${fileFor(table, folder)}' (FORMAT binary)`)
  }
}

/** Weights of five hundred variants, other ones each time, as the grid sends them. */
async function grid({ owner, house }: BenchShop) {
  const { rows } = await owner.query<{ id: string }>('SELECT id FROM catalog.variant ORDER BY sku LIMIT $1', [GRID])
  return (turn: number) =>
    house.run((ctx) =>
      changeVariants(
        ctx,
        rows.map(({ id }, at) => ({ variantId: id, weightGrams: 1_000 + turn + at })),
      ),
    )
}

import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import sharp from 'sharp'
import {
  type Attribute,
  createKind,
  putAttribute,
  putFamily,
  saveCategory,
  saveProduct,
} from '../../departments/catalog/index.ts'
import { saveLocations, setStock } from '../../departments/inventory/index.ts'
import { setUpOrganisation } from '../../departments/organisation/index.ts'
import { setCosts, setPrices } from '../../departments/pricing/index.ts'
import { system, type Actor } from '../../host/context.ts'
import { storeImage } from '../../host/files/index.ts'
import { readTable } from '../../host/spreadsheet/read-table.ts'
import { asWritten, harmless } from '../../kernel/harmless-cell.ts'
import { money } from '../../kernel/money.ts'
import { createTestServer, signedInAs } from '../../testing/create-test-server.ts'
import { bottega, must } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { importProducts } from '../import-products/index.ts'

interface Office {
  readonly house: TestHouse
  readonly ask: (query: string, role?: 'owner' | 'marketer') => Promise<LightMyRequestResponse>
}

let from: Office
let to: Office

const choice = (code: string, names: Record<string, string>) => ({ code, names })

/** A house with the same attributes and families as the other, and nothing in it. */
async function anEmptyShop(): Promise<Office> {
  const house = await createTestHouse()
  await house.run(async (ctx) => {
    await setUpOrganisation(ctx, { entities: [bottega], markets: [], channels: [] })
    must(await saveLocations(ctx, [{ code: 'depot', name: 'Depot', kind: 'warehouse', country: 'IT' }]))
    const plain = { unit: '', choices: [], section: 'own', filterable: false, shown: true } as const
    const attributes: Attribute[] = [
      { code: 'care', names: { en: 'Care' }, ...plain, kind: 'text', localised: true, perVariant: false },
      {
        code: 'height',
        names: { en: 'Height' },
        ...plain,
        section: 'measures',
        kind: 'number',
        localised: false,
        perVariant: false,
      },
      { code: 'by-hand', names: { en: 'By hand' }, ...plain, kind: 'yes_no', localised: false, perVariant: false },
      {
        ...{ code: 'uses', names: { en: 'Uses' }, ...plain, kind: 'choices', localised: false, perVariant: false },
        choices: [choice('tea', { en: 'Tea' }), choice('soup', { en: 'Soup' })],
      },
      { code: 'glaze', names: { en: 'Glaze' }, ...plain, kind: 'text', localised: false, perVariant: true },
    ]
    for (const attribute of attributes) must(await putAttribute(ctx, attribute, undefined))
    const family = {
      code: 'vessels',
      names: { en: 'Vessels' },
      attributes: [{ code: 'height', required: false }],
      languages: ['en'],
      pictures: 0,
      safety: false,
    }
    return putFamily(ctx, { ...family, channels: [] }, undefined)
  })
  const app = await createTestServer(house)
  const owner = await signedInAs(house, 'owner')
  const marketer = await signedInAs(house, 'marketer')
  return {
    house,
    ask: (query, role = 'owner') =>
      app.inject({
        url: `/api/product-exports?location=depot&${query.includes('currency') ? '' : 'currency=EUR&'}${query}`,
        headers: (role === 'owner' ? owner : marketer).headers,
      }),
  }
}

before(async () => {
  from = await anEmptyShop()
  to = await anEmptyShop()
  const { house } = from
  must(
    await house.run(async (ctx) => {
      must(await saveCategory(ctx, { handle: 'table', names: { en: 'Table' } }))
      const cups = must(await saveCategory(ctx, { handle: 'cups', names: { en: 'Cups' }, parentHandle: 'table' }))
      must(await saveCategory(ctx, { handle: 'other-cups', names: { en: 'Cups' } }))
      const saved = must(
        await saveProduct(ctx, {
          handle: 'cup',
          names: { en: '=Cup "of" tea', it: "'s Tazza, piccola", es: '+Taza', id: "'=Cangkir" },
          descriptions: { en: 'First line.\nSecond, "quoted".\n\n-Third', it: '@Prima' },
          seoTitles: { en: 'Cups', it: '-Tazze' },
          seoDescriptions: { es: 'Hechas a mano' },
          vendor: '-Murano & Co',
          categoryId: cups.categoryId,
          tags: ['blue, pale', String.raw`back\slash`, '=1+1'],
          taxCategory: 'standard',
          state: 'published',
          hsCode: '691200',
          originCountry: 'IT',
          durabilityYears: 5,
          passportUrl: 'https://passport.example/cup',
          warnings: { en: 'Hot', it: 'Caldo' },
          familyCode: 'vessels',
          attributes: { care: { en: '=Wash', it: 'Lavare' }, height: '-1.5', 'by-hand': true, uses: ['soup', 'tea'] },
          options: [
            {
              code: 'size',
              names: { en: 'Size' },
              choices: [choice('s', { en: '+Small' }), choice('l', { en: 'Large' })],
            },
          ],
          variants: [
            {
              sku: "'=CUP-S",
              gtin: '4006381333931',
              optionValues: { size: 's' },
              weightGrams: 120,
              content: { amount: '0.25', unit: 'l' },
              attributes: { glaze: 'clear' },
            },
            { sku: '-CUP-L', optionValues: { size: 'l' }, weightGrams: 0, requiresShipping: false },
          ],
        }),
      )
      must(await saveProduct(ctx, { handle: 'a-bare-one', names: { en: 'Bare' }, variants: [{ sku: 'BARE' }] }))
      must(await createKind(ctx, 'bundle', { handle: 'set', names: { en: 'Set' }, variants: [{ sku: 'SET' }] }))
      const [small = '', large = ''] = ["'=CUP-S", '-CUP-L'].map((sku) => saved.variantIds[sku])
      must(
        await setPrices(ctx, [
          { variantId: small, currency: 'EUR', amount: 1_090n, compareAt: 1_200n },
          { variantId: large, currency: 'EUR', amount: 5n },
        ]),
      )
      must(await setCosts(ctx, [{ variantId: small, cost: money(450n, 'EUR') }]))
      return setStock(ctx, [{ variantId: small, locationCode: 'depot', quantity: 7 }], { cause: 'adjustment' })
    }),
  )
})

async function fileOf(office: Office, query: string): Promise<LightMyRequestResponse> {
  const answer = await office.ask(query)
  assert.equal(answer.statusCode, 200, answer.body)
  return answer
}

async function bring({ house }: Office, file: string | Uint8Array) {
  const place = { currency: 'EUR', locationCode: 'depot', actor: system('import') }
  return must(await importProducts(house, { file, dryRun: false, ...place }))
}

describe('what is exported', () => {
  test('as Fondaco: imported into an empty shop, it exports the very same bytes, and importing it again changes nothing', async () => {
    const file = await fileOf(from, 'form=fondaco&stock=true&costs=true')
    assert.match(String(file.headers['content-disposition']), /products-fondaco-.*\.csv/)
    const report = await bring(to, file.body)
    assert.deepEqual([report.created, report.warnings], [3, []])
    const again = await fileOf(to, 'form=fondaco&stock=true&costs=true')
    assert.equal(again.body, file.body)
    assert.deepEqual((await bring(to, file.body)).unchanged, 3)
    assert.deepEqual((await bring(from, file.body)).unchanged, 3, 'nor does it in the shop from which it comes')
    const [prices] = await to.house.asOwner(
      `SELECT count(*)::int AS n FROM pricing.price f JOIN catalog.variant v ON v.id = f.variant_id WHERE v.sku = 'BARE'`,
    )
    assert.deepEqual(prices, { n: 0 }, 'what had no price has none')
    const kinds = await to.house.asOwner('SELECT kind FROM catalog.product_kind')
    assert.deepEqual(kinds, [{ kind: 'bundle' }])
    await to.house.expectNoBreach()
  })

  test('as a workbook: the same cells', async () => {
    const csv = await readTable((await fileOf(from, 'form=fondaco')).body)
    const xlsx = await readTable((await fileOf(from, 'form=fondaco&format=xlsx')).rawPayload)
    assert.ok('rows' in csv && 'rows' in xlsx)
    const trimmed = (rows: typeof csv.rows) => rows.map(({ cells }) => cells.join('\n').trimEnd())
    assert.deepEqual(trimmed(xlsx.rows), trimmed(csv.rows))
    assert.ok(!csv.rows[0]?.cells.includes('quantity'), 'stock only where it was asked for')
  })

  test('as Shopify: what its form can say comes back', async () => {
    const shop = await anEmptyShop()
    const file = await fileOf(from, 'form=shopify&stock=true&costs=true&filter=state:is:published')
    await bring(shop, file.body)
    assert.equal((await fileOf(shop, 'form=shopify&stock=true&costs=true')).body, file.body)
    assert.match(file.body, /<p>First line\.<br>Second, &quot;quoted&quot;\.<\/p><p>-Third<\/p>/)
  })

  test('those that were chosen, or that the list shows, and no others', async () => {
    const [bare] = await from.house.asOwner<{ id: string }>(
      `SELECT id FROM catalog.product WHERE handle = 'a-bare-one'`,
    )
    const handles = async (query: string) => {
      const table = await readTable((await fileOf(from, `form=fondaco&${query}`)).body)
      return 'rows' in table ? table.rows.slice(1).map(({ cells }) => cells[0]) : []
    }
    assert.deepEqual(await handles(`ids=${bare?.id}`), ['a-bare-one'])
    assert.deepEqual(await handles('filter=state:is:published'), ['cup', 'cup'])
    assert.deepEqual(await handles('search=SET'), ['set'])
    assert.deepEqual(await handles('search=nothing-like-it'), [])
    assert.deepEqual(await handles(''), ['a-bare-one', 'cup', 'cup', 'set'])
  })

  test('with its pictures, at addresses that others can read', async () => {
    const { house } = from
    const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#a34' } })
      .webp()
      .toBuffer()
    const outcome = await storeImage(house, `${house.dataFolder}/files`, bytes)
    assert.ok('stored' in outcome)
    const { fileId } = outcome.stored
    const images = [{ fileId, alts: { en: 'From above', it: 'Dall’alto' } }]
    must(await house.run((ctx) => saveProduct(ctx, { handle: 'a-bare-one', images })))
    const { body } = await fileOf(from, 'form=fondaco&search=BARE')
    assert.match(body, new RegExp(`${house.publicUrl}/files/${fileId}/1280.webp,1,From above,Dall’alto`))
    must(await house.run((ctx) => saveProduct(ctx, { handle: 'a-bare-one', images: [] })))
  })

  test('what goods cost, for who may see it alone: others read no such column, and set none', async () => {
    const { body } = await fileOf(from, 'form=fondaco&costs=true')
    assert.match(body, /,10\.90,12\.00,4\.50,EUR,/)
    for (const form of ['fondaco', 'shopify'])
      assert.doesNotMatch((await fileOf(from, `form=${form}`)).body, /\bcost\b/i, 'only where it was asked for')
    assert.equal((await from.ask('form=fondaco&costs=true', 'marketer')).json().code, 'host.not_allowed')
    const dollars = await readTable((await fileOf(from, 'form=fondaco&costs=true&currency=USD')).body)
    assert.ok('rows' in dollars)
    const at = dollars.rows[0]?.cells.indexOf('cost') ?? -1
    assert.deepEqual([...new Set(dollars.rows.slice(1).map(({ cells }) => cells[at]))], [''], 'costs are in euro')

    const file = 'handle,name,sku,price,option 1 name,cost\nspoon,Spoon,SPOON,1.00,,0.40'
    const bring = async (actor: Actor, currency = 'EUR') => {
      const place = { currency, locationCode: 'depot', actor, dryRun: false }
      return must(await importProducts(from.house, { ...place, file })).warnings.map(({ code }) => code)
    }
    const { id } = await signedInAs(from.house, 'marketer')
    const clerk = (permission: string): Actor => ({ kind: 'staff', id, name: 'C', permissions: new Set([permission]) })
    const costs = () =>
      from.house.asOwner<{ amount: string }>(
        `SELECT c.amount FROM pricing.cost c JOIN catalog.variant v ON v.id = c.variant_id WHERE v.sku = 'SPOON'`,
      )
    assert.deepEqual([await bring(clerk('catalog:import')), await costs()], [['cost_not_allowed'], []])
    assert.deepEqual([await bring(system('import'), 'USD'), await costs()], [['cost_currency'], []])
    assert.deepEqual(await bring(clerk('pricing:costs')), [])
    assert.deepEqual(
      (await costs()).map(({ amount }) => Number(amount)),
      [40],
    )
  })

  test('leaves a trace, and stock is told to those who may see it', async () => {
    const refused = await from.ask('form=fondaco&stock=true', 'marketer')
    assert.deepEqual([refused.statusCode, refused.json().code], [403, 'host.not_allowed'])
    assert.equal((await from.ask('form=spree')).statusCode, 422)
    assert.equal((await from.ask('form=fondaco&currency=XXQ')).json().code, 'import-products.unknown_currency')
    const traces = await from.house.asOwner(
      `SELECT DISTINCT actor_kind FROM host.audit WHERE object_type = 'export' AND object_id = 'product-file'`,
    )
    assert.deepEqual(traces, [{ actor_kind: 'staff' }])
  })
})

test('a kind is one of ours, and a product keeps its own', async () => {
  const place = { currency: 'EUR', locationCode: 'depot', actor: system('import'), dryRun: false }
  for (const [row, code] of [
    ['tin,Tin,TIN,1.00,soul,', 'import-products.invalid_kind'],
    ['cup,Cup,-CUP-L,1.00,service,', 'import-products.other_kind'],
  ]) {
    const file = `handle,name,sku,price,kind,option 1 name\n${row}`
    const refused = await importProducts(from.house, { ...place, file })
    assert.deepEqual(!refused.ok && refused.refusal.others?.map((one) => one.code), [code])
  }
})

test('no text is lost by what keeps a spreadsheet from running it', () => {
  for (const text of ['', 'a', "'a", '=a', "'=a", "''=a", '-1', "'", "''", '@x', "'+", '\tx', "'s"]) {
    assert.equal(asWritten(harmless(text)), text)
    assert.doesNotMatch(harmless(text), /^[=+\-@\t\r\n]/)
  }
})

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { guest, type Context } from '../../host/context.ts'
import type { Result } from '../../kernel/result.ts'
import { must, openShop, someAddress, type Shop } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { getOrder, putDeliveryMethod, putDeliveryPlace, putDeliveryZone } from '../../departments/orders/index.ts'
import { placeOrder, type OrderRequest } from './place-order.ts'

type MethodToPut = Parameters<typeof putDeliveryMethod>[1]['method']

const euro = (amount: number) => ({ amount, currency: 'EUR' })

describe('delivery', () => {
  let house: TestHouse
  let shop: Shop
  const order = (request: OrderRequest) => house.run((ctx) => placeOrder(ctx, request), { actor: guest })
  const inItaly = { countries: ['IT'], regions: [], postcodes: [] }
  const flat = (price: number) => ({ EUR: { by: 'flat' as const, price } })
  const method = (code: string, changes: Partial<MethodToPut>): MethodToPut => ({
    code,
    kind: 'carriage',
    names: { en: code },
    descriptions: {},
    taxCategory: 'standard',
    limits: {},
    place: null,
    rates: [],
    active: true,
    ...changes,
  })

  before(async () => {
    house = await createTestHouse()
    shop = await openShop(house)
    const put = async (act: (ctx: Context) => Promise<Result<unknown>>) => must(await house.run(act))
    await put((ctx) => putDeliveryZone(ctx, { zone: { code: 'home', name: 'Home', ...inItaly }, version: undefined }))
    const islands = { code: 'islands', name: 'Islands', ...inItaly, regions: ['CA'] }
    await put((ctx) => putDeliveryZone(ctx, { zone: islands, version: undefined }))
    const pickup = {
      name: 'Shop',
      street: 'Calle 1',
      postcode: '30121',
      city: 'Venezia',
      region: 'VE',
      country: 'IT',
      hours: { en: '9-18' },
    }
    const place = {
      locationCode: 'venezia',
      timeZone: 'Europe/Rome',
      cutOff: '14:00',
      weekdays: [1, 2, 3, 4, 5],
      holidays: [],
      pickup,
    }
    await put((ctx) => putDeliveryPlace(ctx, { place, version: undefined }))
    const days = { minDays: 1, maxDays: 2 }
    const byWeight = {
      EUR: {
        by: 'weight' as const,
        brackets: [
          { upTo: 500, price: 790 },
          { upTo: null, price: 1290 },
        ],
        surcharges: [{ name: 'Ferry', price: 100, per: 'unit' as const, categories: [] }],
      },
    }
    const parcel = method('parcel', {
      rates: [
        { zone: 'home', ...days, tariffs: flat(490) },
        { zone: 'islands', ...days, tariffs: byWeight },
      ],
    })
    const collect = method('collect', {
      kind: 'pickup',
      place: 'venezia',
      rates: [{ zone: 'home', ...days, tariffs: flat(0) }],
    })
    const light = method('light', {
      limits: { maxWeightGrams: 500 },
      rates: [{ zone: 'home', ...days, tariffs: flat(100) }],
    })
    const calls = method('calls', { asksPhone: true, rates: [{ zone: 'home', ...days, tariffs: flat(300) }] })
    for (const one of [parcel, collect, light, calls])
      await put((ctx) => putDeliveryMethod(ctx, { method: one, version: undefined }))
  })

  after(() => house.close())

  const wish = (basket: OrderRequest['basket'], deliveryMethod: string, amount: number) => ({
    basket,
    email: 'mirandolina@locanda.example',
    address: someAddress,
    deliveryMethod,
    acceptedTotal: euro(amount),
  })

  test('costs what the table of its zone says for its weight, with the surcharge, and the order keeps the terms', async () => {
    const basket = await shop.fill({ mug: 2 })
    const asked = wish(basket, 'parcel', 2_980 + 1_290 + 200)
    const address = { ...someAddress, region: 'CA', postcode: '09100' }
    const home = await order({ ...asked, address: someAddress })
    assert.equal(home.ok ? '' : home.refusal.code, 'orders.total_changed')
    const placed = must(await order({ ...asked, address }))
    const { delivery, reasons } = must(await getOrder(house.database, placed.id))
    assert.deepEqual(
      [delivery.total.amount, delivery.zone, delivery.weightGrams, delivery.pickup],
      [1_490, 'Islands', 600, null],
    )
    const told = reasons.filter(({ rule }) => rule.startsWith('delivery'))
    assert.deepEqual(
      told.map(({ because, params }) => [because, params['over'] ?? params['amount']]),
      [
        ['rate_weight_over', 0.5],
        ['delivery_surcharge', euro(200)],
      ],
    )
    await house.expectNoBreach()
  })

  test('collected, it asks for a name and a country, and the order keeps the place', async () => {
    const basket = await shop.fill({ mug: 1 })
    const placed = must(
      await order({ ...wish(basket, 'collect', 1_490), address: { name: 'Mirandolina', country: 'IT' } }),
    )
    const { delivery, address } = must(await getOrder(house.database, placed.id))
    assert.deepEqual(
      [delivery.kind, delivery.pickup?.street, delivery.total.amount, address.street],
      ['pickup', 'Calle 1', 0, ''],
    )
    const brought = await order({
      ...wish(await shop.fill({ mug: 1 }), 'parcel', 1_980),
      address: { name: 'M', country: 'IT' },
    })
    assert.equal(brought.ok ? '' : brought.refusal.code, 'orders.address_incomplete')
    await house.expectNoBreach()
  })

  test('its invoice goes elsewhere, whole; where the goods go nothing more is kept', async () => {
    const billing = {
      name: 'Anna',
      company: 'Anna GmbH',
      street: 'Allee 2',
      postcode: '10115',
      city: 'Berlin',
      country: 'DE',
    }
    const asked = {
      ...wish(await shop.fill({ mug: 1 }), 'collect', 1_490),
      address: { name: 'Mirandolina', country: 'IT' },
    }
    const half = await order({ ...asked, billing: { ...billing, city: '' } })
    assert.deepEqual(half.ok ? '' : [half.refusal.code, half.refusal.field], [
      'orders.address_incomplete',
      'billing.city',
    ])
    const placed = must(await order({ ...asked, billing }))
    const kept = must(await getOrder(house.database, placed.id))
    assert.deepEqual(
      [kept.address.street, kept.billing?.company, kept.billing?.country, kept.country, kept.total.amount],
      ['', 'Anna GmbH', 'DE', 'IT', 1_490],
    )
    const brought = wish(await shop.fill({ mug: 1 }), 'parcel', 1_980)
    const same = must(await order({ ...brought, billing: { ...someAddress } }))
    assert.equal(must(await getOrder(house.database, same.id)).billing, null)
    await house.expectNoBreach()
  })

  test('where the carrier calls a number is asked for; it is kept whole, and words for shop and receiver as they were written', async () => {
    const asked = wish(await shop.fill({ mug: 1 }), 'calls', 1_790)
    const without = await order(asked)
    assert.deepEqual(without.ok ? '' : [without.refusal.code, without.refusal.field], [
      'orders.phone_needed',
      'address.phone',
    ])
    const wrong = await order({ ...asked, address: { ...someAddress, phone: '12' } })
    assert.equal(wrong.ok ? '' : wrong.refusal.code, 'orders.phone_wrong')
    const said = { note: ' Ring twice. ', giftMessage: 'For Mirandolina\nwith love' }
    const placed = must(await order({ ...asked, ...said, address: { ...someAddress, phone: '041 523 1234' } }))
    const { address, note, giftMessage } = must(await getOrder(house.database, placed.id))
    assert.deepEqual([address.phone, address.phoneShown], ['+390415231234', '041 523 1234'])
    assert.deepEqual([note, giftMessage], ['Ring twice.', 'For Mirandolina\nwith love'])
    const confirm = house.blueprint.jobs.find(({ kind }) => kind === 'order-confirmation')
    const about = { id: '1', kind: 'order-confirmation', ref: placed.id, payload: {}, attempt: 1 }
    await confirm?.run(house, about as never)
    const [mail] = await house.asOwner<{ text: string }>(`SELECT text_body AS text FROM host.mail WHERE ref = $1`, [
      placed.id,
    ])
    assert.match(mail?.text ?? '', /For Mirandolina\s+with love/)
    const silent = must(
      await order({ ...wish(await shop.fill({ mug: 1 }), 'parcel', 1_980), note: ' ', giftMessage: '' }),
    )
    const { note: none, giftMessage: nothing } = must(await getOrder(house.database, silent.id))
    assert.deepEqual([none, nothing], [null, null])
  })

  test('what a way does not carry it is not chosen for', async () => {
    const basket = await shop.fill({ mug: 2 })
    const refused = await order(wish(basket, 'light', 3_080))
    assert.equal(refused.ok ? '' : refused.refusal.code, 'orders.delivery_method_unavailable')
    assert.ok((await order(wish(await shop.fill({ mug: 1 }), 'light', 1_590))).ok)
  })

  test('methods of before share a zone for the same countries and keep their prices', async () => {
    const migration = new URL('../../departments/orders/migrations/0110-delivery-zones.sql', import.meta.url)
    await house.asOwner(`CREATE SCHEMA before`)
    const then = async (text: string) => house.asOwner(text)
    await then(`CREATE TABLE before.delivery_method (code text PRIMARY KEY, countries text[] NOT NULL, prices jsonb NOT NULL,
      free_from jsonb NOT NULL DEFAULT '{}', min_days int NOT NULL, max_days int NOT NULL, position int NOT NULL)`)
    await then('CREATE TABLE before.basket (id uuid PRIMARY KEY)')
    await then('CREATE TABLE before.sales_order (id uuid PRIMARY KEY)')
    await then(`INSERT INTO before.delivery_method VALUES ('a', '{IT,DE}', '{"EUR": 490, "USD": 600}', '{"EUR": 8000}', 1, 3, 0),
      ('b', '{DE,IT}', '{"EUR": 990}', '{}', 1, 2, 1), ('c', '{FR}', '{}', '{}', 0, 9, 2)`)
    for (const statement of readFileSync(migration, 'utf8').replaceAll('orders.', 'before.').split(/;\n/))
      if (statement.trim() !== '') await then(statement)
    assert.deepEqual(await then('SELECT code, name, countries FROM before.delivery_zone ORDER BY position'), [
      { code: 'zone-1', name: 'DE, IT', countries: ['DE', 'IT'] },
      { code: 'zone-2', name: 'FR', countries: ['FR'] },
    ])
    const rates = await house.asOwner<{ rates: unknown }>('SELECT rates FROM before.delivery_method ORDER BY code')
    assert.deepEqual(
      rates.map((row) => row.rates),
      [
        [
          {
            zone: 'zone-1',
            minDays: 1,
            maxDays: 3,
            tariffs: { EUR: { by: 'flat', price: 490, freeFrom: 8000 }, USD: { by: 'flat', price: 600 } },
          },
        ],
        [{ zone: 'zone-1', minDays: 1, maxDays: 2, tariffs: { EUR: { by: 'flat', price: 990 } } }],
        [],
      ],
    )
    await then('DROP SCHEMA before CASCADE')
  })
})

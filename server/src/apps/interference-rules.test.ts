/** What every department's rule about plans keeps to, so that one that is new here cannot hurt the others. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { locales } from '../host/i18n/locales.ts'
import type { KeptPlan } from '../host/plans/plan.ts'
import { openShop } from '../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../testing/test-house.ts'

const KINDS = `promotion campaign launch price_list supplier_delivery transfer stocktake closing release holiday legal_date other`
const NOW = new Date('2026-11-22T10:00:00Z')
let house: TestHouse
let goods: string

before(async () => {
  house = await createTestHouse({ clock: { now: () => NOW } })
  await openShop(house, { stock: { scarf: 0 } })
  const [row] = await house.asOwner<{ id: string }>(`SELECT id::text FROM catalog.product WHERE handle = 'scarf'`)
  goods = row?.id ?? ''
})

const rules = () => house.ports?.plans?.rules ?? []

function aPlan(kind: string, id: string, more: Partial<KeptPlan> = {}): KeptPlan {
  const [startsAt, endsAt] = [new Date('2026-12-25T08:00:00Z'), new Date('2026-12-27T18:00:00Z')]
  return {
    ...{ id, kind, title: `A ${kind}`, startsAt, endsAt, allDay: false, zone: 'Europe/Rome' },
    ...{ markets: [], locations: [], goods: [goods], groups: [], ownerId: crypto.randomUUID(), unitId: null },
    ...more,
  }
}

describe('every rule', () => {
  test('looks at kinds that there are, and has words in every language', () => {
    assert.ok(rules().length >= 7)
    for (const { department, name, looksAt } of rules()) {
      assert.match(name, /^[a-z][a-z_]*$/)
      assert.ok(looksAt.length > 0 && looksAt.every((kind) => KINDS.split(' ').includes(kind)), `${department}.${name}`)
      for (const locale of locales) {
        for (const part of ['sentence', 'remedy']) {
          const key = `${department}.interference.${name}.${part}`
          assert.notEqual(house.translations.for(locale)(key), key, `${locale}: ${key}`)
        }
      }
    }
  })

  test('reads and writes nothing, says plain values, leads below the office, and finds of a pair the same from both sides', async () => {
    const asked: string[] = []
    const reader = {
      rows: (query: Parameters<typeof house.database.rows>[0]) => {
        asked.push(query.text)
        return house.database.rows(query)
      },
    } as Pick<typeof house.database, 'rows'>
    const seen = new Set<string>()
    for (const rule of rules()) {
      for (const kind of rule.looksAt) {
        const plan = aPlan(kind, crypto.randomUUID())
        const others = KINDS.split(' ').map((other) => aPlan(other, crypto.randomUUID()))
        for (const found of await rule.check(reader, { plan, others, now: NOW })) {
          seen.add(`${rule.department}.${rule.name}`)
          assert.ok(found.path === undefined || found.path.startsWith('/'), rule.name)
          for (const value of Object.values(found.params)) assert.match(typeof value, /^(?:string|number)$/)
          const { other } = found
          if (!other) continue
          const opposite = await rule.check(reader, { plan: other, others: [plan], now: NOW })
          assert.deepEqual(opposite[0]?.params, found.params, `${rule.name}: ${kind} and ${other.kind}`)
        }
      }
    }
    for (const text of asked) assert.match(text.trim(), /^(?:SELECT|WITH)\b/, 'a rule only reads')
    const expected = [
      'inventory.count_in_sale',
      'inventory.sale_without_stock',
      'pricing.prices_overlap',
      'work.on_holiday',
    ]
    for (const name of expected) assert.ok(seen.has(name), `${name} was never heard, so nothing was proved of it`)
  })

  test('finds nothing in a plan that it does not look at the goods, the place or the time of', async () => {
    const plan = aPlan('promotion', crypto.randomUUID(), { markets: ['it'], goods: [], groups: [crypto.randomUUID()] })
    const elsewhere = aPlan('promotion', crypto.randomUUID(), { markets: ['de'] })
    for (const rule of rules().filter(({ looksAt }) => looksAt.includes('promotion'))) {
      assert.deepEqual(await rule.check(house.database, { plan, others: [elsewhere], now: NOW }), [], rule.name)
    }
  })
})

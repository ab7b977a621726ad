import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BLANK, BUILDABLE, draftOf, nameOf, PARTS, valuesOf } from './promotion-values.ts'
import { tierFields } from './promotion-tiers.ts'
import type { Action, Promotion, Terms } from './queries.ts'

const eur = (amount: number) => ({ amount, currency: 'EUR' })

function promotion(terms: Terms): Promotion {
  return {
    id: '018f0000-0000-7000-8000-000000000000',
    version: 3,
    code: 'SPRING',
    names: { en: 'Spring' },
    state: 'running',
    pauseReason: null,
    needsCoupon: true,
    coupons: 2,
    beginsAt: '2026-03-20T23:00:00.000Z',
    endsAt: null,
    terms,
    limits: { mostUses: 5, mostUsesOfCustomer: 1, budget: eur(9000) },
    priority: 2,
    stackingClass: 'usual',
    exclusive: true,
    given: [],
  } as Promotion
}

const goods = {
  categories: ['c1'],
  labels: ['new'],
  brands: ['Alba'],
  collections: ['k1'],
  except: { categories: ['c3'], variants: ['v1'] },
  notReduced: true,
}
const parts: Record<string, unknown> = {
  percent: '12.5',
  amounts: [eur(500)],
  units: 3,
  buy: 2,
  get: 1,
  times: 4,
  goods,
  getGoods: { categories: ['c2'], labels: ['cheap'] },
  variant: '018f0000-0000-7000-8000-000000000009',
  tiers: [
    { from: [eur(5000)], off: { percent: '5' } },
    { from: [eur(10_000)], off: { percent: '10' } },
  ],
}

for (const kind of BUILDABLE) {
  test(`${kind} goes through the form and comes out as it was`, () => {
    const { needs, may } = PARTS[kind]
    const own = [...needs, ...may].filter((name) => name !== 'cap').map((name) => [name, parts[name]])
    const terms: Terms = {
      action: { kind, ...Object.fromEntries(own) } as Action,
      conditions: [
        { kind: 'subtotal_at_least', amounts: [eur(5000)] },
        { kind: 'subtotal_at_most', amounts: [eur(90_000)] },
        { kind: 'units_at_least', units: 2 },
        { kind: 'nth_order', orders: [1, 10] },
        { kind: 'market', markets: ['it'] },
        { kind: 'channel', channels: ['web'] },
        { kind: 'customer_group', groups: ['trade'] },
        { kind: 'delivery_method', methods: ['standard'] },
        { kind: 'country', countries: ['IT', 'ES'] },
      ],
      ...(may.includes('cap') ? { cap: [eur(2000)] } : {}),
    }
    const given = promotion(terms)
    const draft = draftOf(valuesOf(given), given.terms)
    const { code, names, needsCoupon, beginsAt, endsAt, limits, priority, stackingClass, exclusive } = given
    assert.deepEqual(draft, {
      code,
      names,
      needsCoupon,
      beginsAt,
      endsAt,
      terms,
      limits,
      priority,
      stackingClass,
      exclusive,
    })
  })
}

test('what the form has no field for is kept', () => {
  const terms: Terms = {
    action: {
      kind: 'buy_get',
      buy: 2,
      get: 1,
      percent: '100',
      goods: { products: ['p1'], except: { brands: ['Onda'] } },
      getGoods: { variants: ['v1'] },
    },
    conditions: [
      { kind: 'subtotal_at_least', amounts: [eur(100)], goods: { labels: ['tea'] } },
      { kind: 'market', markets: ['it'] },
    ],
  }
  const given = promotion(terms)
  const values = { ...valuesOf(given), markets: ['es'] }
  assert.deepEqual(draftOf(values, terms).terms, {
    ...terms,
    conditions: [terms.conditions![0], { kind: 'market', markets: ['es'] }],
  })
})

test('steps go by pieces or by value, and as far as they are filled', () => {
  const terms: Terms = {
    action: {
      kind: 'order_tiers',
      tiers: [
        { from: 3, off: { amounts: [eur(300)] } },
        { from: 5, off: { amounts: [eur(700)] } },
        { from: 10, off: { amounts: [eur(2000)] } },
      ],
    },
    conditions: [],
  }
  const values = valuesOf(promotion(terms))
  assert.deepEqual(draftOf(values, terms).terms, terms)
  assert.deepEqual(tierFields(values).slice(-2), ['tierUnits4', 'tierAmounts4'], 'room for one more')
  const shorter = draftOf({ ...values, tierUnits2: undefined }, terms).terms.action
  assert.deepEqual(shorter, { kind: 'order_tiers', tiers: [{ from: 3, off: { amounts: [eur(300)] } }] })
  assert.deepEqual(tierFields(BLANK), ['tierBy', 'tierOff', 'tierFrom1', 'tierPercent1'])
})

test('a new one needs no more than its name, code and percentage', () => {
  const draft = draftOf({ ...BLANK, names: { en: 'Ten' }, code: 'ten', mostUsesOfCustomer: 3 }, undefined)
  assert.deepEqual(draft.terms, { action: { kind: 'order_percent', percent: '10' }, conditions: [] })
  assert.deepEqual([draft.code, draft.limits?.mostUsesOfCustomer], ['TEN', null])
})

test('refusals find their fields', () => {
  for (const [path, name] of [
    ['terms.action.percent', 'percent'],
    ['terms.action.amounts.0.amount', 'amounts'],
    ['terms.action.goods.labels', 'labels'],
    ['terms.cap.0', 'cap'],
    ['terms.conditions.0.amounts', 'subtotal'],
    ['terms.action.tiers.1.off.percent', 'tierPercent2'],
    ['terms.action.tiers', 'tierFrom1'],
    ['limits.mostUses', 'mostUses'],
    ['limits.budget.currency', 'budget'],
    ['names.en', 'names.en'],
    ['endsAt', 'endsAt'],
  ]) {
    assert.equal(nameOf(path!), name)
  }
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BLANK, draftOf, nameOf, valuesOf } from './group-values.ts'

const names = { en: 'Regulars' }
const rule = {
  countries: ['IT'],
  labels: ['gold'],
  registered: true,
  spentAtLeast: { amount: 5_000, currency: 'EUR' },
  ordersAtLeast: 3,
  withinDays: 365,
}

test('what is shown of a group and sent back unchanged is the same group', () => {
  const group = { id: '', code: 'regulars', names, rule, members: 1, version: 2 }
  assert.deepEqual(draftOf(valuesOf(group)), { names, rule })
  assert.deepEqual(draftOf(valuesOf({ ...group, rule: null })), { names, rule: null })
})

test('what is left empty is no condition; by hand none is sent', () => {
  assert.deepEqual(draftOf({ ...BLANK, names, way: 'rule', orders: 2 }), { names, rule: { ordersAtLeast: 2 } })
  assert.deepEqual(draftOf({ ...BLANK, names, way: 'hand', orders: 2 }), { names, rule: null })
})

test('a refusal finds its field', () => {
  const found = ['rule', 'rule.withinDays', 'rule.spentAtLeast.amount', 'rule.labels.0', 'code'].map(nameOf)
  assert.deepEqual(found, ['way', 'days', 'spent', 'labels', 'code'])
})

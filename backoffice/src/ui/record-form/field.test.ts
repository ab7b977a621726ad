import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeOf, lackingOf, type Field } from './field.ts'

const fields: Field[] = [
  { kind: 'text', name: 'name', label: '' },
  { kind: 'text', name: 'note', label: '', optional: true },
  { kind: 'many', name: 'countries', label: '', options: [] },
  { kind: 'integer', name: 'days', label: '', minimum: 0, maximum: 9 },
  { kind: 'texts', name: 'names', label: '' },
  { kind: 'moneys', name: 'prices', label: '', currencies: ['EUR'] },
  { kind: 'switch', name: 'active', label: '' },
]

test('what is required and empty is named, in order', () => {
  assert.deepEqual(lackingOf(fields, {}), ['name', 'countries', 'days', 'names', 'prices'])
  const whole = { name: 'x', countries: ['IT'], days: 0, names: { en: 'x' }, prices: { EUR: 0 } }
  assert.deepEqual(lackingOf(fields, whole), [])
  assert.deepEqual(lackingOf(fields, { ...whole, name: '  ', names: { it: 'x' } }), ['name', 'names'])
})

test('a name becomes a code', () => {
  assert.equal(codeOf('Bottega Laguna S.r.l.'), 'bottega-laguna-s-r-l')
  assert.equal(codeOf('  Più caffè! '), 'piu-caffe')
  assert.equal(codeOf('日本'), '')
})

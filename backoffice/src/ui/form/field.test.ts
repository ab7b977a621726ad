import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeOf, flawsOf, type Field } from './field.ts'

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
  assert.deepEqual(Object.keys(flawsOf(fields, {})), ['name', 'countries', 'days', 'names', 'prices'])
  const whole = { name: 'x', countries: ['IT'], days: 0, names: { en: 'x' }, prices: { EUR: 0 } }
  assert.deepEqual(flawsOf(fields, whole), {})
  assert.deepEqual(flawsOf(fields, { ...whole, name: '  ', names: { it: 'x' } }), { name: 'missing', names: 'missing' })
})

test('what cannot be read is never taken for empty', () => {
  const typed = { name: 'x', countries: ['IT'], days: 0, names: { en: 'x' }, prices: { EUR: { unread: 'ten' } } }
  assert.deepEqual(flawsOf(fields, typed), { prices: 'unread' })
  const optional: Field[] = [{ kind: 'decimal', name: 'rate', label: '', scale: 2, optional: true }]
  assert.deepEqual(flawsOf(optional, { rate: { unread: 'x' } }), { rate: 'unread' })
  assert.deepEqual(flawsOf(optional, {}), {})
})

test('a name becomes a code', () => {
  assert.equal(codeOf('Bottega Laguna S.r.l.'), 'bottega-laguna-s-r-l')
  assert.equal(codeOf('  Più caffè! '), 'piu-caffe')
  assert.equal(codeOf('日本'), '')
})

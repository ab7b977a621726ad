import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { conditionsOf, filtersOf, readFilter, writeFilter } from './filter.ts'

test('a value may hold colons', () => {
  assert.deepEqual(readFilter('placedAt:from:2026-11-22T10:00:00Z'), {
    column: 'placedAt',
    operator: 'from',
    value: '2026-11-22T10:00:00Z',
  })
  assert.equal(readFilter('state'), undefined)
  assert.equal(readFilter('state:is'), undefined)
})

test('several values of is are one condition, and two bounds are two', () => {
  const filters = ['state:is:paid', 'total:from:100', 'state:is:cancelled', 'total:to:200']
  assert.deepEqual(conditionsOf(filters), [
    { column: 'state', operator: 'is', values: ['paid', 'cancelled'] },
    { column: 'total', operator: 'from', values: ['100'] },
    { column: 'total', operator: 'to', values: ['200'] },
  ])
})

test('nothing is lost on the way to conditions and back', () => {
  const word = fc.stringMatching(/^[a-zA-Z]{1,8}$/)
  const filter = fc.record({ column: word, operator: fc.constantFrom('is', 'not', 'from', 'has'), value: fc.string() })
  fc.assert(
    fc.property(fc.array(filter), (filters) => {
      const texts = filters.map(writeFilter)
      assert.deepEqual(filtersOf(conditionsOf(texts)).toSorted(), texts.toSorted())
    }),
  )
})

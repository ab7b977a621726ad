import assert from 'node:assert/strict'
import { test } from 'node:test'
import { EMPTY_BUNDLE, inShape, newGroup, newOption, withOption, withoutOption } from './bundle-values.ts'

test('a fixed bundle has a group for each component, and each component once', () => {
  const one = withOption(EMPTY_BUNDLE, 0, 'a')
  const two = withOption(withOption(one, 0, 'b'), 0, 'a')
  assert.deepEqual(
    two.groups.map(({ least, most, options }) => [least, most, options.map(({ variantId }) => variantId)]),
    [
      [1, 1, ['a']],
      [1, 1, ['b']],
    ],
  )
  assert.deepEqual(
    withoutOption(two, 0, 'a').groups.map(({ options }) => options[0]?.variantId),
    ['b'],
  )
})

test('in another shape it keeps its components', () => {
  const fixed = withOption(withOption(EMPTY_BUNDLE, 0, 'a'), 0, 'b')
  const mix = inShape(fixed, 'mix')
  assert.deepEqual(
    mix.groups.map(({ least, most, options }) => [least, most, options.map(({ variantId }) => variantId)]),
    [[3, 3, ['a', 'b']]],
  )
  assert.deepEqual(inShape(mix, 'fixed').groups, fixed.groups)
  assert.deepEqual(inShape(EMPTY_BUNDLE, 'mix'), { ...EMPTY_BUNDLE, shape: 'mix' })
  const chosen = { ...mix, groups: [newGroup('mix', [{ ...newOption('a'), chosen: 2 }])] }
  assert.equal(inShape(chosen, 'configurable').groups[0]?.options[0]?.chosen, 0)
})

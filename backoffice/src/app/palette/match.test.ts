import assert from 'node:assert/strict'
import { test } from 'node:test'
import { matchOf } from './match.ts'

test('words are found by how they begin, whatever their accents', () => {
  assert.ok(matchOf('catalogo', 'Catálogo') > 0)
  assert.ok(matchOf('imp prod', 'Import products') > 0)
  assert.ok(matchOf('prod imp', 'Import products') > 0)
  assert.equal(matchOf('orders x', 'Orders'), 0)
})

test('the beginning counts more than the middle, and that more than the inside', () => {
  const [begin, second, inside] = ['Orders', 'All orders', 'Reorders'].map((text) => matchOf('ord', text))
  assert.ok(begin! > second! && second! > inside! && inside! > 0)
})

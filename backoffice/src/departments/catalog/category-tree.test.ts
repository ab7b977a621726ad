import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  foundRows,
  isWithin,
  movedInTree,
  placeAfter,
  visibleRows,
  wayTo,
  type TreeNode,
  type TreeStep,
} from './category-tree.ts'

const node = (id: string, parentId: string | null = null): TreeNode => ({ id, parentId, name: id.toUpperCase() })
const tree = [node('a'), node('b'), node('b1', 'b'), node('b2', 'b'), node('c')]
const shown = (items: readonly TreeNode[]) =>
  visibleRows(items, new Set(items.map(({ id }) => id)))
    .map(({ node: { id }, depth }) => '-'.repeat(depth - 1) + id)
    .join(' ')

describe('one step in the tree', () => {
  const cases: readonly (readonly [id: string, step: TreeStep, after: string])[] = [
    ['a', 'up', 'nowhere'],
    ['a', 'down', 'b -b1 -b2 a c'],
    ['a', 'in', 'nowhere'],
    ['a', 'out', 'nowhere'],
    ['c', 'up', 'a c b -b1 -b2'],
    ['c', 'down', 'nowhere'],
    ['c', 'in', 'a b -b1 -b2 -c'],
    ['b', 'in', 'a -b --b1 --b2 c'],
    ['b1', 'out', 'a b -b2 b1 c'],
    ['b2', 'up', 'a b -b2 -b1 c'],
    ['b2', 'in', 'a b -b1 --b2 c'],
    ['x', 'up', 'nowhere'],
  ]
  for (const [id, step, after] of cases) {
    test(`${id} ${step}: ${after}`, () => {
      const place = placeAfter(tree, id, step)
      assert.equal(place ? shown(movedInTree(tree, id, place)) : 'nowhere', after)
    })
  }
})

test('nothing moves into itself', () => {
  assert.deepEqual(movedInTree(tree, 'b', { parentId: 'b2', beforeId: null }), tree)
  assert.deepEqual(
    [isWithin(tree, 'b2', 'b'), isWithin(tree, 'b', 'b2'), isWithin(tree, null, 'b')],
    [true, false, false],
  )
})

test('what is closed hides what is below it, and counts it', () => {
  assert.deepEqual(
    visibleRows(tree, new Set()).map(({ node: { id }, below }) => `${id} ${below}`),
    ['a 0', 'b 2', 'c 0'],
  )
})

test('found by a part of the name, with the way to it', () => {
  assert.deepEqual(
    foundRows(tree, 'B2').map(({ node: { id } }) => id),
    ['b2'],
  )
  assert.deepEqual([wayTo(tree, 'b2'), wayTo(tree, 'a')], [['B'], []])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mergeEdits } from './merge-edits.ts'
import { codesOf, setOf } from './set-value.ts'

const merged = (base: string[], mine: string[], theirs: string[]) => {
  const { mine: left, clashes } = mergeEdits({
    base: { roles: setOf(base) },
    mine: { roles: setOf(mine) },
    theirs: { roles: setOf(theirs) },
  })
  return { codes: left['roles'] === undefined ? theirs.toSorted() : codesOf(left['roles']).toSorted(), clashes }
}

test('what one adds and what another takes away are both kept, and nothing is asked', () => {
  for (const [base, mine, theirs, together] of [
    [['a'], ['a', 'b'], ['a', 'c'], ['a', 'b', 'c']],
    [['a', 'b'], ['a'], ['a', 'b', 'c'], ['a', 'c']],
    [['a', 'b'], ['a'], ['b'], []],
    [['a'], ['a', 'b'], ['a', 'b'], ['a', 'b']],
    [['a', 'b'], ['b'], ['b'], ['b']],
    [[], ['a'], ['b'], ['a', 'b']],
  ] as const) {
    const { codes, clashes } = merged([...base], [...mine], [...theirs])
    assert.deepEqual([codes, clashes], [together, []], `${base} -> ${mine} | ${theirs}`)
  }
})

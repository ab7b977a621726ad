import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changedFields } from './changed-fields.ts'
import { expectVersion } from './expect-version.ts'

for (const [what, before, after, fields] of [
  ['nothing before', undefined, { a: 1, b: null }, ['a']],
  ['nothing changed', { a: 1, b: ['x'], c: { x: 1, y: 2 } }, { a: 1, b: ['x'], c: { y: 2, x: 1 } }, []],
  [
    'a value, a list in another order, a member',
    { a: 1, b: ['x', 'y'], c: { x: 1 } },
    { a: 2, b: ['y', 'x'], c: {} },
    ['a', 'b', 'c'],
  ],
  ['to nothing', { a: 1 }, { a: null }, ['a']],
  ['more than is looked at', { a: 1, id: 7 }, { a: 1 }, []],
] as const) {
  test(`changed fields: ${what}`, () => {
    assert.deepEqual(
      changedFields<object>(before, after).map((change) => change.field),
      fields,
    )
  })
}

for (const [there, given, verdict] of [
  [undefined, undefined, 'ok'],
  [undefined, 0, 'ok'],
  [undefined, 3, 'host.version_conflict'],
  [3, undefined, 'host.version_required'],
  [3, 2, 'host.version_conflict'],
  [3, 0, 'host.version_conflict'],
  [3, 3, 'ok'],
] as const) {
  test(`version ${String(there)} there, ${String(given)} given: ${verdict}`, () => {
    const result = expectVersion(there, given)
    assert.equal(result.ok ? 'ok' : result.refusal.code, verdict)
  })
}

import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { createKeyFollower, opensPalette, SEQUENCE_MS, type Pressed } from './keys.ts'

const press = (key: string, held: Partial<Pressed> = {}): Pressed => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
})
const KNOWN = ['g o', 'g p', '/', '?']

function type(keys: readonly (Pressed | number)[]): (string | undefined)[] {
  let now = 0
  const follow = createKeyFollower(() => now)
  return keys.flatMap((key) => {
    if (typeof key === 'number') {
      now += key
      return []
    }
    return [follow(key, KNOWN)]
  })
}

const CASES: [what: string, keys: (Pressed | number)[], last: string | undefined][] = [
  ['a single key', [press('?')], '?'],
  ['two keys', [press('g'), press('o')], 'g o'],
  ['too late', [press('g'), SEQUENCE_MS + 1, press('o')], undefined],
  ['another key between', [press('g'), press('x'), press('o')], undefined],
  ['a first key twice', [press('g'), press('g'), press('p')], 'g p'],
  ['a first key, then a single one', [press('g'), press('/')], '/'],
  ['with Ctrl held', [press('g'), press('o', { ctrlKey: true })], undefined],
  ['Shift on the way', [press('Shift'), press('?')], '?'],
  ['nothing known', [press('z')], undefined],
]
for (const [what, keys, last] of CASES) {
  test(`keys: ${what}`, () => assert.equal(type(keys).at(-1), last))
}

test('a shortcut is said once', () => {
  assert.deepEqual(type([press('g'), press('o'), press('o')]), [undefined, 'g o', undefined])
})

test('the palette opens by Ctrl+K and Cmd+K, also with Caps Lock', () => {
  assert.ok(opensPalette(press('k', { ctrlKey: true })))
  assert.ok(opensPalette(press('K', { metaKey: true })))
  assert.ok(!opensPalette(press('k')))
})

test('no two screens have the same keys', () => {
  const root = join(import.meta.dirname, '../..')
  const files = globSync(['departments/**/*.ts', 'app/**/*.{ts,tsx}'], { cwd: root }).filter(
    (path) => !path.endsWith('.test.ts'),
  )
  const keys = files.flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(/\bkeys: '(g \w)'/g)].map(([, one = '']) => one),
  )
  assert.ok(keys.length > 15, 'the departments say their keys as they did')
  assert.deepEqual(
    keys.filter((one, at) => keys.indexOf(one) !== at),
    [],
  )
})

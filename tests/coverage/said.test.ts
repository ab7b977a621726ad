import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { drawBlueprint } from '../../server/src/apps/house.ts'
import { listRefusals } from '../../server/src/host/reference/list-refusals.ts'
import { ROOT } from '../../tools/commands.ts'
import { compareWithList, isRefusalSaid, isSaid, textsOfTests } from './said-in-tests.ts'
import { unprovedEvents, unprovedRefusals } from './unproved.ts'

const texts = textsOfTests()
const file = 'tests/coverage/unproved.ts'

test('every refusal is produced by some test', async () => {
  const { refusals } = await drawBlueprint()
  const all = listRefusals(refusals).map(({ code }) => code)
  assert.deepEqual(
    compareWithList('refusal', { all, unproved: unprovedRefusals, file }, (code) => isRefusalSaid(texts, code)),
    [],
  )
})

test('every event is awaited by some test', () => {
  const sources = globSync('server/src/**/*.ts', { cwd: ROOT })
    .filter((path) => !/\.test\.ts$|\/testing\//.test(path))
    .map((path) => readFileSync(join(ROOT, path), 'utf8'))
  const names = sources.flatMap((text) =>
    [...text.matchAll(/'([a-z_]+\.[a-z_]+\.v\d+)'/g)].map(([, name = '']) => name),
  )
  const all = [...new Set(names)].toSorted()
  assert.ok(all.length >= 8, 'events are found where they are declared')
  assert.deepEqual(
    compareWithList('event', { all, unproved: unprovedEvents, file }, (name) => isSaid(texts, name)),
    [],
  )
})

describe('the comparison with a list', () => {
  const compare = (unproved: string[]) =>
    compareWithList('refusal', { all: ['a.one', 'a.two'], unproved, file: 'list.ts' }, (name) => name === 'a.one')
  const cases: [title: string, unproved: string[], found: RegExp[]][] = [
    ['is silent where the list is right', ['a.two'], []],
    ['finds what nobody proves', [], [/^a\.two: no test produces/]],
    ['finds what may go', ['a.one', 'a.two', 'a.three'], [/^a\.three: is gone/, /^a\.one: is proved now/]],
  ]
  for (const [title, unproved, found] of cases) {
    test(title, () => {
      const said = compare(unproved)
      assert.equal(said.length, found.length, said.join('\n'))
      for (const [index, pattern] of found.entries()) assert.match(said[index] ?? '', pattern)
    })
  }
})

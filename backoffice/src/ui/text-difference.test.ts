import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textDifference } from './text-difference.ts'

const told = (before: string, after: string) =>
  textDifference(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `[+${text}+]`))
    .join('')

/** Before · after · the difference. */
const CASES: [string, string, string][] = [
  ['', '', ''],
  ['Within 14 days.', 'Within 14 days.', 'Within 14 days.'],
  ['Within 14 days.', 'Within 30 days.', 'Within [-14-][+30+] days.'],
  ['', 'New words', '[+New words+]'],
  ['Old words', '', '[-Old words-]'],
  ['a b c', 'a c', 'a [-b -]c'],
  ['a c', 'a b c', 'a [+b +]c'],
]
for (const [before, after, difference] of CASES) {
  test(`"${before}" to "${after}"`, () => {
    assert.equal(told(before, after), difference)
  })
}

test('nothing of either text is lost, whatever they are', () => {
  const words = ['a', 'b', 'c', 'dd']
  let seed = 7
  const next = () => (seed = (seed * 48_271) % 2_147_483_647)
  for (let round = 0; round < 200; round += 1) {
    const make = () => Array.from({ length: next() % 12 }, () => words[next() % 4]).join(' ')
    const [before, after] = [make(), make()]
    const runs = textDifference(before, after)
    const only = (gone: string) =>
      runs
        .filter(({ kind }) => kind !== gone)
        .map(({ text }) => text)
        .join('')
    assert.deepEqual([only('new'), only('gone')], [before, after])
  }
})

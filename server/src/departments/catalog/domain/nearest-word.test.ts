import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nearestWord } from './nearest-word.ts'

const known = new Map([
  ['vendor', 0.9],
  ['vender', 0.01],
  ['ceramic', 0.2],
  ['tablecloth', 0.05],
  ['mug', 0.5],
  ['v60x', 0.5],
])

const CASES: [typed: string, meant: string | undefined, because: string][] = [
  ['vemdor', 'vendor', 'a letter is wrong'],
  ['vendr', 'vendor', 'a letter is missing, and of two words the more frequent is meant'],
  ['vvendor', 'vendor', 'a letter too many'],
  ['venodr', 'vendor', 'two letters changed places'],
  ['vemdro', undefined, 'two errors in a short word'],
  ['tablcloht', 'tablecloth', 'two errors in a long one'],
  ['vendor', undefined, 'it is known'],
  ['cera', undefined, 'it begins a known word'],
  ['mog', undefined, 'too short to tell'],
  ['v61x', undefined, 'numbers and codes are never meant'],
  ['zebra', undefined, 'nothing is near'],
]

test('the word that was meant', () => {
  for (const [typed, meant, because] of CASES) assert.equal(nearestWord(typed, known), meant, `${typed}: ${because}`)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cleanDeviceLanguages, soundTag } from './device-languages.ts'

const table: [string, string | undefined][] = [
  ['en-US', 'en-US'],
  ['en-US@posix', 'en-US'],
  ['it_IT.UTF-8', 'it-IT'],
  ['zh-hant-tw', 'zh-Hant-TW'],
  ['C', undefined],
  ['not a tag', undefined],
  ['', undefined],
]
for (const [said, tag] of table) test(`'${said}' is ${tag ?? 'no language'}`, () => assert.equal(soundTag(said), tag))

/** As browsers have it: read from the prototype, never written. */
const device = (language: string, languages: string[]) =>
  new (class {
    get language() {
      return language
    }
    get languages(): readonly string[] {
      return languages
    }
  })()

test('a browser says sound tags to all who ask', () => {
  const odd = device('en-US@posix', ['en-US@posix', 'C', 'it'])
  assert.throws(() => new Intl.NumberFormat(odd.language), RangeError)
  cleanDeviceLanguages(odd)
  assert.deepEqual([odd.language, odd.languages], ['en-US', ['en-US', 'it']])
  assert.equal(new Intl.NumberFormat(odd.language).format(1_000), '1,000')
})

test('one that says nothing sound says English, and a sound one is left as it is', () => {
  const none = device('C', ['C'])
  cleanDeviceLanguages(none)
  assert.deepEqual([none.language, none.languages], ['en', []])
  const sound = device('it-IT', ['it-IT', 'en'])
  cleanDeviceLanguages(sound)
  assert.deepEqual(Object.keys(Object.getOwnPropertyDescriptors(sound)), [])
})

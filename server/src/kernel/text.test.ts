import fc from 'fast-check'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isEmail, slugify, truncate } from './text.ts'

fc.configureGlobal({
  numRuns: Number(process.env['FONDACO_PROPERTY_RUNS'] ?? 300),
  seed: Number(process.env['FONDACO_PROPERTY_SEED'] ?? 1),
})

const slugs: readonly (readonly [text: string, slug: string])[] = [
  ['Caffè Straße No. 5', 'caffe-strasse-no-5'],
  ["  L'olio -- extra vergine!  ", 'l-olio-extra-vergine'],
  ['Łódź Ærø Þór ĐAKOVO', 'lodz-aero-thor-dakovo'],
  ['İstanbul ışık', 'istanbul-isik'],
  ['ｆｕｌｌ ｗｉｄｔｈ ②', 'full-width-2'],
  ['Niño & Señora', 'nino-senora'],
  ['茶', ''],
  ['---', ''],
]
for (const [text, slug] of slugs) {
  test(`"${text}" becomes "${slug}"`, () => assert.equal(slugify(text), slug))
}

test('a slug is always clean, and stays as it is when made again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const slug = slugify(text)
      assert.match(slug, /^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/)
      assert.equal(slugify(slug), slug)
    }),
  )
})

test('addresses that mail reaches', () => {
  const good = [
    'anna@example.com',
    "o'hara+shop@mail.example.co.uk",
    'a.b-c_d@x-y.it',
    'A@B.IO',
    'me@xn--bcher-kva.example',
  ]
  for (const text of [...good, 'x@sub.xn--p1ai', `${'a'.repeat(64)}@example.com`]) assert.ok(isEmail(text), text)
})

test('addresses that are typing errors, or an attack', () => {
  const bad = [
    '',
    '@',
    'anna',
    'anna@',
    '@example.com',
    'anna@example',
    'anna@@example.com',
    'anna@example..com',
    '.anna@example.com',
  ]
  const worse = [
    'anna.@example.com',
    'an..na@example.com',
    'anna@-example.com',
    'anna@example-.com',
    'anna@127.0.0.1',
    'anna@[::1]',
  ]
  const attacks = [
    'anna@example.com\nBcc: all@example.com',
    'an na@example.com',
    ' anna@example.com',
    'anna@example.com ',
    'Anna <anna@example.com>',
  ]
  const long = [
    `${'a'.repeat(65)}@example.com`,
    `a@${'b'.repeat(64)}.com`,
    `a@${'b.'.repeat(130)}com`,
    '"a b"@example.com',
    'anna@exämple.com',
  ]
  for (const text of [...bad, ...worse, ...attacks, ...long]) assert.equal(isEmail(text), false, text)
})

test('a long text is cut between characters', () => {
  assert.equal(truncate('olive oil', 20), 'olive oil')
  assert.equal(truncate('olive oil', 9), 'olive oil')
  assert.equal(truncate('olive oil', 8), 'olive o…')
  assert.equal(truncate('olive oil', 7), 'olive…')
  assert.equal(truncate('👩🏽‍🌾👩🏽‍🌾👩🏽‍🌾', 2), '👩🏽‍🌾…')
  assert.equal(truncate('👩🏽‍🌾👩🏽‍🌾👩🏽‍🌾', 3), '👩🏽‍🌾👩🏽‍🌾👩🏽‍🌾')
  assert.deepEqual([truncate('abc', 1), truncate('abc', 0)], ['…', ''])
})

test('a cut text is short enough, and begins as the whole does', () => {
  const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.integer({ min: 1, max: 30 }), (text, length) => {
      const cut = truncate(text, length)
      if (cut === text) return
      assert.ok([...characters.segment(cut)].length <= length)
      assert.ok(cut.endsWith('…') && text.startsWith(cut.slice(0, -1)))
    }),
  )
})

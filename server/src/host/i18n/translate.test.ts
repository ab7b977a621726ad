import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { createTranslator } from 'use-intl/core'
import { loadTranslations, type MessageTree, type MessageValues } from './translate.ts'

const folder = mkdtempSync(join(tmpdir(), 'fondaco-words-'))
after(() => rmSync(folder, { recursive: true }))

const asked = { price: '€ 5,00', name: "L'isola {x} <b>#</b>", count: 1234, at: new Date('2026-03-29T12:00:00Z') }

function ours(messages: MessageTree): (key: string, values?: MessageValues) => string {
  for (const locale of ['en', 'it', 'es', 'id']) writeFileSync(join(folder, `${locale}.json`), JSON.stringify(messages))
  const translate = loadTranslations([{ namespace: 'shop', folder }]).for('it')
  return (key, values) => translate(`shop.${key}`, values)
}

function byIcu(messages: MessageTree): (key: string, values?: MessageValues) => string {
  return createTranslator({
    locale: 'it',
    messages: { shop: messages } as unknown as Record<string, never>,
    timeZone: 'UTC',
    onError: () => {},
    getMessageFallback: ({ key, namespace }) => (namespace ? `${namespace}.${key}` : key),
  }) as unknown as (key: string, values?: MessageValues) => string
}

const samples: Record<string, { message: string; values?: MessageValues; shown: string }> = {
  plain: { message: 'Al carrello', shown: 'Al carrello' },
  filled: { message: 'Costa {price}.', values: asked, shown: 'Costa € 5,00.' },
  value_as_it_is: { message: '{name}', values: asked, shown: "L'isola {x} <b>#</b>" },
  twice: { message: '{price}–{price}', values: asked, shown: '€ 5,00–€ 5,00' },
  number_in_the_language: { message: '{count} pezzi', values: asked, shown: '1234 pezzi' },
  hash_is_a_sign: { message: '# {price}', values: asked, shown: '# € 5,00' },
  plural: { message: '{count, plural, one {un pezzo} other {# pezzi}}', values: asked, shown: '1234 pezzi' },
  quoted: { message: "l''isola '{price}'", values: asked, shown: "l'isola {price}" },
  spaced: { message: '{ price }', values: asked, shown: '€ 5,00' },
  value_is_missing: { message: 'Costa {cost}.', values: asked, shown: 'shop.value_is_missing' },
  no_values: { message: 'Costa {price}.', shown: 'Costa {price}.' },
}

for (const [key, { message, values, shown }] of Object.entries(samples)) {
  test(`${key}: ${message}`, () => {
    const translate = ours({ [key]: message })
    assert.equal(translate(key, values), shown)
    // Asked again: what was remembered says the same.
    assert.equal(translate(key, values), shown)
  })
}

test('whoever fills in, it reads the same as ICU', () => {
  const piece = fc.constantFrom(
    'Costa ',
    '{price}',
    '{name}',
    ' per ',
    '#',
    '{count}',
    "'",
    "''",
    '{',
    '<b>',
    '{at}',
    '10 %',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const messages = { sample: pieces.join('') }
      assert.equal(ours(messages)('sample', asked), byIcu(messages)('shop.sample', asked))
    }),
    { numRuns: 100 },
  )
})

test('a key that is missing shows itself', () => {
  assert.equal(ours({})('nowhere.to.be.found'), 'shop.nowhere.to.be.found')
})

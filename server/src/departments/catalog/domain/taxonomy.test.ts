import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { placedBy, taxonomyOf, TaxonomySearch, type Placing } from './taxonomy.ts'

const shopify = taxonomyOf([
  ['hg', '', '536', 'Home & Garden', 'Casa e giardino'],
  ['hg-1', 'hg', '638', 'Kitchen & Dining', 'Cucina e pranzo'],
  ['hg-1-1', 'hg-1', '2169', 'Mugs', 'Tazze'],
  ['hg-1-2', 'hg-1', '2169', 'Travel Mugs'],
  ['hb', '', '469', 'Health'],
  ['hb-1', 'hb', '8531', 'Shaving Bowls & Mugs', 'Ciotole da barba'],
  ['se', '', '', 'Services', 'Servizi'],
])

describe('a category of the world is found by words', () => {
  const found = (locale: string, asked: string) =>
    new TaxonomySearch(shopify, locale).find(asked, 3).map(({ id }) => id)
  const cases: readonly (readonly [locale: string, asked: string, ids: string])[] = [
    ['en', 'mugs', 'hg-1-1 hg-1-2 hb-1'],
    ['en', 'Mug', 'hg-1-1 hg-1-2 hb-1'],
    ['en', 'kitchen mugs', 'hg-1-1 hg-1-2'],
    ['en', 'mugs kitchen', 'hg-1-1 hg-1-2'],
    ['en', 'trav mug', 'hg-1-2'],
    ['it', 'tazza', 'hg-1-1'],
    ['it', 'CUCINA', 'hg-1 hg-1-1 hg-1-2'],
    // What has no name in the language is found by the English one.
    ['it', 'travel', 'hg-1-2'],
    ['id', 'mugs', 'hg-1-1 hg-1-2 hb-1'],
    // Of words that are said nowhere together, each by itself.
    ['en', 'Venetian mugs', 'hg-1-1 hg-1-2 hb-1'],
    ['en', 'murano glass', ''],
    ['en', ' ?! ', ''],
  ]
  for (const [locale, asked, ids] of cases) {
    test(`${locale} "${asked}": ${ids || 'nothing'}`, () => assert.equal(found(locale, asked).join(' '), ids))
  }
})

describe('the nearest that says something is heard', () => {
  const nothing: Placing = { taxonomyId: null, googleId: null }
  const mugs: Placing = { taxonomyId: 'hg-1-1', googleId: null }
  const services: Placing = { taxonomyId: 'se', googleId: null }
  const own: Placing = { taxonomyId: null, googleId: '6049' }
  const cases: readonly (readonly [what: string, way: readonly Placing[], expected: string])[] = [
    ['nobody says anything', [nothing, nothing], 'null null'],
    ['itself', [mugs, services], 'hg-1-1@0 2169@0'],
    ['the one above', [nothing, mugs], 'hg-1-1@1 2169@1'],
    ['a Google category of its own goes before Shopify’s meaning', [own, mugs], 'hg-1-1@1 6049@0 chosen'],
    ['both of its own', [{ taxonomyId: 'hb-1', googleId: '6049' }, mugs], 'hb-1@0 6049@0 chosen'],
    ['what Google does not have is looked for above', [services, mugs], 'se@0 2169@1'],
    ['what Google does not have at all', [services], 'se@0 null'],
    ['what is in no taxonomy any more says nothing to Google', [{ taxonomyId: 'gone', googleId: null }], 'gone@0 null'],
  ]
  for (const [what, way, expected] of cases) {
    test(what, () => {
      const placed = placedBy(
        way.map((one, by) => ({ ...one, by })),
        shopify,
      )
      const said = (id: string | null, from: number | null) => (id === null ? 'null' : `${id}@${from}`)
      const google = said(placed.googleId, placed.googleFrom) + (placed.googleChosen ? ' chosen' : '')
      assert.equal(`${said(placed.taxonomyId, placed.taxonomyFrom)} ${google}`, expected)
    })
  }
})

/** What is shipped of the taxonomies: whole, connected, and the same as what was published. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { fixture } from '../../../../../tests/fixtures/fixtures.ts'
import { pathOf } from '../domain/taxonomy.ts'
import { loadTaxonomy, searchTaxonomy } from './taxonomies.ts'

const [shopify, google] = await Promise.all([loadTaxonomy('shopify'), loadTaxonomy('google')])
const published = (path: string) => {
  const file = fixture(`catalogue/${path}.txt.gz`)
  return { skip: file.skip, lines: () => gunzipSync(readFileSync(file.path)).toString('utf8').split('\n') }
}

describe('what is shipped', () => {
  test('is a tree: every category lies below another or at the top', () => {
    assert.equal(shopify.size, 10_595)
    assert.equal(google.size, 5_582)
    for (const [id, node] of shopify)
      assert.equal(node.above?.id ?? '', id.includes('-') ? id.slice(0, id.lastIndexOf('-')) : '')
    assert.equal([...google.values()].filter(({ above }) => above === undefined).length, 21)
  })

  test('every category of Shopify’s is one of Google’s, but services, of which Google has none', () => {
    const without = [...shopify.values()].filter(({ googleId }) => googleId === '')
    for (const { googleId } of shopify.values()) assert.ok(googleId === '' || google.has(googleId), googleId)
    assert.deepEqual([...new Set(without.map(({ id }) => id.split('-')[0]))].toSorted(), ['bu', 'na', 'pa', 'se'])
    assert.ok(without.length < 80)
  })

  test('is found in the reader’s language', async () => {
    const first = async (search: string, locale: string) => (await searchTaxonomy('shopify', search, locale))[0]
    assert.deepEqual((await first('tazze', 'it'))?.path, [
      'Casa e giardino',
      'Cucina e pranzo',
      'Stoviglie',
      'Bicchieri',
      'Tazze',
    ])
    assert.equal((await first('tote bags', 'en'))?.id, 'lb-13')
    assert.deepEqual((await first('mugs', 'id'))?.google, {
      id: '2169',
      path: ['Home & Garden', 'Kitchen & Dining', 'Tableware', 'Drinkware', 'Mugs'],
    })
    assert.equal((await searchTaxonomy('google', 'tazze', 'it'))[0]?.id, '2169')
  })
})

describe('what was published', () => {
  const languages = [
    ['en', 'en-US'],
    ['it', 'it-IT'],
    ['es', 'es-ES'],
  ] as const
  for (const [language, region] of languages) {
    const theirs = published(`shopify-taxonomy-2025-01/${language}/categories`)
    test(`Shopify’s names in ${language}`, { skip: theirs.skip }, () => {
      let seen = 0
      for (const line of theirs.lines()) {
        const [, id = '', path = ''] = /^gid:\/\/shopify\/TaxonomyCategory\/(\S+)\s*: (.*)$/.exec(line) ?? []
        const node = shopify.get(id)
        // The translations are older: some of what they name is no more.
        if (node) assert.equal(pathOf(node, language).join(' > '), path.trim())
        if (node) seen++
      }
      assert.ok(seen > 10_000)
    })

    const list = published(`google-taxonomy/taxonomy-with-ids.${region}`)
    test(`Google’s names in ${language}`, { skip: list.skip }, () => {
      let same = 0
      let seen = 0
      for (const line of list.lines()) {
        const [, id = '', path = ''] = /^(\d+) - (.*)$/.exec(line) ?? []
        const node = google.get(id)
        // The lists in Italian and Spanish are older: what was moved since is shown where it lies now.
        if (node) seen++
        if (node && pathOf(node, language).at(-1) === path.split(' > ').at(-1)?.trim()) same++
      }
      assert.ok(seen > 5_000)
      assert.equal(same, seen)
    })
  }

  const mapping = published('shopify-taxonomy-2025-01/en/to_google_2021-09-21')
  test('its meaning at Google', { skip: mapping.skip }, () => {
    const byPath = new Map([...shopify.values()].map((node) => [pathOf(node, 'en').join(' > '), node]))
    const [lines, told] = [mapping.lines(), { same: 0, other: [] as string[] }]
    for (const [at, line] of lines.entries()) {
      if (!line.startsWith('→ ')) continue
      const wanted = lines[at + 1]?.slice(2).trim() ?? ''
      const there = google.get(byPath.get(line.slice(2).trim())?.googleId ?? '')
      if (there && pathOf(there, 'en').join(' > ') === wanted) told.same++
      else told.other.push(wanted)
    }
    assert.ok(told.same > 10_000)
    // Google took "American" out of the names of that football, and has one word of it less.
    assert.deepEqual(
      told.other.filter((path) => !path.includes('American Football')),
      [],
    )
  })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mergeEdits, partAt, settle } from './merge-edits.ts'

const NAMES = { en: 'Scarf', it: 'Sciarpa' }

test('two people edit one record', () => {
  const cases: [what: string, base: object, mine: object, theirs: object, left: object, clashes: string[]][] = [
    ['only I changed it', { vendor: 'A' }, { vendor: 'B' }, { vendor: 'A' }, { vendor: 'B' }, []],
    ['only they changed it', { vendor: 'A', code: '1' }, {}, { vendor: 'B', code: '1' }, {}, []],
    ['each another field', { a: '1', b: '1' }, { a: '2' }, { a: '1', b: '2' }, { a: '2' }, []],
    ['both the same change', { a: '1' }, { a: '2' }, { a: '2' }, {}, []],
    ['both another change', { a: '1' }, { a: '2' }, { a: '3' }, { a: '2' }, ['a']],
    ['I took it back', { a: '1' }, { a: '1' }, { a: '3' }, {}, []],
    ['both filled what was empty', { a: null }, { a: '2' }, { a: '3' }, { a: '2' }, ['a']],
    ['empty is empty, however it is said', { a: null }, { a: '' }, { a: '3' }, {}, []],
    [
      'each another language',
      { names: NAMES },
      { names: { ...NAMES, it: 'Foulard' } },
      { names: { ...NAMES, en: 'Shawl' } },
      { names: { en: 'Shawl', it: 'Foulard' } },
      [],
    ],
    [
      'the same language',
      { names: NAMES },
      { names: { ...NAMES, it: 'Foulard' } },
      { names: { en: 'Shawl', it: 'Scialle' } },
      { names: { en: 'Shawl', it: 'Foulard' } },
      ['names.it'],
    ],
    [
      'a language that I emptied and they left alone',
      { names: NAMES },
      { names: { en: 'Scarf' } },
      { names: { en: 'Shawl', it: 'Sciarpa' } },
      { names: { en: 'Shawl', it: undefined } },
      [],
    ],
    ['lists are one thing', { tags: ['a'] }, { tags: ['a', 'b'] }, { tags: ['c'] }, { tags: ['a', 'b'] }, ['tags']],
    [
      'so is money',
      { price: { amount: 1, currency: 'EUR' } },
      { price: { amount: 2, currency: 'EUR' } },
      { price: { amount: 1, currency: 'USD' } },
      { price: { amount: 2, currency: 'EUR' } },
      ['price'],
    ],
    [
      'amounts are merged by currency',
      { prices: { EUR: 1 } },
      { prices: { EUR: 2 } },
      { prices: { EUR: 1, IDR: 5 } },
      { prices: { EUR: 2, IDR: 5 } },
      [],
    ],
  ]
  for (const [what, base, mine, theirs, left, clashes] of cases) {
    const merged = mergeEdits({ base: { ...base }, mine: { ...mine }, theirs: { ...theirs } })
    assert.deepEqual(merged.mine, left, what)
    assert.deepEqual(
      merged.clashes.map(({ path }) => path),
      clashes,
      what,
    )
  }
})

test('a clash is settled for the part that it is about', () => {
  const { mine, clashes } = mergeEdits({
    base: { names: NAMES },
    mine: { names: { en: 'Stole', it: 'Foulard' } },
    theirs: { names: { en: 'Shawl', it: 'Scialle' } },
  })
  const [english, italian] = clashes
  assert.ok(english && italian)
  const settled = settle(settle(mine, english, 'theirs'), italian, 'mine')
  assert.deepEqual(settled, { names: { en: 'Shawl', it: 'Foulard' } })
  assert.equal(partAt(settled, 'names.it'), 'Foulard')
})

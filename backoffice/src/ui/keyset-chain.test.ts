import assert from 'node:assert/strict'
import { test } from 'node:test'
import { learn, pagesOf, pagesRead, rowsIn, UNREAD, type Chain, type Stretch } from './keyset-chain.ts'

const rows = (count: number) => Array.from({ length: count })
const page = (count: number, nextCursor: string | null) => ({ items: rows(count), nextCursor })

/** `start 100 | a 100 | b ?`: after which cursor, how many rows; `b<a` was `a` before. */
function told(chain: Chain): string {
  return chain
    .map(({ after = 'start', size = '?', before }) => `${after}${before === undefined ? '' : `<${before}`} ${size}`)
    .join(' | ')
}

const three = [page(100, 'a'), page(100, 'b'), page(40, null)].reduce((chain, one, at) => learn(chain, at, one), UNREAD)
const two = learn(learn(UNREAD, 0, page(100, 'a')), 1, page(100, 'b'))

const cases: readonly (readonly [
  what: string,
  chain: Chain,
  at: number,
  read: ReturnType<typeof page>,
  then: string,
])[] = [
  ['the first page names the second', UNREAD, 0, page(100, 'a'), 'start 100 | a ?'],
  ['a list of one page is whole', UNREAD, 0, page(7, null), 'start 7'],
  ['nothing at all', UNREAD, 0, page(0, null), 'start 0'],
  ['the last page ends it', two, 2, page(40, null), 'start 100 | a 100 | b 40'],
  ['a row came above: the next page follows', three, 0, page(100, 'x'), 'start 100 | x<a 100 | b 40'],
  ['rows went: what was behind is gone', three, 1, page(3, null), 'start 100 | a 3'],
  ['the last page has grown beyond itself', three, 2, page(100, 'c'), 'start 100 | a 100 | b 100 | c ?'],
  ['a page that nobody knows', UNREAD, 4, page(1, null), 'start ?'],
]

for (const [what, chain, at, read, then] of cases) {
  test(`a chain of pages: ${what}`, () => assert.equal(told(learn(chain, at, read)), then))
}

test('a page that says nothing new leaves the very same chain', () => {
  assert.equal(learn(three, 1, page(100, 'b')), three)
  assert.equal(learn(three, 2, page(40, null)), three)
})

test('rows and pages are counted as far as they were read', () => {
  assert.deepEqual([rowsIn(UNREAD), rowsIn(two), rowsIn(three)], [0, 200, 240])
  assert.deepEqual([pagesRead(UNREAD), pagesRead(two), pagesRead(three)], [0, 2, 3])
})

const stretches: readonly (readonly [rows: Stretch, pages: Stretch])[] = [
  [
    { from: 0, to: 0 },
    { from: 0, to: 0 },
  ],
  [
    { from: 95, to: 99 },
    { from: 0, to: 0 },
  ],
  [
    { from: 99, to: 100 },
    { from: 0, to: 1 },
  ],
  [
    { from: -100, to: 250 },
    { from: 0, to: 2 },
  ],
  [
    { from: 239, to: 900 },
    { from: 2, to: 2 },
  ],
  [
    { from: 500, to: 900 },
    { from: 2, to: 2 },
  ],
]

for (const [some, pages] of stretches) {
  test(`rows ${some.from} to ${some.to} stand on pages ${pages.from} to ${pages.to}`, () =>
    assert.deepEqual(pagesOf(three, some), pages))
}

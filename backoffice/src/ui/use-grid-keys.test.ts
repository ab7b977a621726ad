import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCells } from './use-grid-keys.ts'

const cases: readonly (readonly [what: string, text: string, cells: readonly (readonly string[])[]])[] = [
  ['nothing', '', []],
  ['one cell', 'Mug', [['Mug']]],
  ['a column with the last line ended', '1\r\n2\r\n', [['1'], ['2']]],
  ['an empty cell between two', 'a\t\tb', [['a', '', 'b']]],
  ['an empty line between two', 'a\n\nb', [['a'], [''], ['b']]],
  [
    'a cell that ends a line empty',
    'a\t\nb\t',
    [
      ['a', ''],
      ['b', ''],
    ],
  ],
  ['quotes around lines and tabs', '"two\nlines"\t"a ""b"""', [['two\nlines', 'a "b"']]],
]

for (const [what, text, cells] of cases) {
  test(`what a spreadsheet copies: ${what}`, () => assert.deepEqual(readCells(text), cells))
}

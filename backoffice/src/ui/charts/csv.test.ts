import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvOf } from './csv.ts'

const line = (...cells: (string | number)[]) => csvOf([cells]).slice(1, -2)

const CASES: [cell: string | number, written: string][] = [
  ['Mug', 'Mug'],
  ['Mug, blue', '"Mug, blue"'],
  ['say "hi"', '"say ""hi"""'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', `"'=1+1"`],
  ['+39 041', `"'+39 041"`],
  ['-5', `"'-5"`],
  [-5, '-5'],
  [12.5, '12.5'],
  ['@sum', `"'@sum"`],
  [' =cmd', `"' =cmd"`],
  ['\t=cmd', `"'\t=cmd"`],
  ['a;b', '"a;b"'],
  ['2026-11-22', '2026-11-22'],
]
for (const [cell, written] of CASES) test(`csv: ${JSON.stringify(cell)}`, () => assert.equal(line(cell), written))

test('rows end with CR LF, and the file says that it is UTF-8', () => {
  assert.equal(
    csvOf([
      ['a', 1],
      ['b', 2],
    ]),
    '\uFEFFa,1\r\nb,2\r\n',
  )
})

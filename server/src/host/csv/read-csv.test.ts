import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { readCsv } from './read-csv.ts'

async function read(text: string) {
  const table = await readCsv(text)
  return 'rows' in table
    ? table.rows.map(({ line, cells }) => `${line}: ${cells.join('|')}`)
    : `flaw in ${table.flawLine}`
}

describe('reading CSV', () => {
  const TEXTS: [string, string, string[] | string][] = [
    ['nothing', '', []],
    ['a byte-order mark', '\ufeffa,b\n1,2', ['1: a|b', '2: 1|2']],
    ['CRLF', 'a,b\r\n1,2\r\n', ['1: a|b', '2: 1|2']],
    ['old Macintosh line ends', 'a,b\r1,2\r', ['1: a|b', '2: 1|2']],
    ['a cell over several lines', 'a,b\r\n"1\r\n2\r\n3",x\r\n4,5', ['1: a|b', '2: 1\n2\n3|x', '5: 4|5']],
    ['empty lines', '\n\na,b\n\n1,2\n', ['3: a|b', '5: 1|2']],
    ['quotes inside quotes', 'a\n"say ""hi"""', ['1: a', '2: say "hi"']],
    ['short and long rows', 'a,b\n1\n1,2,3', ['1: a|b', '2: 1', '3: 1|2|3']],
    ['a quote that never closes', 'a\n"b\nc', 'flaw in 3'],
    ['a quote inside a plain cell', 'a\nx"y"', 'flaw in 2'],
    ['text after a closing quote', 'a\n"x"y', 'flaw in 2'],
    ['a NUL', 'a\nb\nc\0', 'flaw in 3'],
    ['half a surrogate pair', 'a\n\ud800', 'flaw in 2'],
  ]
  for (const [name, text, expected] of TEXTS) {
    test(name, async () => assert.deepEqual(await read(text), expected))
  }

  test('rows are counted as a spreadsheet does, lines as an editor does', async () => {
    const table = await readCsv('a,b\n"1\n2",x\n\n3,y')
    assert.ok('rows' in table)
    assert.deepEqual(
      table.rows.map(({ row, line }) => [row, line]),
      [
        [1, 1],
        [2, 2],
        [4, 5],
      ],
    )
  })

  test('what is longer than a slice is read whole', async () => {
    const long = Array.from({ length: 30_000 }, (_, row) => `${row},"cell, ${row}"`).join('\n')
    const table = await readCsv(long)
    assert.ok('rows' in table)
    assert.equal(table.rows.length, 30_000)
    assert.deepEqual(table.rows.at(-1), { row: 30_000, line: 30_000, cells: ['29999', 'cell, 29999'] })
  })

  test('a character across the border of two slices stays whole', async () => {
    const text = `a${'😀'.repeat(40_000)}`
    const table = await readCsv(text)
    assert.ok('rows' in table)
    assert.equal(table.rows[0]?.cells[0], text)
  })

  test('a flaw far behind the first slice ends the reading', { timeout: 5_000 }, async () => {
    assert.deepEqual(await readCsv(`a\n"b"c\n${'x,y\n'.repeat(200_000)}`), { flawLine: 2 })
  })

  test('what was written comes back', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { minLength: 1 }),
        async (cells) => {
          const clean = cells.map((row) => row.map((cell) => cell.replaceAll(/[\0\r]/g, '')))
          const text = clean.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')
          const table = await readCsv(text)
          assert.ok('rows' in table)
          assert.deepEqual(
            table.rows.map((row) => row.cells),
            clean,
          )
        },
      ),
    ))

  test('anything at all gives rows or a flaw', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
        const table = await readCsv(text)
        assert.ok('rows' in table || table.flawLine >= 1)
      }),
    ))
})

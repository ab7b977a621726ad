import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { buildWorkbook } from '../lists/workbook.ts'
import { readTable } from './read-table.ts'

async function cellsOf(file: string | Uint8Array): Promise<string[] | string> {
  const table = await readTable(file)
  return 'rows' in table
    ? table.rows.map(({ row, cells }) => `${row}: ${cells.join('|')}`)
    : `flaw in ${table.flawLine}`
}

describe('tables as people keep them', () => {
  const FILES: readonly [string, string | Uint8Array, string[] | string][] = [
    ['semicolons', 'a;b\n1,5;2', ['1: a|b', '2: 1,5|2']],
    ['tabs', 'a\tb\n1\t2', ['1: a|b', '2: 1|2']],
    ['semicolons inside quotes are text', '"a;b;c",d\n1,2', ['1: a;b;c|d', '2: 1|2']],
    ['UTF-8 as bytes', Buffer.from('caffè,b\n1,2'), ['1: caffè|b', '2: 1|2']],
    ['western Windows', Buffer.from('caff\xe8,b\n1,2', 'latin1'), ['1: caffè|b', '2: 1|2']],
    ['UTF-16', Buffer.from('\ufeffcaffè,b\n1,2', 'utf16le'), ['1: caffè|b', '2: 1|2']],
    ['an archive that is no workbook', Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(40)]), 'flaw in 1'],
    ['records of JSON', '[{"a":1,"b":{"c":"x"}},{"a":"two","d":["p","q"]}]', ['1: a|b.c|d', '2: 1|x', '3: two||p, q']],
    ['records one a line', '{"a":"{"}\n{"a":"\\""}\n', ['1: a', '2: {', '3: "']],
    ['a record that never ends', '{"a":1}\n{"a":', 'flaw in 2'],
    ['a record that is none', '{"a":1}\n{a}', 'flaw in 2'],
  ]
  for (const [what, file, expected] of FILES) {
    test(what, async () => assert.deepEqual(await cellsOf(file), expected))
  }
})

/** The smallest workbook that others write: one sheet, its strings beside it or inside. */
function workbook(sheet: string, shared = ''): Uint8Array {
  const open = `xmlns="${SHEETS_XML}" xmlns:x="${SHEETS_XML}" xmlns:r="${OFFICE}"`
  return zip({
    'xl/workbook.xml': `<workbook ${open}><sheets><sheet name="a" sheetId="1" r:id="rId7"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId7" Type="${OFFICE}/worksheet" Target="worksheets/first.xml"/><Relationship Id="rId8" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/first.xml': `<worksheet ${open}><sheetData>${sheet}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst ${open}>${shared}</sst>`,
  })
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const SHEETS_XML = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

function zip(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])))
}

describe('workbooks', () => {
  const SHEETS: readonly [string, string, string, string[]][] = [
    [
      'shared strings in runs',
      '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
      '<si><r><t>a</t></r><r><t xml:space="preserve"> b</t></r><rPh><t>no</t></rPh></si>',
      ['1: a b'],
    ],
    [
      'strings inside the cell',
      '<row r="2"><c r="B2" t="inlineStr"><is><t>x &amp; &#233;</t></is></c></row>',
      '',
      ['2: |x & é'],
    ],
    [
      'numbers as people see them',
      '<row r="1"><c r="A1"><v>19.989999999999998</v></c><c r="B1"><v>9.78043902348E+12</v></c><c r="C1"><v>1E-3</v></c></row>',
      '',
      ['1: 19.99|9780439023480|0.001'],
    ],
    [
      'truth, errors, formulas',
      '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#N/A</v></c><c r="C1" t="str"><f>A1</f><v>told</v></c></row>',
      '',
      ['1: TRUE||told'],
    ],
    [
      'empty rows between',
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"/><row r="5"><c r="AA5"><v>2</v></c></row>',
      '',
      ['1: 1', `5: ${'|'.repeat(26)}2`],
    ],
    ['a prefix of its own', '<x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row>', '', ['1: 7']],
  ]
  for (const [what, sheet, shared, expected] of SHEETS) {
    test(what, async () => assert.deepEqual(await cellsOf(workbook(sheet, shared)), expected))
  }

  for (const [what, told] of [
    ['what unfolds to more than a person would send is no workbook', 300_000_000],
    ['nor is what says that it unfolds to little, and does not', 1000],
  ] as const) {
    test(what, async () => {
      const sheet = `<row r="1"><c r="A1" t="str"><v>${'a'.repeat(3_000_000)}</v></c></row>`
      const book = Buffer.from(workbook(sheet))
      for (let at = 0; at < book.length - 4; at++) {
        const size = book.readUInt32LE(at)
        if (size > sheet.length && size < sheet.length + 1000) book.writeUInt32LE(told, at)
      }
      assert.equal(await cellsOf(book), 'flaw in 1')
    })
  }

  test('what we write comes back', async () => {
    const cells = [
      ['=1+1', "it's", 'a\nb', '', 'ß 茶', '007', '12.50'],
      ['x', '', '', '', '', '', '<&>"'],
    ]
    const rows = cells.map((row) => row.map((text) => ({ kind: 'text' as const, text })))
    const headings = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    const table = await readTable(await buildWorkbook({ name: 'n', headings, rows }))
    assert.ok('rows' in table)
    assert.deepEqual(
      table.rows.slice(1).map((row) => row.cells),
      cells,
    )
  })

  test('any bytes at all give rows or a flaw', () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (noise) => {
        const begun = Buffer.concat([Buffer.from('PK\x03\x04'), noise])
        for (const bytes of [noise, begun, Buffer.concat([workbook('<row>'), noise])]) {
          const table = await readTable(bytes)
          assert.ok('rows' in table || table.flawLine >= 1)
        }
      }),
    ))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Column } from '../column.ts'
import { rowsAfter, takenBack } from './batch.ts'

interface Row {
  readonly id: string
  readonly price: string
  readonly before: string
}

const column = (key: 'price' | 'before'): Column<Row> => ({
  id: key,
  header: key,
  cell: () => null,
  editor: {
    text: (row) => row[key],
    check: (text) => (key === 'price' && text === '' ? 'missing' : undefined),
    apply: (row, text) => ({ ...row, [key]: text }),
    save: async () => ({}),
  },
})
const [price, before] = [column('price'), column('before')]
const mug: Row = { id: 'mug', price: '12', before: '' }
const jug: Row = { id: 'jug', price: '', before: '' }
const idOf = ({ id }: Row) => id

test('two cells of one row make one row', () => {
  const after = rowsAfter(
    [
      { row: mug, column: price, text: '10' },
      { row: mug, column: before, text: '12' },
    ],
    idOf,
  )
  assert.deepEqual([...after.values()], [{ id: 'mug', price: '10', before: '12' }])
})

test('taking back begins with the rows as they are now, and leaves out what cannot be empty again', () => {
  const back = takenBack(
    [
      { row: mug, column: price, text: '10' },
      { row: mug, column: before, text: '12' },
      { row: jug, column: price, text: '20' },
    ],
    idOf,
  )
  assert.deepEqual(
    back.map(({ row, column: { id }, text }) => [row.id, row.price, id, text]),
    [
      ['mug', '10', 'price', '12'],
      ['mug', '10', 'before', ''],
    ],
  )
})

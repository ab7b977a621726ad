import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Problem } from '../../client/problem.ts'
import type { Loaded, RecordState } from './record-state.ts'
import { saveMerging, type Sent } from './save-merging.ts'

const problem = (code: string) => new Problem({ title: '', status: 409, code, detail: '', remedy: '', requestId: '' })
const edited: RecordState = { base: { values: { vendor: 'A', code: '1' }, version: 1 }, mine: { vendor: 'B' } }

/** A house that holds a record at some version, and into which others save behind one's back. */
function aHouse(record: { vendor: string; code: string }, version: number) {
  const sent: Sent[] = []
  const seen: Loaded[] = []
  return {
    sent,
    seen,
    save: async (one: Sent) => {
      sent.push(one)
      if (one.version !== version) throw problem('catalog.version_conflict')
      return { version: version + 1 }
    },
    reread: async () => ({ values: record, version }),
    onTheirs: (theirs: Loaded) => void seen.push(theirs),
  }
}

test('what nobody else touched is saved at once', async () => {
  const house = aHouse({ vendor: 'A', code: '1' }, 1)
  assert.deepEqual(await saveMerging(edited, house), { values: { vendor: 'B', code: '1' }, version: 2 })
  assert.deepEqual(house.sent, [{ values: { vendor: 'B', code: '1' }, changes: { vendor: 'B' }, version: 1 }])
})

test('another field saved by somebody else is kept, without a question', async () => {
  const house = aHouse({ vendor: 'A', code: '2' }, 5)
  assert.deepEqual(await saveMerging(edited, house), { values: { vendor: 'B', code: '2' }, version: 6 })
  assert.deepEqual(house.sent.at(-1), { values: { vendor: 'B', code: '2' }, changes: { vendor: 'B' }, version: 5 })
})

test('the same change by somebody else needs no saving', async () => {
  const house = aHouse({ vendor: 'B', code: '1' }, 5)
  assert.deepEqual(await saveMerging(edited, house), { values: { vendor: 'B', code: '1' }, version: 5 })
  assert.equal(house.sent.length, 1)
})

test('the same field changed otherwise is asked, never overwritten', async () => {
  const house = aHouse({ vendor: 'Z', code: '1' }, 5)
  assert.equal(await saveMerging(edited, house), undefined)
  assert.equal(house.sent.length, 1)
  assert.deepEqual(house.seen, [{ values: { vendor: 'Z', code: '1' }, version: 5 }])
})

test('a record that is never still is given up, and any other refusal is told', async () => {
  let version = 1
  const restless = {
    ...aHouse({ vendor: 'A', code: '1' }, 0),
    reread: async () => ({ values: { vendor: 'A', code: String(version) }, version: ++version }),
  }
  await assert.rejects(saveMerging(edited, restless), { code: 'catalog.version_conflict' })
  assert.equal(restless.sent.length, 4)
  const refusing = {
    ...aHouse({ vendor: 'A', code: '1' }, 1),
    save: () => Promise.reject(problem('catalog.sku_taken')),
  }
  await assert.rejects(saveMerging(edited, refusing), { code: 'catalog.sku_taken' })
  const { reread: _none, ...blind } = aHouse({ vendor: 'A', code: '1' }, 5)
  await assert.rejects(saveMerging(edited, { ...blind, reread: undefined }), { code: 'catalog.version_conflict' })
})

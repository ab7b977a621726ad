import assert from 'node:assert/strict'
import { test } from 'node:test'
import { afterSave, onTopOf, refreshed, settled, valuesOf, withEdit, type RecordState } from './record-state.ts'

const start: RecordState = { base: { values: { vendor: 'A', code: '1' }, version: 3 }, mine: {} }

test('a field that is typed back is not changed', () => {
  const edited = withEdit(start, 'vendor', 'B')
  assert.deepEqual(edited.mine, { vendor: 'B' })
  assert.deepEqual(withEdit(edited, 'vendor', 'A').mine, {})
})

test('one person who saves twice never meets a conflict, however late the list comes in', () => {
  const saved: RecordState = { base: { values: { vendor: 'B', code: '1' }, version: 4 }, mine: {} }
  const typing = withEdit(saved, 'vendor', 'C')
  // The record as it was before the first save arrives last.
  const late = refreshed(typing, { values: { vendor: 'A', code: '1' }, version: 3 })
  assert.deepEqual([valuesOf(late).vendor, late.base.version, late.conflict], ['C', 4, undefined])
  const own = refreshed(typing, { values: { vendor: 'B', code: '1' }, version: 4 })
  assert.deepEqual([valuesOf(own).vendor, own.base.version, own.conflict], ['C', 4, undefined])
})

test('what is typed while it is being saved is not lost', () => {
  const sent = withEdit(start, 'vendor', 'B')
  const base = { values: valuesOf(sent), version: 4 }
  assert.deepEqual(afterSave(sent, base), { base, mine: {} })
  assert.deepEqual(afterSave(withEdit(sent, 'vendor', 'C'), base), { base, mine: { vendor: 'C' } })
  assert.deepEqual(afterSave(withEdit(sent, 'code', '9'), base), { base, mine: { code: '9' } })
})

test('another person’s change appears in the fields that nobody touches here', () => {
  const typing = withEdit(start, 'vendor', 'B')
  const live = refreshed(typing, { values: { vendor: 'A', code: '2' }, version: 4 })
  assert.deepEqual(valuesOf(live), { vendor: 'B', code: '2' })
  assert.equal(live.base.version, 4)
  const both = refreshed(typing, { values: { vendor: 'Z', code: '1' }, version: 4 })
  assert.deepEqual([valuesOf(both).vendor, both.base.version], ['B', 3], 'asked when it is saved, not while typing')
})

test('a conflict waits for its choices and is saved against their version', () => {
  const typing = withEdit(withEdit(start, 'vendor', 'B'), 'code', '9')
  const open = onTopOf(typing, { values: { vendor: 'Z', code: '1' }, version: 4 })
  assert.deepEqual(open.conflict?.clashes, [{ path: 'vendor', mine: 'B', theirs: 'Z' }])
  assert.equal(refreshed(open, { values: {}, version: 9 }), open)
  const theirs = settled(open, { vendor: 'theirs' })
  assert.deepEqual([theirs.mine, theirs.base.version], [{ code: '9' }, 4])
  assert.deepEqual(settled(open, { vendor: 'mine' }).mine, { vendor: 'B', code: '9' })
})

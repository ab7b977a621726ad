import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decideView, viewDifferences, type SavedView, type Sharer, type ViewChange } from './saved-view.ts'

const view: SavedView = {
  id: 'v',
  staffId: 's',
  screen: 'orders',
  name: 'Mine',
  query: { sort: '-total' },
  sharedWithRole: null,
  position: 0,
  version: 3,
}
const picker: Sharer = { roles: ['picker'], managesStaff: false }
const manager: Sharer = { roles: [], managesStaff: true }
const shared: SavedView = { ...view, sharedWithRole: 'buyer' }

const CASES: [what: string, before: SavedView, change: ViewChange, who: Sharer, verdict: string][] = [
  ['a new name', view, { name: ' Late ' }, picker, 'ok'],
  ['no name', view, { name: '  ' }, picker, 'people.view_name_missing'],
  ['no name and too large', view, { name: '', query: { x: 'y'.repeat(9_000) } }, picker, 'people.view_name_missing'],
  ['a query that is a document', view, { query: { x: 'y'.repeat(9_000) } }, picker, 'people.view_too_large'],
  ['for the own role', view, { sharedWithRole: 'picker' }, picker, 'ok'],
  ["for another's role", view, { sharedWithRole: 'buyer' }, picker, 'people.not_your_role'],
  ["for another's role, by who manages staff", view, { sharedWithRole: 'buyer' }, manager, 'ok'],
  ['kept as it was shared when the role was lost', shared, { name: 'x' }, picker, 'ok'],
  ['no longer shared', shared, { sharedWithRole: null }, picker, 'ok'],
]

for (const [what, before, change, who, verdict] of CASES) {
  test(`a view: ${what}: ${verdict}`, () => {
    const decided = decideView(before, change, who)
    assert.equal(decided.ok ? 'ok' : decided.refusal.code, verdict)
  })
}

test('the trail names what changed and keeps what was searched to itself', () => {
  const after = decideView(view, { name: 'Late', query: { search: 'Rossi' } }, picker)
  assert.ok(after.ok)
  assert.deepEqual([after.value.version, after.value.name], [4, 'Late'])
  assert.deepEqual(viewDifferences(view, after.value), [
    { field: 'name', before: 'Mine', after: 'Late' },
    { field: 'query' },
  ])
})

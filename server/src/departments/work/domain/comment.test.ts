import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decideDeletion, decideEdit, maySeeThread, type Comment } from './comment.ts'

const said: Comment = { id: 'c', threadId: 't', byId: 'ada', at: new Date('2026-11-22T10:00:00Z'), deletedAt: null }

for (const [who, at, deleted, edit, deletion] of [
  ['ada', '2026-11-22T10:15:00Z', null, 'ok', 'ok'],
  ['ada', '2026-11-22T10:15:01Z', null, 'too_late_to_edit', 'ok'],
  ['bruno', '2026-11-22T10:01:00Z', null, 'not_your_comment', 'not_your_comment'],
  ['ada', '2026-11-22T10:01:00Z', '2026-11-22T10:00:30Z', 'comment_deleted', 'comment_deleted'],
] as const) {
  test(`${who} at ${at}${deleted ? ', deleted' : ''}: ${edit}, ${deletion}`, () => {
    const comment = { ...said, deletedAt: deleted && new Date(deleted) }
    const verdict = (result: ReturnType<typeof decideEdit>) =>
      result.ok ? 'ok' : result.refusal.code.replace('work.', '')
    assert.equal(verdict(decideEdit(comment, who, new Date(at))), edit)
    assert.equal(verdict(decideDeletion(comment, who)), deletion)
  })
}

for (const [company, sharedWith, seesRecord, sees] of [
  [null, null, true, true],
  [null, null, false, false],
  [null, 'agency', true, true],
  [null, 'agency', false, false],
  ['agency', 'agency', false, true],
  ['agency', null, true, false],
  ['agency', 'vendor', true, false],
] as const) {
  test(`of ${company ?? 'the house'}, shared with ${sharedWith ?? 'nobody'}, ${seesRecord ? 'sees' : 'does not see'} the record: ${sees}`, () => {
    const thread = { id: 't', recordType: 'order', recordId: 'o', sharedWith }
    assert.equal(maySeeThread(thread, { id: 'x', name: 'X', companyId: company }, seesRecord), sees)
  })
}

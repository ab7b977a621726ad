import assert from 'node:assert/strict'
import { test } from 'node:test'
import { completes, judgeRefusal, mayDecide, mayWithdraw, type Approval, type Decision } from './approval.ts'

const now = new Date('2026-11-22T12:00:00Z')
const need = (id: string, roles: string[], approvals = 1) => ({
  source: 'rule',
  id,
  version: 1,
  note: '',
  roles,
  approvals,
})
const waiting: Approval = {
  id: 'a',
  state: 'pending',
  requesterId: 'rita',
  requirements: [need('r1', ['owner'])],
  decisions: [],
  expiresAt: new Date('2026-11-23T12:00:00Z'),
}
const by = (staffId: string, ...roles: string[]) => ({ staffId, roles })
const yes = (staffId: string, ...roles: string[]): Decision => ({ staffId, roles, verdict: 'approve' })
const both = { ...waiting, requirements: [need('r1', ['owner'], 2), need('r2', ['accountant'])] }

const verdict = (result: { ok: boolean; refusal?: { code: string } }) =>
  result.ok ? 'may' : (result.refusal?.code ?? '')

// In the order in which refusals speak: what is over, whose it is, what was said already, who is asked.
const cases: [what: string, Approval, ReturnType<typeof by>, string][] = [
  ['an owner', waiting, by('olga', 'owner'), 'may'],
  ['who asked, though an owner', waiting, by('rita', 'owner'), 'work.approval_own_request'],
  ['another role', waiting, by('carl', 'care_agent'), 'work.approval_not_yours'],
  ['nobody in particular', waiting, by('carl'), 'work.approval_not_yours'],
  [
    'the same twice',
    { ...both, decisions: [yes('olga', 'owner')] },
    by('olga', 'owner'),
    'work.approval_given_already',
  ],
  ['a second owner', { ...both, decisions: [yes('olga', 'owner')] }, by('otto', 'owner'), 'may'],
  [
    'a third owner, when two were enough',
    { ...both, decisions: [yes('olga', 'owner'), yes('otto', 'owner')] },
    by('oda', 'owner'),
    'work.approval_not_yours',
  ],
  ['settled', { ...waiting, state: 'refused' }, by('rita', 'owner'), 'work.approval_decided'],
  ['too late, by the second', { ...waiting, expiresAt: now }, by('olga', 'owner'), 'work.approval_expired'],
]
for (const [what, approval, decider, said] of cases) {
  test(`${what}: ${said}`, () => assert.equal(verdict(mayDecide(approval, decider, now)), said))
}

test('whoever fits two requirements meets both', () => {
  const approval = { ...waiting, requirements: [need('r1', ['owner']), need('r2', ['accountant', 'owner'])] }
  assert.equal(completes(approval, by('olga', 'owner')), true)
  assert.equal(completes(approval, by('anna', 'accountant')), false)
})

test('a refusal counts for nothing, and needs a reason', () => {
  const refused: Approval = { ...both, decisions: [{ ...yes('olga', 'owner'), verdict: 'refuse' }] }
  assert.equal(completes(refused, by('anna', 'accountant', 'owner')), false)
  assert.equal(
    verdict(judgeRefusal(waiting, by('olga', 'owner'), { reason: ' ', now })),
    'work.approval_reason_missing',
  )
  assert.equal(verdict(judgeRefusal(waiting, by('olga', 'owner'), { reason: 'Why', now })), 'may')
})

test('only who asked withdraws, and only while it waits', () => {
  assert.equal(verdict(mayWithdraw(waiting, 'rita', now)), 'may')
  assert.equal(verdict(mayWithdraw(waiting, 'olga', now)), 'work.approval_not_requester')
  assert.equal(verdict(mayWithdraw(waiting, undefined, now)), 'work.approval_not_requester')
  assert.equal(verdict(mayWithdraw({ ...waiting, state: 'approved' }, 'rita', now)), 'work.approval_decided')
})

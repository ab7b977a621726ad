import assert from 'node:assert/strict'
import { test } from 'node:test'
import { learnDispute, refusalToAnswer, type Dispute, type ProviderDispute } from './dispute.ts'

const at = new Date('2026-11-20T10:00:00Z')
const later = new Date('2026-12-01T10:00:00Z')
const taken = { ref: 'txn_1', amount: -1000n, fee: 1500n, currency: 'EUR', at }
const back = { ref: 'txn_2', amount: 1000n, fee: 0n, currency: 'EUR', at }

const truth = (changes: Partial<ProviderDispute> = {}): ProviderDispute => ({
  ...{
    id: 'du_1',
    paymentId: 'pi_1',
    reference: 'ours',
    inquiry: false,
    reason: 'fraudulent',
    state: 'needs_response',
  },
  ...{ amount: 1000n, currency: 'EUR', dueAt: later, answered: false, movements: [taken], openedAt: at },
  ...changes,
})

/** As it stands once these were told, one after the other. */
function told(...truths: ProviderDispute[]): Dispute | undefined {
  let known: Dispute | undefined
  for (const one of truths) {
    const learnt = learnDispute(known, one)
    known = {
      ...{
        id: 'd',
        reason: 'fraudulent',
        heldCurrency: 'EUR',
        todoId: null,
        askedFor: null,
        ownerId: null,
        answered: false,
      },
      ...{ inquiry: learnt.inquiry, state: learnt.state, amount: learnt.amount, dueAt: learnt.dueAt },
      ...{ withdrawn: learnt.withdrawn, fee: learnt.fee, writtenOff: (known?.writtenOff ?? 0n) + learnt.writeOff },
      knownRefs: new Set([...(known?.knownRefs ?? []), ...learnt.movements.map(({ ref }) => ref)]),
    }
  }
  return known
}

const steps: Record<string, ProviderDispute> = {
  asks: truth({ inquiry: true, movements: [] }),
  opens: truth(),
  waits: truth({ state: 'under_review' }),
  won: truth({ state: 'won', movements: [taken, back] }),
  lost: truth({ state: 'lost' }),
  leaves: truth({ inquiry: true, state: 'closed', movements: [] }),
}

for (const [story, end] of [
  ['opens', 'needs_response 1000 0'],
  ['asks', 'needs_response 0 0'],
  ['asks leaves', 'closed 0 0'],
  ['asks leaves opens', 'needs_response 1000 0'],
  ['opens waits won', 'won 0 0'],
  ['waits opens', 'under_review 1000 0'],
  ['won opens waits', 'won 0 0'],
  ['opens opens opens', 'needs_response 1000 0'],
  ['lost', 'lost 1000 1000'],
  ['lost opens lost', 'lost 1000 1000'],
  ['lost won', 'won 0 0'],
  ['asks lost', 'lost 1000 1000'],
] as const) {
  test(`${story}: ${end}`, () => {
    const { state, withdrawn, writtenOff } = told(...story.split(' ').map((step) => steps[step] ?? assert.fail())) ?? {}
    assert.equal(`${state} ${withdrawn} ${writtenOff}`, end)
  })
}

test('told again it is nothing new', () => {
  for (const step of Object.values(steps)) assert.equal(learnDispute(told(step), step).changed, false)
})

for (const [state, answered, due, code] of [
  ['needs_response', false, later, undefined],
  ['needs_response', false, null, undefined],
  ['needs_response', true, later, 'payments.dispute_answered'],
  ['under_review', false, later, 'payments.dispute_answered'],
  ['won', true, null, 'payments.dispute_ended'],
  ['needs_response', false, at, 'payments.dispute_too_late'],
] as const) {
  test(`${state}, ${answered ? 'answered' : 'not answered'}, ${due?.toISOString() ?? 'no end'}: ${code ?? 'may be answered'}`, () => {
    assert.equal(refusalToAnswer({ state, answered, dueAt: due }, at)?.code, code)
  })
}

import { ApiError } from './api-error.ts'
import type { Desk } from './desk.ts'
import { tell } from './events.ts'
import { readFields, readObject, readText } from './input.ts'
import { disputeReasons, type Dispute, type DisputeReason, type EventType, type Payment } from './model.ts'
import { at, change, getPayment, loadPayment } from './payments.ts'

/** What this provider keeps for its trouble, in minor units. */
const fee = 1500
const daysToAnswer = 14

/** The shopper goes to their bank, which takes the money back for the time being: what was captured and not refunded. */
export function openDispute(desk: Desk, paymentId: string, reason: DisputeReason): Dispute {
  const { payment } = loadPayment(desk, paymentId)
  const disputes = payment.disputes ?? []
  const amount = payment.captured - payment.refunded
  if (amount <= 0 || disputes.length > 0) {
    throw new ApiError(409, 'payment_not_disputable', 'Nothing of this payment can be disputed, or it was already.')
  }
  const created: Dispute = {
    // Found by its name without a list of its own.
    id: `${payment.id.replace('dpp_', 'dpd_')}_${disputes.length + 1}`,
    amount,
    reason,
    status: 'needs_response',
    dueAt: new Date(desk.now + daysToAnswer * 86_400_000).toISOString(),
    evidence: [],
    movements: [{ id: desk.newId('dpt'), amount: -amount, fee, createdAt: at(desk) }],
    createdAt: at(desk),
  }
  return put(desk, payment, created, 'dispute.created')
}

/** The bank's word; who wins has the money back. */
export function decideDispute(desk: Desk, disputeId: string, outcome: 'won' | 'lost'): Dispute {
  const { payment, dispute } = loadDispute(desk, disputeId)
  if (dispute.status === 'won' || dispute.status === 'lost') throw ended()
  const back = { id: desk.newId('dpt'), amount: dispute.amount, fee: 0, createdAt: at(desk) }
  const movements = outcome === 'won' ? [...dispute.movements, back] : dispute.movements
  return put(desk, payment, { ...dispute, status: outcome, movements }, 'dispute.closed')
}

export function answerDispute(desk: Desk, disputeId: string, input: unknown) {
  const body = readFields(input, ['texts', 'files'])
  const evidence = [...Object.keys(readObject(body, 'texts')), ...Object.keys(readObject(body, 'files'))]
  const { payment, dispute } = loadDispute(desk, disputeId)
  if (dispute.status !== 'needs_response') throw ended()
  return view(payment, put(desk, payment, { ...dispute, status: 'under_review', evidence }, 'dispute.updated'))
}

export function acceptDispute(desk: Desk, disputeId: string) {
  const { payment, dispute } = loadDispute(desk, disputeId)
  if (dispute.status !== 'needs_response') throw ended()
  return view(payment, put(desk, payment, { ...dispute, status: 'lost' }, 'dispute.closed'))
}

export function getDispute(desk: Desk, disputeId: string) {
  const { payment, dispute } = loadDispute(desk, disputeId)
  return view(payment, dispute)
}

/** A file of evidence: its name alone is kept. */
export function takeFile(desk: Desk, input: unknown) {
  const body = readFields(input, ['name', 'mediaType', 'bytes'])
  return { id: desk.newId('dpf'), name: readText(body, 'name', { most: 200 }) }
}

/** Opened at or after an instant, the oldest first. */
export function listDisputes(desk: Desk, query: URLSearchParams) {
  const since = Date.parse(query.get('since') ?? '')
  if (Number.isNaN(since)) throw new ApiError(400, 'invalid_request', 'Ask with "since", an ISO 8601 instant.')
  const from = new Date(since).toISOString()
  const data = [...desk.book.payments.values()]
    .flatMap((payment) => (payment.disputes ?? []).map((dispute) => view(payment, dispute)))
    .filter(({ createdAt }) => createdAt >= from)
    .toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
  return { data }
}

export function readReason(text: string | null): DisputeReason {
  return disputeReasons.find((reason) => reason === text) ?? 'fraudulent'
}

const ended = () => new ApiError(409, 'dispute_ended', 'This dispute waits for nothing.')

const view = ({ id: paymentId, reference, currency }: Payment, dispute: Dispute) => ({
  ...dispute,
  ...{ paymentId, reference, currency },
})

function loadDispute(desk: Desk, disputeId: string): { payment: Payment; dispute: Dispute } {
  const [, owner = ''] = /^dpd_(\w+)_\d+$/.exec(disputeId) ?? []
  const payment = getPayment(desk, `dpp_${owner}`)
  const dispute = payment.disputes?.find(({ id }) => id === disputeId)
  if (!dispute) throw new ApiError(404, 'dispute_not_found', `There is no dispute ${disputeId}.`)
  return { payment, dispute }
}

function put(desk: Desk, { id }: Payment, dispute: Dispute, told: EventType): Dispute {
  const { session, payment } = loadPayment(desk, id)
  const others = (payment.disputes ?? []).filter((other) => other.id !== dispute.id)
  const changed = change(desk, { ...payment, disputes: [...others, dispute] })
  tell(desk, told, { session, payment: changed, dispute })
  return dispute
}

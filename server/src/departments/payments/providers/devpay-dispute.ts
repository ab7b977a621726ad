import type { MoneyJson } from '../../../kernel/money.ts'
import { DISPUTE_REASONS, type DisputeState, type ProviderDispute } from '../domain/dispute.ts'
import { documented, unitsOf } from './devpay-answer.ts'

const DISPUTE_STATES = new Set(['needs_response', 'under_review', 'won', 'lost'])

export interface DisputeJson {
  readonly id: string
  readonly paymentId: string
  readonly reference: string
  readonly currency: string
  readonly amount: number
  readonly reason: string
  readonly status: string
  readonly dueAt: string
  readonly evidence: readonly string[]
  readonly movements: readonly {
    readonly id: string
    readonly amount: number
    readonly fee: MoneyJson['amount']
    readonly createdAt: string
  }[]
  readonly createdAt: string
}

export function toDispute(json: DisputeJson): ProviderDispute {
  documented(DISPUTE_STATES, json.status)
  const { id, paymentId, reference, currency, reason, status } = json
  const here = unitsOf(currency)
  return {
    ...{ id, paymentId, reference, currency, inquiry: false },
    reason: DISPUTE_REASONS.find((known) => known === reason) ?? 'other',
    state: status as DisputeState,
    amount: here(json.amount),
    dueAt: new Date(json.dueAt),
    answered: json.evidence.length > 0,
    movements: json.movements.map((moved) => ({
      ...{ ref: moved.id, amount: here(moved.amount), fee: here(moved.fee), currency },
      at: new Date(moved.createdAt),
    })),
    openedAt: new Date(json.createdAt),
  }
}

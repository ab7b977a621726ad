import { currencyCode, exponentOf } from '../../../kernel/currency.ts'
import { Outage } from '../../../kernel/outage.ts'
import { localDate } from '../../../kernel/time.ts'
import type { LineKind, PayoutState, ProviderPayout, ProviderPayoutLine } from '../domain/payout.ts'
import { fromProviderUnits } from '../domain/provider-amount.ts'

interface PayoutJson {
  readonly id: string
  readonly amount: number
  readonly currency: string
  readonly status: string
  readonly createdAt: string
  readonly arrivesOn: string
}

export interface PayoutsJson {
  readonly data: readonly PayoutJson[]
  readonly next: string | null
}

interface PayoutLineJson {
  readonly id: string
  readonly type: string
  readonly amount: number
  readonly fee: PayoutJson['amount']
  readonly currency: string
  readonly source: string | null
  readonly description: string
  readonly createdAt: string
}

export interface PayoutLinesJson {
  readonly data: readonly PayoutLineJson[]
  readonly next: string | null
}

const STATES: ReadonlySet<string> = new Set(['paid', 'failed'] satisfies PayoutState[])
const KINDS: Readonly<Record<string, LineKind>> = {
  capture: 'payment',
  refund: 'refund',
  fee: 'fee',
  reserve: 'reserve',
  payout_returned: 'payout_returned',
  adjustment: 'adjustment',
  dispute: 'dispute',
}

export function toPayout(json: PayoutJson): ProviderPayout {
  if (!STATES.has(json.status)) {
    throw new Outage('payments.provider_away', `unknown state of a payout: ${json.status.slice(0, 40)}`)
  }
  const { id, amount, currency, status, createdAt, arrivesOn } = json
  return {
    id,
    amount: units(amount, currency),
    currency: currencyCode(currency),
    state: status as PayoutState,
    paidAt: new Date(createdAt),
    arrivesOn: localDate(arrivesOn),
    statementText: id,
    lines: 'ready',
  }
}

export function toPayoutLine(json: PayoutLineJson): ProviderPayoutLine {
  const { id, type, amount, fee, currency, source, description, createdAt } = json
  return {
    id,
    kind: KINDS[type] ?? 'other',
    amount: units(amount, currency),
    fee: units(fee, currency),
    currency: currencyCode(currency),
    sourceRef: source,
    paymentRef: null,
    rate: null,
    description,
    at: new Date(createdAt),
  }
}

function units(amount: number, currency: string): bigint {
  const code = currencyCode(currency)
  return fromProviderUnits(BigInt(amount), code, exponentOf(code))
}

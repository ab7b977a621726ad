import type { Input, StripeDesk } from './desk.ts'

export interface BalanceRow {
  readonly id: string
  readonly type: string
  readonly reporting_category: string
  readonly amount: number
  readonly fee: number
  readonly currency: string
  readonly source: string | null
  readonly description: string | null
  readonly exchange_rate: number | null
  readonly created: number
}

export interface PayoutRow {
  readonly id: string
  readonly amount: number
  readonly currency: string
  readonly created: number
  status: string
  reconciliation_status: string
  readonly lines: readonly BalanceRow[]
}

/** What a test plants beside what was earned. */
export type Planted = Partial<Omit<BalanceRow, 'id' | 'created'>> & Pick<BalanceRow, 'type' | 'amount'>

const EUR = 'eur'

/** Payouts to the shop's bank, and the entries of the balance that each took. */
export class PayoutsDesk {
  readonly rows = new Map<string, PayoutRow>()
  private readonly paidOut = new Set<string>()
  private readonly desk: StripeDesk

  constructor(desk: StripeDesk) {
    this.desk = desk
  }

  /** Pays out everything that was taken and given back since the last time; `off` makes the payout another sum than its entries. */
  payOut({
    planted = [],
    off = 0,
    change,
  }: { planted?: readonly Planted[]; off?: number; change?: BalanceChange } = {}): PayoutRow {
    const lines = [...this.earned(change), ...planted.map((one) => this.entry({ ...one }))]
    const amount = lines.reduce((sum, line) => sum + line.amount - line.fee, 0) + off
    const created = this.desk.now()
    const common = { id: this.desk.newId('po'), amount, currency: EUR, created, lines }
    const row: PayoutRow = { ...common, status: 'in_transit', reconciliation_status: 'completed' }
    this.rows.set(row.id, row)
    this.desk.tell('payout.created', payoutJson(row))
    return row
  }

  list(input: Input): unknown {
    const { gte = '0' } = (input['created'] ?? {}) as { gte?: string }
    const within = [...this.rows.values()].filter(({ created }) => created >= Number(gte)).map(payoutJson)
    return this.desk.page('/v1/payouts', within.toReversed(), input)
  }

  /** The payout itself is among the entries that it took, as Stripe has it. */
  entries(input: Input): unknown {
    const row = this.rows.get(String(input['payout']))
    const own = row && this.entry({ type: 'payout', amount: -row.amount, source: row.id })
    const all = row && own ? [...row.lines, { ...own, id: `txn_of_${row.id}` }] : []
    return this.desk.page('/v1/balance_transactions', all.map(entryJson), input)
  }

  private earned(change?: BalanceChange): BalanceRow[] {
    const free = (id: string) => !this.paidOut.has(id) && this.paidOut.add(id) !== undefined
    const charges = [...this.desk.charges.values()].flatMap(({ id, currency, parts }) =>
      parts.flatMap((amount, at) => (free(`${id} ${at}`) ? [{ id, currency, amount }] : [])),
    )
    const refunds = [...this.desk.refunds.values()].filter(({ id, status }) => status === 'succeeded' && free(id))
    return [
      ...charges.map(({ id, amount, currency }) =>
        this.entry({
          type: 'charge',
          ...changed(amount, currency, change),
          fee: Math.round(amount * 0.015) + 25,
          source: id,
        }),
      ),
      ...refunds.map(({ id, amount, currency }) =>
        this.entry({ type: 'refund', ...changed(-amount, currency, change), source: id }),
      ),
    ]
  }

  private entry(planted: Planted): BalanceRow {
    const nothing = { reporting_category: planted.type, fee: 0, currency: EUR, source: null, description: null }
    return { id: this.desk.newId('txn'), ...nothing, exchange_rate: null, created: this.desk.now(), ...planted }
  }
}

/** Into the euro, at what a unit of each other currency is worth. */
export type BalanceChange = Readonly<Record<string, number>>

function changed(amount: number, currency: string, change: BalanceChange = {}) {
  const rate = change[currency]
  return rate === undefined ? { amount } : { amount: Math.round(amount * rate), exchange_rate: rate }
}

const payoutJson = (row: PayoutRow) => ({
  id: row.id,
  amount: row.amount,
  currency: row.currency,
  created: row.created,
  status: row.status,
  reconciliation_status: row.reconciliation_status,
  object: 'payout',
  arrival_date: Math.ceil(row.created / 86_400 + 1) * 86_400,
  automatic: true,
  livemode: false,
  method: 'standard',
  source_type: 'card',
  statement_descriptor: null,
  type: 'bank_account',
})

const entryJson = (row: BalanceRow) => ({
  ...row,
  object: 'balance_transaction',
  available_on: row.created,
  fee_details: [],
  net: row.amount - row.fee,
  status: 'available',
})

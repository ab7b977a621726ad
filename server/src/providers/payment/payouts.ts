import { ApiError } from './api-error.ts'
import type { Desk } from './desk.ts'
import { readFields } from './input.ts'
import type { Payout, PayoutLine } from './model.ts'
import { tellPayout } from './tell-payout.ts'

const pageSize = 100
const dayMs = 86_400_000
/** What a capture costs: a part of it and something fixed. */
const rate = 0.015
const fixed = 25

/**
 * Everything that moved before an instant and was not paid out yet, each currency by itself: the nightly payout, or one that a test asks for.
 * What is below zero is taken from the shop's bank as a payout below zero is.
 */
function payOutUntil(desk: Desk, until: number, extra: readonly Adjustment[] = []): Payout[] {
  const moved = waiting(desk).filter(({ createdAt }) => Date.parse(createdAt) < until)
  const at = new Date(until).toISOString()
  const added = extra.map(({ type, amount, currency, fee, description, source }) => ({
    ...{ id: desk.newId('dpt'), type, amount, fee, currency, source, description, createdAt: at },
  }))
  const byCurrency = Map.groupBy([...moved, ...added], ({ currency }) => currency)
  return [...byCurrency].map(([currency, lines]) => {
    const amount = lines.reduce((sum, line) => sum + line.amount - line.fee, 0)
    const arrivesOn = new Date(until + dayMs).toISOString().slice(0, 10)
    const payout: Payout = { id: desk.newId('dpo'), amount, currency, status: 'paid', createdAt: at, arrivesOn, lines }
    desk.put({ payout })
    tellPayout(desk, headOf(payout))
    return payout
  })
}

/** Captures and refunds in no payout yet, the oldest first. */
function waiting(desk: Desk): PayoutLine[] {
  const lines: PayoutLine[] = []
  for (const { captures, refunds, disputes = [], currency } of desk.book.payments.values()) {
    const free = <T extends { id: string }>(moved: readonly T[]) => moved.filter(({ id }) => !desk.book.isPaidOut(id))
    for (const { id, amount, createdAt } of free(captures)) {
      const fee = Math.round(amount * rate) + fixed
      lines.push({
        id: `dpt_${id.slice(4)}`,
        type: 'capture',
        amount,
        fee,
        currency,
        source: id,
        description: '',
        createdAt,
      })
    }
    for (const { id, amount, createdAt, status } of free(refunds)) {
      if (status !== 'succeeded') continue
      lines.push({
        id: `dpt_${id.slice(4)}`,
        type: 'refund',
        amount: -amount,
        fee: 0,
        currency,
        source: id,
        description: '',
        createdAt,
      })
    }
    for (const { id, amount, fee, createdAt } of free(disputes.flatMap(({ movements }) => movements))) {
      lines.push({ id, type: 'dispute', amount, fee, currency, source: id, description: '', createdAt })
    }
  }
  return lines.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
}

/** Each night that is over pays out what moved before it. */
export function payOutNights(desk: Desk): void {
  const midnight = Math.floor(desk.now / dayMs) * dayMs
  for (;;) {
    const [oldest] = waiting(desk)
    if (!oldest) return
    const night = (Math.floor(Date.parse(oldest.createdAt) / dayMs) + 1) * dayMs
    if (night > midnight) return
    payOutUntil(desk, night)
  }
}

interface Adjustment {
  readonly type: string
  readonly amount: number
  readonly fee: number
  readonly currency: string
  readonly source: string | null
  readonly description: string
}

/** `{adjustments: [{type, amount, currency, fee, source, description}]}`: at once, with lines that no payment explains. */
export function payOutNow(desk: Desk, input: unknown): { data: Omit<Payout, 'lines'>[] } {
  const { adjustments = [] } = readFields(input, ['adjustments']) as { adjustments?: unknown }
  if (!Array.isArray(adjustments)) throw new ApiError(400, 'invalid_request', '"adjustments" is a list.')
  const extra = adjustments.map((one: Partial<Adjustment>) => ({
    type: String(one.type ?? 'adjustment'),
    amount: Number(one.amount ?? 0),
    fee: Number(one.fee ?? 0),
    currency: String(one.currency ?? 'EUR'),
    source: one.source ?? null,
    description: String(one.description ?? ''),
  }))
  return { data: payOutUntil(desk, desk.now + 1, extra).map(headOf) }
}

/** The bank sent it back. */
export function failPayout(desk: Desk, id: string): Omit<Payout, 'lines'> {
  const payout: Payout = { ...getPayout(desk, id), status: 'failed' }
  desk.put({ payout })
  tellPayout(desk, headOf(payout))
  return headOf(payout)
}

export function listPayouts(desk: Desk, query: URLSearchParams) {
  const since = query.get('since') ?? ''
  if (Number.isNaN(Date.parse(since)))
    throw new ApiError(400, 'invalid_request', 'Ask with "since", an ISO 8601 instant.')
  const from = new Date(since).toISOString()
  const place = ({ createdAt, id }: Payout) => `${createdAt} ${id}`
  const after = query.get('after') ?? ''
  const all = [...desk.book.payouts.values()]
    .filter((payout) => payout.createdAt >= from && place(payout) > after)
    .toSorted((a, b) => (place(a) < place(b) ? -1 : 1))
  const page = all.slice(0, pageSize)
  const last = page.at(-1)
  return { data: page.map(headOf), next: all.length > pageSize && last ? place(last) : null }
}

export function listPayoutLines(desk: Desk, id: string, query: URLSearchParams) {
  const { lines } = getPayout(desk, id)
  const from = lines.findIndex((line) => line.id === query.get('after')) + 1
  const page = lines.slice(from, from + pageSize)
  return { data: page, next: from + pageSize < lines.length ? (page.at(-1)?.id ?? null) : null }
}

function getPayout(desk: Desk, id: string): Payout {
  const payout = desk.book.payouts.get(id)
  if (payout === undefined) throw new ApiError(404, 'payout_not_found', `There is no payout ${id}.`)
  return payout
}

function headOf({ id, amount, currency, status, createdAt, arrivesOn }: Payout): Omit<Payout, 'lines'> {
  return { id, amount, currency, status, createdAt, arrivesOn }
}

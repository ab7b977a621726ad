/**
 * Stripe's report "Payout reconciliation", itemised, as its desk gives it to people: one row for each entry of the balance that an
 * automatic payout took. Columns by their names, in any order, with or without `_utc`.
 * https://docs.stripe.com/reports/report-types/payout-reconciliation
 */
import { readCsv, type CsvRow } from '../../../host/csv/read-csv.ts'
import { currencyCode, isCurrencyCode } from '../../../kernel/currency.ts'
import { parseDecimal } from '../../../kernel/money.ts'
import { isLocalDate, localDateIn } from '../../../kernel/time.ts'
import type { LineKind, ProviderPayoutLine } from '../domain/payout.ts'
import type { PayoutFile, PayoutOfFile } from '../use-cases/take-payout-file.ts'

const NEEDED = [
  'automatic_payout_id',
  'balance_transaction_id',
  'reporting_category',
  'currency',
  'gross',
  'fee',
  'net',
] as const

/** https://docs.stripe.com/reports/reporting-categories */
const KINDS: Readonly<Record<string, LineKind>> = {
  charge: 'payment',
  refund: 'refund',
  refund_failure: 'refund_returned',
  dispute: 'dispute',
  dispute_reversal: 'dispute',
  fee: 'fee',
  tax: 'fee',
  network_cost: 'fee',
  risk_reserved_funds: 'reserve',
  payout_reversal: 'payout_returned',
  other_adjustment: 'adjustment',
}

export async function readStripePayoutFile(text: string): Promise<PayoutFile> {
  const table = await readCsv(text)
  if ('flawLine' in table) return { flaw: 'unreadable', row: table.flawLine }
  const [head, ...rows] = table.rows
  const columns = new Map((head?.cells ?? []).map((name, at) => [name.trim().replace(/_utc$/, ''), at]))
  const missing = NEEDED.filter((name) => !columns.has(name))
  if (missing.length > 0) return { flaw: 'columns', columns: missing.join(', ') }
  const payouts = new Map<string, { row: ReadRow; lines: ProviderPayoutLine[] }>()
  for (const row of rows) {
    const read = readRow(row, columns)
    if (!read) return { flaw: 'unreadable', row: row.row }
    // What waits for its payout is told of in a later file.
    if (read.payoutId === '') continue
    const known = payouts.get(read.payoutId)
    if (known && known.row.line.currency !== read.line.currency) {
      return { flaw: 'unreadable', row: row.row }
    }
    payouts.set(read.payoutId, { row: known?.row ?? read, lines: [...(known?.lines ?? []), read.line] })
  }
  return { payouts: [...payouts.values()].map(payoutOf) }
}

interface ReadRow {
  readonly payoutId: string
  readonly effectiveAt: Date
  readonly line: ProviderPayoutLine
}

function readRow({ cells }: CsvRow, columns: ReadonlyMap<string, number>): ReadRow | undefined {
  const cell = (name: string) => (cells[columns.get(name) ?? -1] ?? '').trim()
  const currency = cell('currency').toUpperCase()
  if (!isCurrencyCode(currency)) return undefined
  const [gross, fee, net] = [cell('gross'), cell('fee'), cell('net')].map(
    (text) => parseDecimal(text, currency)?.amount,
  )
  const effectiveAt = instantIn(cell('automatic_payout_effective_at'))
  const at = instantIn(cell('created')) ?? effectiveAt
  const id = cell('balance_transaction_id')
  if (gross === undefined || fee === undefined || net !== gross - fee || id === '' || !at) return undefined
  const kind = KINDS[cell('reporting_category')] ?? 'other'
  return {
    payoutId: cell('automatic_payout_id'),
    effectiveAt: effectiveAt ?? at,
    line: {
      ...{ id, kind, amount: gross, fee, currency: currencyCode(currency), at },
      sourceRef: cell('source_id') || (kind === 'payment' ? cell('charge_id') : cell('refund_id')) || null,
      paymentRef: cell('payment_intent_id') || null,
      rate: null,
      description: cell('description').slice(0, 200),
    },
  }
}

/** Stripe writes instants as `2026-11-02 09:15:00`, days as `2026-11-02`, in UTC. */
function instantIn(text: string): Date | undefined {
  const [, day = '', time] = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}(?::\d{2})?))?/.exec(text) ?? []
  return isLocalDate(day) ? new Date(`${day}T${time ?? '00:00'}Z`) : undefined
}

function payoutOf({ row, lines }: { row: ReadRow; lines: readonly ProviderPayoutLine[] }): PayoutOfFile {
  const { payoutId: id, effectiveAt } = row
  const amount = lines.reduce((sum, line) => sum + line.amount - line.fee, 0n)
  const arrivesOn = localDateIn(effectiveAt, 'UTC')
  const common = { id, amount, currency: row.line.currency, paidAt: effectiveAt, arrivesOn }
  return { payout: { ...common, state: 'paid', statementText: null, lines: 'ready' }, lines }
}

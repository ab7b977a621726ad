import type { Database } from '../../../host/database/pool.ts'
import { sql, trusted } from '../../../host/database/sql.ts'
import { moneyFromJson, toDecimal, type MoneyJson } from '../../../kernel/money.ts'

export interface EntryRow {
  readonly id: string
  readonly kind: string
  readonly ref: string
  readonly about: string
  readonly effective_on: string
  readonly recorded_at: Date
  readonly reverses: string | null
  readonly postings: readonly { account: string; kind: string; amount: number; currency: string }[]
}

export interface EntryView {
  readonly id: string
  readonly kind: string
  readonly ref: string
  readonly about: string
  readonly effectiveOn: string
  readonly recordedAt: string
  readonly reverses: string | null
  readonly postings: { account: string; kind: string; amount: { amount: number; currency: string } }[]
}

/** As a line of the list says it: which accounts, with what each, and how much in all. */
export interface ListedEntry extends EntryView {
  readonly debited: string
  readonly credited: string
  readonly amount: MoneyJson
}

/** The postings of an entry, as one value. */
export const entryDetails = `CROSS JOIN LATERAL (
  SELECT coalesce(jsonb_agg(jsonb_build_object('account', a.code, 'kind', a.kind, 'amount', p.amount,
    'currency', p.currency) ORDER BY p.position), '[]') AS postings
  FROM ledger.posting p JOIN ledger.account a ON a.id = p.account_id WHERE p.entry_id = e.id) p`

const MOST_PER_RECORD = 200

/** The entries about one record (an order), oldest first. */
export async function listEntriesAbout(database: Pick<Database, 'rows'>, about: string): Promise<EntryView[]> {
  const rows = await database.rows(sql<EntryRow>`
    SELECT e.id, e.kind, e.ref, e.about, e.effective_on, e.recorded_at, e.reverses, p.postings
    FROM ledger.entry e ${trusted(entryDetails)}
    WHERE e.about = ${about} ORDER BY e.recorded_at, e.id LIMIT ${MOST_PER_RECORD}`)
  return rows.map(toView)
}

export interface BalanceRow {
  readonly code: string
  readonly kind: string
  readonly currency: string
  readonly debit: bigint
  readonly credit: bigint
  readonly balance: bigint
}

/** Every account with its turnover and balance; the balances of one currency sum to zero. */
export function trialBalance(database: Pick<Database, 'rows'>): Promise<BalanceRow[]> {
  return database.rows(sql<BalanceRow>`
    SELECT a.code, a.kind, a.currency, coalesce(sum(p.amount) FILTER (WHERE p.amount > 0), 0)::bigint AS debit,
      coalesce(-sum(p.amount) FILTER (WHERE p.amount < 0), 0)::bigint AS credit, coalesce(sum(p.amount), 0)::bigint AS balance
    FROM ledger.account a LEFT JOIN ledger.posting p ON p.account_id = a.id
    GROUP BY a.code, a.kind, a.currency ORDER BY a.currency, a.kind, a.code`)
}

export function toView(row: EntryRow): EntryView {
  return {
    id: row.id,
    kind: row.kind,
    ref: row.ref,
    about: row.about,
    effectiveOn: row.effective_on,
    recordedAt: row.recorded_at.toISOString(),
    reverses: row.reverses,
    postings: row.postings.map(({ account, kind, amount, currency }) => ({
      account,
      kind,
      amount: { amount, currency },
    })),
  }
}

export function toListed(row: EntryRow): ListedEntry {
  const debits = row.postings.filter(({ amount }) => amount > 0)
  const credits = row.postings.filter(({ amount }) => amount < 0)
  // Debits equal credits in each currency; an entry that moves two is said by the first.
  const currency = debits[0]?.currency ?? 'EUR'
  const amount = debits.reduce((sum, debit) => (debit.currency === currency ? sum + debit.amount : sum), 0)
  return { ...toView(row), debited: inWords(debits), credited: inWords(credits), amount: { amount, currency } }
}

/** `receivables 12.20`: for files, where each account's own part must not be lost. */
function inWords(postings: EntryRow['postings']): string {
  return postings
    .map(({ account, amount, currency }) => {
      const part = moneyFromJson({ amount: Math.abs(amount), currency })
      return `${account} ${toDecimal(part)}`
    })
    .join('; ')
}

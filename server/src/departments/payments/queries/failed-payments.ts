import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { MoneyJson } from '../../../kernel/money.ts'

export interface FailedPayments {
  readonly currency: string
  readonly payments: number
  readonly amount: MoneyJson
}

/**
 * Payments opened in some spans of time whose order ended before any money came, by currency: what somebody wanted to pay
 * and did not. Every span is one probe of the index payment_by_state.
 */
export async function failedPayments(
  reader: Pick<Database, 'rows'>,
  spans: readonly { readonly from: Date; readonly to: Date }[],
): Promise<FailedPayments[][]> {
  const rows = await reader.rows(sql<{ span: number; currency: string; n: bigint; amount: bigint }>`
    SELECT span.n::int AS span, p.currency, count(*) AS n, sum(p.amount)::bigint AS amount
    FROM unnest(${spans.map((span) => span.from)}::timestamptz[], ${spans.map((span) => span.to)}::timestamptz[])
      WITH ORDINALITY AS span(starts, ends, n)
    JOIN payments.payment p ON p.state = 'closed' AND p.created_at >= span.starts AND p.created_at < span.ends
    GROUP BY span.n, p.currency ORDER BY span.n, p.currency`)
  return spans.map((_, index) =>
    rows
      .filter((row) => row.span === index + 1)
      .map(({ currency, n, amount }) => ({
        currency,
        payments: Number(n),
        amount: { amount: Number(amount), currency },
      })),
  )
}

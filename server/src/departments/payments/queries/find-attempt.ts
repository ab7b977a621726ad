import type { Database } from '../../../host/database/pool.ts'
import { fragment, sql } from '../../../host/database/sql.ts'

/** By what an attempt charges what is kept for the customer. */
export interface KeptInAttempt {
  readonly methodId: string
  readonly methodRef: string
  readonly customerRef: string
  /** The shopper is there, and can be sent to their bank. */
  readonly present: boolean
}

export interface Attempt {
  readonly number: number
  readonly providerSessionId: string | null
  readonly providerPaymentId: string | null
  readonly createdAt: Date
  /** Why nothing comes of it any more. */
  readonly endedAs: string | null
  readonly kept: KeptInAttempt | null
  /** What it is paid by is kept, for whom. */
  readonly keep: { readonly customerId: string; readonly later: boolean } | null
}

export const latestAttempt = (paymentId: string) => fragment`
  SELECT a.number, a.provider_session_id AS "providerSessionId", a.provider_payment_id AS "providerPaymentId", a.created_at AS "createdAt",
    a.ended_as AS "endedAs",
    CASE WHEN a.saved_method_id IS NULL THEN NULL ELSE jsonb_build_object('methodId', m.id, 'methodRef', m.provider_ref,
      'customerRef', y.provider_ref, 'present', a.present) END AS kept,
    CASE WHEN a.keeping_id IS NULL THEN NULL ELSE jsonb_build_object('customerId', k.customer_id, 'later', k.later) END AS keep
  FROM payments.attempt a LEFT JOIN payments.saved_method m ON m.id = a.saved_method_id
  LEFT JOIN payments.payer y ON y.customer_id = m.customer_id AND y.provider = m.provider
  LEFT JOIN payments.keeping k ON k.id = a.keeping_id
  WHERE a.payment_id = ${paymentId} ORDER BY a.number DESC LIMIT 1`

/** The latest time that the shopper was sent to the provider's page, or that what is kept for them was charged. */
export async function findAttempt(reader: Pick<Database, 'rows'>, paymentId: string): Promise<Attempt | undefined> {
  const [row] = await reader.rows(sql<Attempt>`${latestAttempt(paymentId)}`)
  return row
}

import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { CurrencyCode } from '../../../kernel/currency.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { ProviderPayment } from '../domain/provider.ts'

type Reader = Pick<Database, 'rows'>

/** Payments at a provider with money in them that no payment of ours with this provider knows. */
export async function listStrays(
  reader: Reader,
  provider: string,
  truths: readonly ProviderPayment[],
): Promise<ProviderPayment[]> {
  const moved = truths.filter(({ authorised }) => authorised > 0n)
  if (moved.length === 0) return []
  const references = moved.map(({ reference }) => reference).filter(isUuid)
  const rows = await reader.rows(sql<{ id: string }>`
    SELECT id FROM payments.payment WHERE id = ANY(${references}::uuid[]) AND provider = ${provider}`)
  const known = new Set(rows.map(({ id }) => id))
  return moved.filter(({ reference }) => !known.has(reference))
}

export interface KnownStray {
  readonly provider: string
  readonly providerPaymentId: string
  readonly reference: string
  readonly currency: CurrencyCode
  readonly amount: bigint
  readonly todoId: string | null
  readonly settledAt: Date | null
}

export async function findStray(
  reader: Reader,
  { provider, providerPaymentId }: Pick<KnownStray, 'provider' | 'providerPaymentId'>,
): Promise<KnownStray | undefined> {
  const [row] = await reader.rows(sql<KnownStray>`
    SELECT provider, provider_payment_id AS "providerPaymentId", reference, currency, amount, todo_id AS "todoId",
      settled_at AS "settledAt"
    FROM payments.stray WHERE provider = ${provider} AND provider_payment_id = ${providerPaymentId}`)
  return row
}

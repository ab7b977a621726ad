import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { LocalDate } from '../../../kernel/time.ts'

type Reader = Pick<Database, 'rows'>

/** A card that a provider keeps for a customer. Nothing of it but this is known here. */
export interface SavedMethod {
  readonly id: string
  readonly provider: string
  readonly brand: string
  readonly last4: string
  /** The last day on which it can be charged. */
  readonly expiresOn: LocalDate
  readonly preferred: boolean
  /** The customer agreed that the shop charges it without them, for what they agree to then. */
  readonly later: boolean
  /** What they agreed to, in the words that they saw. */
  readonly words: string
  readonly agreedAt: Date
}

/** What is kept for a customer: what they prefer first, then the latest. */
export async function listSavedMethods(reader: Reader, customerId: string): Promise<SavedMethod[]> {
  if (!isUuid(customerId)) return []
  return reader.rows(sql<SavedMethod>`
    SELECT m.id, m.provider, m.brand, m.last4, m.expires_on AS "expiresOn", m.preferred, k.later, k.words, k.at AS "agreedAt"
    FROM payments.saved_method m JOIN payments.keeping k ON k.id = m.keeping_id
    WHERE m.customer_id = ${customerId} AND m.removed_at IS NULL
    ORDER BY m.preferred DESC, m.created_at DESC, m.id DESC LIMIT 50`)
}

export interface MethodAddress {
  readonly provider: string
  readonly providerRef: string
}

/** What was removed here and is to be forgotten at its provider. */
export async function findMethodToForget(reader: Reader, id: string): Promise<MethodAddress | undefined> {
  const [row] = await reader.rows(sql<MethodAddress>`
    SELECT provider, provider_ref AS "providerRef" FROM payments.saved_method
    WHERE id = ${id} AND removed_at IS NOT NULL AND forgotten_at IS NULL`)
  return row
}

/** Under which names providers know a customer. */
export function listPayers(reader: Reader, customerId: string): Promise<MethodAddress[]> {
  return reader.rows(sql<MethodAddress>`
    SELECT provider, provider_ref AS "providerRef" FROM payments.payer WHERE customer_id = ${customerId} ORDER BY provider`)
}
/** A charge of what is kept, made without the customer. */
export interface LaterCharge {
  readonly number: number
  readonly paymentId: string
  readonly reason: string
  readonly agreed: string
  readonly actor: string
  readonly at: Date
  readonly endedAs: string | null
  readonly brand: string | null
  readonly last4: string | null
  readonly amount: bigint
  readonly currency: string
}

/** Of an order, the latest first. */
export function listLaterCharges(reader: Reader, orderId: string): Promise<LaterCharge[]> {
  return reader.rows(sql<LaterCharge>`
    SELECT a.number, a.payment_id AS "paymentId", a.reason, a.agreed, a.actor, a.created_at AS at, a.ended_as AS "endedAs", m.brand, m.last4,
      p.amount, p.currency
    FROM payments.payment p JOIN payments.attempt a ON a.payment_id = p.id JOIN payments.saved_method m ON m.id = a.saved_method_id
    WHERE p.order_id = ${orderId} AND NOT a.present ORDER BY a.created_at DESC, a.number DESC LIMIT 20`)
}

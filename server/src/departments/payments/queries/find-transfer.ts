import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { money, type Money } from '../../../kernel/money.ts'
import { creditorReference } from '../domain/creditor-reference.ts'
import { epcCode } from '../domain/epc-code.ts'
import type { BankAccount } from '../domain/method.ts'

export interface TransferDetails extends BankAccount {
  /** What is still lacking. */
  readonly amount: Money
  /** ISO 11649, without blanks. */
  readonly reference: string
  /** In which the days of the seller begin. */
  readonly timeZone: string
  /** What the picture for a bank's app says; undefined where it cannot say it. */
  readonly code: string | undefined
}

/** Where the money of an order is to be transferred; undefined where none is awaited by transfer. */
export async function findTransfer(
  reader: Pick<Database, 'rows'>,
  orderId: string,
): Promise<TransferDetails | undefined> {
  if (!isUuid(orderId)) return undefined
  const [row] = await reader.rows(sql<{
    account: BankAccount
    lacking: bigint
    currency: string
    number: bigint
    timeZone: string
  }>`
    SELECT m.account, p.amount - p.captured AS lacking, p.currency, o.number,
      coalesce((SELECT e.time_zone FROM organisation.pub_entity e WHERE e.id = p.entity_id::text), 'UTC') AS "timeZone"
    FROM payments.payment p JOIN payments.payment_method m ON m.code = p.method JOIN orders.pub_order o ON o.order_uuid = p.order_id
    WHERE p.order_id = ${orderId} AND NOT p.surplus AND m.kind = 'bank_transfer' AND m.account IS NOT NULL
      AND o.state = 'awaiting_payment' AND p.captured < p.amount`)
  if (!row) return undefined
  const amount = money(row.lacking, row.currency)
  const details = { ...row.account, timeZone: row.timeZone, amount, reference: creditorReference(String(row.number)) }
  return { ...details, code: epcCode(details) }
}

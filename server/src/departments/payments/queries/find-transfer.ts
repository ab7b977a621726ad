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

/** The same for what an order came to cost more, by an account of the shop. */
export function transferOf(
  account: BankAccount,
  { number, amount, timeZone }: { readonly number: string; readonly amount: Money; readonly timeZone: string },
): TransferDetails {
  const details = { ...account, timeZone, amount, reference: creditorReference(number) }
  return { ...details, code: epcCode(details) }
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
    WHERE p.order_id = ${orderId} AND NOT p.surplus AND p.balance_of IS NULL AND m.kind = 'bank_transfer' AND m.account IS NOT NULL
      AND o.state = 'awaiting_payment' AND p.captured < p.amount`)
  if (!row) return undefined
  const { account, timeZone, number, lacking, currency } = row
  return transferOf(account, { timeZone, number: String(number), amount: money(lacking, currency) })
}

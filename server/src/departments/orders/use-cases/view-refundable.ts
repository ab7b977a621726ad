import { moneyFromJson, moneyToJson, type MoneyJson } from '../../../kernel/money.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Reader } from '../../organisation/index.ts'
import { worthOfPieces } from '../domain/refundable.ts'
import { getOrder } from '../queries/read-orders.ts'

export interface RefundableLine {
  readonly position: number
  /** Which of the order's bundles it is a component of. */
  readonly bundle: number | null
  readonly name: string
  readonly quantity: number
  readonly total: MoneyJson
  /** For one piece, for two, and so on. */
  readonly pieces: MoneyJson[]
}

/** What each line of an order, and each component of its bundles, is worth when it comes back. */
export async function viewRefundable(reader: Reader, id: string): Promise<Result<{ items: RefundableLine[] }>> {
  const order = await getOrder(reader, id)
  if (!order.ok) return order
  return ok({
    items: order.value.lines.map(({ position, bundle, name, options, quantity, total }) => ({
      position,
      bundle,
      name: options === '' ? name : `${name}, ${options}`,
      quantity,
      total,
      pieces: worthOfPieces(moneyFromJson(total), quantity).map(moneyToJson),
    })),
  })
}

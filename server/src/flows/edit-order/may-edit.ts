import { ok, type Result } from '../../kernel/result.ts'
import { listParcelsOf } from '../../departments/fulfilment/index.ts'
import {
  findBalanceDue,
  findDeferral,
  mayAmend,
  orderRefusals,
  type OrderToAmend,
} from '../../departments/orders/index.ts'

/** Position -> how many pieces of a line lie in no parcel; of lines without a word all of them. */
export type PiecesLeft = ReadonlyMap<number, number>

/** Whether an order can be changed at all, and of which lines how much: what is packed or sent stays. */
export async function mayEdit(
  reader: Parameters<typeof listParcelsOf>[0],
  { id, state, paid, dispatch, content }: OrderToAmend,
): Promise<Result<PiecesLeft>> {
  const possible = mayAmend(state, dispatch)
  if (!possible.ok) return possible
  if (await findBalanceDue(reader, id)) return orderRefusals.balance_due()
  if (!paid && (await findDeferral(reader, id))) return orderRefusals.deposit_agreed()
  const left = new Map<number, number>()
  for (const { lines } of (await listParcelsOf(reader, id)).filter((parcel) => parcel.state !== 'taken_back')) {
    for (const { position, quantity } of lines) {
      const all = content.lines.find((line) => line.position === position)?.quantity ?? 0
      left.set(position, (left.get(position) ?? all) - quantity)
    }
  }
  return ok<PiecesLeft>(left)
}

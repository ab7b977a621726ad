import type { PossibleAction } from '../../../host/http/allowed-actions.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Reader } from '../../organisation/index.ts'
import { mayAmend, mayCancelPart } from '../domain/amendment.ts'
import { hasLeft, refusalsOf } from '../domain/order.ts'
import { refusals } from '../domain/refusals.ts'
import { findBalanceDue } from '../queries/balances.ts'
import { getOrder, type OrderDetail } from '../queries/read-orders.ts'

/** An order with what its staff could do to it now, from the table the domain decides by. */
export async function viewOrder(
  reader: Reader,
  id: string,
): Promise<Result<{ readonly order: OrderDetail; readonly possible: PossibleAction[] }>> {
  const order = await getOrder(reader, id)
  if (!order.ok) return order
  const { state, dispatch } = order.value
  const waits = await findBalanceDue(reader, id)
  const changeable = mayAmend(state, dispatch)
  const editable = changeable.ok && waits ? refusals.balance_due() : changeable
  const permission = 'orders:edit'
  const edit = { action: 'edit', refusal: editable.ok ? null : editable.refusal, permission }
  const divisible = mayCancelPart(order.value.lines)
  const part = { action: 'cancel_part', refusal: edit.refusal ?? (divisible.ok ? null : divisible.refusal), permission }
  // Of what was sent in part the rest is called off, which is a change.
  const isChange = hasLeft(dispatch)
  const cancel = refusalsOf(state, ['cancel']).map(({ action, refusal }) => ({
    action,
    refusal: refusal ?? (isChange ? edit.refusal : null),
    permission: 'orders:cancel',
  }))
  return ok({ order: order.value, possible: [edit, part, ...cancel] })
}

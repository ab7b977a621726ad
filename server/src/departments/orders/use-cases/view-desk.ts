import type { PossibleAction } from '../../../host/http/allowed-actions.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Reader } from '../../organisation/index.ts'
import { mayHold, mayRelease, refusalOf } from '../domain/hold.ts'
import { listHolds, type Hold } from '../queries/holds.ts'
import { getOrder } from '../queries/read-orders.ts'
import { listTagsOf, type Tag } from '../queries/tags.ts'

export interface Desk {
  readonly tags: readonly Tag[]
  readonly holds: readonly Hold[]
  readonly possible: readonly PossibleAction[]
}

/** What people hung on an order, what holds it and held it, and what could be done about that now. */
export async function viewDesk(reader: Reader, id: string): Promise<Result<Desk>> {
  const order = await getOrder(reader, id)
  if (!order.ok) return order
  const [tags, holds] = await Promise.all([listTagsOf(reader, id), listHolds(reader, id)])
  const open = holds.filter(({ releasedAt }) => releasedAt === null)
  const possible = [
    { action: 'hold', refusal: refusalOf(mayHold(order.value.state, open)), permission: 'orders:hold' },
    { action: 'release', refusal: refusalOf(mayRelease(open)), permission: 'orders:hold' },
  ]
  return ok({ tags, holds, possible })
}

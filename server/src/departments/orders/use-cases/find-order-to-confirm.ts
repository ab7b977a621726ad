import type { House } from '../../../host/context.ts'
import { listAwaited, type Awaited } from '../../inventory/index.ts'
import { listPoliciesOfOrder, type SoldUnder } from '../../legal/index.ts'
import { viewIntangibles, type Intangibles } from './view-intangibles.ts'
import { findDeferral, type DeferralOfOrder } from '../queries/balances.ts'
import { findOrder, type OrderDetail } from '../queries/read-orders.ts'

export interface OrderToConfirm {
  readonly order: OrderDetail
  /** Under which it was sold. */
  readonly policies: readonly SoldUnder[]
  /** What of it is downloaded or done for the buyer; undefined where all of it is delivered. */
  readonly intangibles: Intangibles | undefined
  /** What of it is not there yet. */
  readonly awaited: readonly Awaited[]
  /** What was paid when it was placed and what is paid later; undefined where all of it was. */
  readonly deferral: DeferralOfOrder | undefined
}

/** An order with what its customer has to be told of it. */
export async function findOrderToConfirm(
  { database, clock }: Pick<House, 'database' | 'clock'>,
  orderId: string,
): Promise<OrderToConfirm | undefined> {
  const [order, policies] = await Promise.all([findOrder(database, orderId), listPoliciesOfOrder(database, orderId)])
  if (!order) return undefined
  const isAny = order.lines.some(({ kind }) => kind === 'digital' || kind === 'service')
  const view = isAny ? await viewIntangibles(database, orderId, clock.now()) : undefined
  const [awaited, deferral] = await Promise.all([listAwaited(database, orderId), findDeferral(database, orderId)])
  return { order, policies, awaited, deferral, intangibles: view?.ok ? view.value : undefined }
}

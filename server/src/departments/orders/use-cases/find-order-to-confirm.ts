import type { House } from '../../../host/context.ts'
import { findCustomerEmail, listPreferences } from '../../customers/index.ts'
import { listAwaited, type Awaited } from '../../inventory/index.ts'
import { listPoliciesOfOrder, listTermsOfOrder, type SoldUnder, type TermsOfOrder } from '../../legal/index.ts'
import { listEntities } from '../../organisation/index.ts'
import { viewIntangibles, type Intangibles } from './view-intangibles.ts'
import { findDeferral, type DeferralOfOrder } from '../queries/balances.ts'
import type { Database } from '../../../host/database/pool.ts'
import { findOrder, type OrderDetail } from '../queries/read-orders.ts'

export interface OrderToConfirm {
  readonly order: OrderDetail
  /** Under which it was sold. */
  readonly policies: readonly SoldUnder[]
  /** Every word of those. */
  readonly terms: readonly TermsOfOrder[]
  readonly seller: Seller
  /** What of it is downloaded or done for the buyer; undefined where all of it is delivered. */
  readonly intangibles: Intangibles | undefined
  /** What of it is not there yet. */
  readonly awaited: readonly Awaited[]
  /** What was paid when it was placed and what is paid later; undefined where all of it was. */
  readonly deferral: DeferralOfOrder | undefined
  /** Whose page of what the shop may send them it names; undefined where the shop asks for nothing, or it went to another address than theirs. */
  readonly asked: string | undefined
}

/** Who fills the blanks of the terms. */
export interface Seller {
  readonly shop: string
  readonly seller: string
  readonly email: string
}

/** An order with what its customer has to be told of it. */
export async function findOrderToConfirm(
  { database, clock, organisation }: Pick<House, 'database' | 'clock' | 'organisation'>,
  orderId: string,
): Promise<OrderToConfirm | undefined> {
  const [order, policies, terms, entities] = await Promise.all([
    findOrder(database, orderId),
    listPoliciesOfOrder(database, orderId),
    listTermsOfOrder(database, orderId),
    listEntities(database),
  ])
  if (!order) return undefined
  const isAny = order.lines.some(({ kind }) => kind === 'digital' || kind === 'service')
  const view = isAny ? await viewIntangibles(database, orderId, clock.now()) : undefined
  const [awaited, deferral, asked] = await Promise.all([
    listAwaited(database, orderId),
    findDeferral(database, orderId),
    findAsked(database, order),
  ])
  const entity = entities.find(({ id }) => id === order.entityId)
  const shop = organisation.name
  const seller = { shop, seller: entity?.legalName ?? shop, email: entity?.email ?? '' }
  const intangibles = view?.ok ? view.value : undefined
  return { order, policies, terms, seller, awaited, deferral, asked, intangibles }
}

/** The page opens without signing in, so only the mail box of the customer's own address gets its link. */
async function findAsked(
  database: Database,
  { customerId, email, market }: Pick<OrderDetail, 'customerId' | 'email' | 'market'>,
): Promise<string | undefined> {
  if (customerId === null) return undefined
  const [own, preferences] = await Promise.all([
    findCustomerEmail(database, customerId),
    listPreferences(database, { customerId, market }),
  ])
  return own === email.toLowerCase() && preferences.length > 0 ? customerId : undefined
}

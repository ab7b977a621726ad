import type { House } from '../../host/context.ts'
import { listSavedMethods } from '../../departments/payments/index.ts'
import { shownCard, type CardShown } from '../partials/saved-cards.ts'
import type { Visit } from '../visit.ts'

/** What is kept for a customer, with what they should know about its end. */
export async function cardsOf(house: House, visit: Visit, customerId: string): Promise<CardShown[]> {
  const methods = await listSavedMethods(house.database, customerId)
  return methods.map((method) => shownCard(method, house.clock.now(), visit.market.timeZone))
}

import type { House } from '../../../host/context.ts'
import { readShopName } from '../../organisation/index.ts'
import { findCard, type Card } from '../queries/read-cards.ts'

/** A card with the name of the shop that sends it. */
export async function findCardToSend(
  { database, organisation }: Pick<House, 'database' | 'organisation'>,
  id: string,
): Promise<{ readonly card: Card; readonly shopName: string } | undefined> {
  const [card, shopName] = await Promise.all([findCard(database, id), readShopName(database, organisation)])
  return card && { card, shopName }
}

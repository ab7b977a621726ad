import type { PlaceOf } from '../../../host/http/route.ts'
import { sql } from '../../../host/database/sql.ts'

/** A card belongs to the market that issued it. */
export const cardPlace: PlaceOf = async (reader, { id }) =>
  reader.row(sql<{ market: string }>`SELECT market_code AS market FROM gift_cards.card WHERE id = ${id}`)

import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { EVERYWHERE, type MarketOfPlace, type Places, type Showing, type ShownPlace } from '../domain/showing.ts'

type Reader = Pick<Database, 'rows'>

export interface SavedShowing {
  readonly showing: Showing
  /** 0 where nobody ever said anything. */
  readonly version: number
}

interface ShowingRow {
  readonly product_id: string
  readonly elsewhere: boolean
  readonly version: number
  readonly places: readonly (Omit<ShownPlace, 'beginsAt' | 'endsAt'> & {
    readonly beginsAt: string | null
    readonly endsAt: string | null
  })[]
}

/** Product id -> where it is shown; of what is shown everywhere there is nothing. */
export async function loadShowings(
  reader: Reader,
  productIds: readonly string[],
): Promise<ReadonlyMap<string, SavedShowing>> {
  const rows = await reader.rows(sql<ShowingRow>`
    SELECT s.product_id, s.elsewhere, s.version, (
      SELECT coalesce(jsonb_agg(jsonb_build_object('channel', w.channel, 'market', w.market, 'shown', w.shown, 'begins', w.begins,
        'ends', w.ends, 'beginsAt', w.begins_at, 'endsAt', w.ends_at) ORDER BY w.channel, w.market), '[]')
      FROM catalog.showing_place w WHERE w.product_id = s.product_id) AS places
    FROM catalog.showing s WHERE s.product_id = ANY(${productIds}::uuid[])`)
  return new Map(
    rows.map(({ product_id, elsewhere, version, places }) => [
      product_id,
      { version, showing: { elsewhere, places: places.map(placeOf) } },
    ]),
  )
}

function placeOf({ beginsAt, endsAt, ...place }: ShowingRow['places'][number]): ShownPlace {
  const instant = (text: string | null) => (text === null ? null : new Date(text))
  return { ...place, beginsAt: instant(beginsAt), endsAt: instant(endsAt) }
}

export async function findShowing(reader: Reader, productId: string): Promise<SavedShowing> {
  const found = await loadShowings(reader, [productId])
  return found.get(productId) ?? { showing: EVERYWHERE, version: 0 }
}

/** All channels and markets of the organisation, markets in the shop's order. */
export async function listPlaces(reader: Reader): Promise<Places> {
  const [channels, markets] = await Promise.all([
    reader.rows(sql<{ code: string }>`SELECT code FROM organisation.pub_channel ORDER BY code`),
    reader.rows(sql<MarketOfPlace>`
      SELECT code, language, time_zone AS "timeZone" FROM organisation.pub_market ORDER BY position, code`),
  ])
  return { channels: channels.map(({ code }) => code), markets }
}

/** The one that is meant where nobody says a market; empty where the organisation has none yet. */
export async function findFirstMarket(reader: Reader): Promise<string> {
  const [first] = await reader.rows(sql<{ code: string }>`
    SELECT code FROM organisation.pub_market ORDER BY position, code LIMIT 1`)
  return first?.code ?? ''
}

/** Thousands of products that begin together are one instant; beyond so many, a kept page ends by its age. */
const MOST_TURNS = 10_000

/** When what is shown changes by the clock alone, from a moment on. */
export async function loadShowingTurns(reader: Reader, since: Date): Promise<number[]> {
  const rows = await reader.rows(sql<{ at: Date }>`
    SELECT begins_at AS at FROM catalog.showing_place WHERE begins_at >= ${since}
    UNION SELECT ends_at FROM catalog.showing_place WHERE ends_at >= ${since}
    ORDER BY at LIMIT ${MOST_TURNS}`)
  return rows.map(({ at }) => at.getTime())
}

import type { Database } from '../../../host/database/pool.ts'
import { fragment, sql } from '../../../host/database/sql.ts'
import type { Terms } from '../domain/programme.ts'

type Reader = Pick<Database, 'rows'>

const columns = fragment`t.id, t.market_code AS market, t.version, t.running, t.names, t.earn_points AS "earnPoints",
  t.earn_amount AS "earnAmount", t.after_tax AS "afterTax", t.excluded_categories AS "excludedCategories",
  t.excluded_groups AS "excludedGroups", t.point_worth AS "pointWorth", t.least_points AS "leastPoints",
  t.confirm_days AS "confirmDays", t.expiry_months AS "expiryMonths", t.expires_after AS "expiresAfter",
  t.redemption_ppm AS "redemptionPpm", t.from_at AS "from"`

/** Those in force in a market; undefined where there never was a programme. */
export async function findTerms(reader: Reader, market: string): Promise<Terms | undefined> {
  const [row] = await reader.rows(sql<Terms>`
    SELECT ${columns} FROM loyalty.terms t WHERE t.market_code = ${market} ORDER BY t.version DESC LIMIT 1`)
  return row
}

/** Those that stood at an instant: an order keeps them, whatever is changed afterwards. */
export async function findTermsAt(reader: Reader, market: string, at: Date): Promise<Terms | undefined> {
  const [row] = await reader.rows(sql<Terms>`
    SELECT ${columns} FROM loyalty.terms t WHERE t.market_code = ${market} AND t.from_at <= ${at}
    ORDER BY t.version DESC LIMIT 1`)
  return row
}

export async function findTermsById(reader: Reader, id: string): Promise<Terms | undefined> {
  const [row] = await reader.rows(sql<Terms>`SELECT ${columns} FROM loyalty.terms t WHERE t.id = ${id}`)
  return row
}

/** In force in every market that has a programme. */
export function listTermsInForce(reader: Reader): Promise<Terms[]> {
  return reader.rows(sql<Terms>`
    SELECT ${columns} FROM (SELECT DISTINCT ON (market_code) * FROM loyalty.terms ORDER BY market_code, version DESC) t
    ORDER BY t.market_code`)
}

/** Every version of a market's programme, the newest first. */
export function listVersions(reader: Reader, market: string): Promise<Terms[]> {
  return reader.rows(sql<Terms>`
    SELECT ${columns} FROM loyalty.terms t WHERE t.market_code = ${market} ORDER BY t.version DESC LIMIT 100`)
}

export interface Place {
  readonly market: string
  readonly currency: string
  readonly entityId: string
  readonly timeZone: string
}

/** Where points of a market are owed: by whom, in which money, by whose clock. */
export async function findPlace(reader: Reader, market: string): Promise<Place | undefined> {
  return (await listPlaces(reader)).find((place) => place.market === market)
}

export function listPlaces(reader: Reader): Promise<Place[]> {
  return reader.rows(sql<Place>`
    SELECT code AS market, currency, entity_id AS "entityId", time_zone AS "timeZone"
    FROM organisation.pub_market ORDER BY position, code`)
}

import { hashToken } from '../../../host/auth/tokens.ts'
import type { Database } from '../../../host/database/pool.ts'
import { fragment, sql, type Fragment } from '../../../host/database/sql.ts'
import { currencyCode } from '../../../kernel/currency.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { setAsideFor } from './draft-holds.ts'
import type { Basket, BasketBundle, BasketId, BasketLine, Certificate } from '../domain/basket.ts'
import type { BasketSeen } from '../domain/basket-changes.ts'
import type { Business } from '../domain/business.ts'
import { refusals } from '../domain/refusals.ts'

interface BasketRow {
  readonly id: BasketId
  readonly country: string
  readonly locale: string
  readonly delivery_method: string | null
  readonly region: string | null
  readonly postcode: string | null
  readonly channel_code: string
  readonly coupons: readonly string[]
  readonly version: number
  readonly seen: BasketSeen | null
  readonly said_prices: Readonly<Record<string, number>> | null
  readonly ordered: boolean
  readonly owner: string | null
  readonly joined_into: string | null
  readonly lines: readonly BasketLine[]
  readonly bundles: readonly BasketBundle[]
  readonly code: string
  readonly currency: string
  readonly prices_include_tax: boolean
  readonly countries: readonly string[]
  readonly entity_id: string
  readonly time_zone: string
  readonly location_code: string
  readonly customer_id: string | null
  readonly groups: readonly string[] | null
  readonly company_id: string | null
  readonly company: Business | null
  readonly exemptions: readonly Certificate[] | null
  readonly nth_order: number | null
  readonly business: Business | null
}

/** Whoever knows a basket's token may see and change it, and whose it is while they are signed in. */
export interface BasketKey {
  readonly id: string
  readonly token: string | undefined
  /** The customer who is signed in: prices are theirs, and so is the basket that they go on with on every device. */
  readonly shopper?: string | undefined
  /** Asked for by staff who take an order for somebody: no token opens it, and prices are those of whom it is for. */
  readonly draft?: true | undefined
}

/** The one loader of baskets: without the right token there is no basket, and the answer does not say which was wrong. */
export async function getBasket(reader: Pick<Database, 'rows'>, key: BasketKey): Promise<Result<Basket>> {
  if (key.draft) return getDraftBasket(reader, key.id)
  if (!isUuid(key.id) || (key.token === undefined && key.shopper === undefined)) return refusals.basket_not_found()
  const hash = key.token === undefined ? null : hashToken(key.token)
  const which = fragment`b.id = ${key.id} AND (b.token_hash = ${hash} OR b.customer_id = ${key.shopper ?? null}::uuid)`
  return firstBasket(reader, which, fragment`${key.shopper ?? null}::uuid`)
}

/** Any basket, for those who answer for the house at its own machine (`fondaco explain`): never for a request. */
export async function getAnyBasket(reader: Pick<Database, 'rows'>, id: string): Promise<Result<Basket>> {
  return isUuid(id) ? firstBasket(reader, fragment`b.id = ${id}`, fragment`b.customer_id`) : refusals.basket_not_found()
}

async function getDraftBasket(reader: Pick<Database, 'rows'>, id: string): Promise<Result<Basket>> {
  if (!isUuid(id)) return refusals.basket_not_found()
  const draft = fragment`(SELECT d.customer_id FROM orders.draft d WHERE d.basket_id = b.id)`
  const [basket, setAside] = await Promise.all([
    firstBasket(
      reader,
      fragment`b.id = ${id} AND EXISTS (SELECT 1 FROM orders.draft d WHERE d.basket_id = b.id)`,
      draft,
    ),
    setAsideFor(reader, id),
  ])
  return basket.ok && setAside ? ok({ ...basket.value, setAside }) : basket
}

/** `shopper`: whose prices it has. Their groups and how often they ordered are read with it, not after it. */
async function firstBasket(
  reader: Pick<Database, 'rows'>,
  which: Fragment,
  shopper: Fragment,
): Promise<Result<Basket>> {
  const [row] = await reader.rows(sql<BasketRow>`
    SELECT b.id, b.country, b.locale, b.delivery_method, b.region, b.postcode, b.channel_code, b.coupons, b.version, b.business, b.seen, b.said_prices,
      EXISTS (SELECT 1 FROM orders.sales_order o WHERE o.basket_id = b.id) AS ordered,
      b.customer_id AS owner, (SELECT j.into_id FROM orders.basket_join j WHERE j.from_id = b.id) AS joined_into,
      coalesce((SELECT jsonb_agg(jsonb_build_object('variantId', l.variant_id, 'quantity', l.quantity)
        ORDER BY l.added_at, l.variant_id) FROM orders.basket_line l WHERE l.basket_id = b.id), '[]') AS lines,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', c.id, 'variantId', c.variant_id, 'choices', c.choices,
        'quantity', c.quantity) ORDER BY c.added_at, c.id) FROM orders.basket_bundle c WHERE c.basket_id = b.id), '[]') AS bundles,
      m.code, m.currency, m.prices_include_tax, m.countries, m.entity_id, m.time_zone, m.location_code,
      who.customer_id, who.groups, who.company_id, who.company, who.exemptions, CASE WHEN who.customer_id IS NOT NULL THEN 1 + (SELECT count(*)::int FROM orders.sales_order o
        WHERE o.customer_id = who.customer_uuid AND o.state IN ('awaiting_payment', 'paid')) END AS nth_order
    FROM orders.basket b JOIN organisation.pub_market m ON m.code = b.market_code
    LEFT JOIN customers.pub_buyer who ON who.customer_uuid = ${shopper}
    WHERE ${which}`)
  return row ? ok(toBasket(row)) : refusals.basket_not_found()
}

function toBasket(row: BasketRow): Basket {
  return {
    id: row.id,
    lines: row.lines,
    bundles: row.bundles,
    country: row.country,
    locale: row.locale,
    deliveryMethod: row.delivery_method,
    ...(row.region !== null || row.postcode !== null ? { destination: destinationOf(row) } : {}),
    channelCode: row.channel_code,
    coupons: row.coupons,
    ...(row.customer_id !== null && {
      buyer: {
        customerId: row.customer_id,
        groups: row.groups ?? [],
        nthOrder: row.nth_order ?? undefined,
        ...(row.company_id !== null && { company: row.company_id }),
        exemptions: row.exemptions ?? [],
      },
    }),
    ...businessOf(row),
    ...(row.seen !== null && { seen: row.seen }),
    ...(row.said_prices !== null && { saidPrices: row.said_prices }),
    version: row.version,
    ordered: row.ordered,
    ...(row.owner !== null && { owner: row.owner }),
    ...(row.joined_into !== null && { joinedInto: row.joined_into }),
    market: {
      code: row.code,
      currency: currencyCode(row.currency),
      pricesIncludeTax: row.prices_include_tax,
      countries: row.countries,
      entityId: row.entity_id,
      timeZone: row.time_zone,
      locationCode: row.location_code,
    },
  }
}

const destinationOf = ({ region, postcode }: BasketRow) => ({
  region: region ?? undefined,
  postcode: postcode ?? undefined,
})

/** Who buys for a company that the shop knows need not say so. */
function businessOf({ business, company }: BasketRow): { readonly business?: Business } {
  const known = business ?? company
  return known ? { business: known } : {}
}

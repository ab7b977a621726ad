import type { Database } from '../../../host/database/pool.ts'
import { adHoc, fragment, joined, trusted, type Fragment } from '../../../host/database/sql.ts'
import type { Attribute } from '../domain/attribute.ts'
import { listAttributes } from './definitions.ts'
import { keptFacets, type KeptCount } from './kept-facets.ts'
import { firstThatFinds, searched } from './list-products.ts'
import { inLanguage } from './localised.ts'
import { chosenConditions } from './product-conditions.ts'
import { shownHere, type ShopPlace } from './shown-here.ts'

export interface FacetFilter {
  readonly locale: string
  /** Only what is shown here is counted. */
  readonly place?: ShopPlace | undefined
  /** These categories, or all products. */
  readonly categoryIds?: readonly string[] | undefined
  /** What lies in this collection, or is of this brand, alone. */
  readonly collectionId?: string | undefined
  readonly brand?: string | undefined
  /** What a search finds. */
  readonly search?: string | undefined
  /** Attribute code -> the values that are chosen. */
  readonly chosen: Readonly<Record<string, readonly string[]>>
  /** The brands that are chosen, in small letters. */
  readonly brands?: readonly string[] | undefined
}

export interface Facet {
  readonly kind: 'brand' | 'attribute'
  /** Of the attribute. */
  readonly code: string
  /** Empty for brands, which each language calls itself. */
  readonly name: string
  readonly choices: readonly {
    readonly value: string
    /** Empty for yes and no, which each language says itself. */
    readonly name: string
    readonly count: number
    readonly chosen: boolean
  }[]
  /** So many were counted and no more: there may be others. */
  readonly capped: boolean
}

/** Products that are counted at most: a list of a million answers as fast as one of a thousand. */
const COUNTED = 1_000

/** Of products that are looked through for what is chosen; if what fits lies further on, it is looked up along its index. */
const LOOKED_THROUGH = 1_500

/** Where so many fit among those, many do, and to count a thousand of them would be to read as many as there are. */
const MANY = 25

/** Brands that are offered, the most frequent; those chosen always are. */
const MOST_BRANDS = 20

type Reader = Pick<Database, 'rows'>

/** What is counted without: the choices of one facet do not narrow it, so that a second can be added. */
type Without = { readonly code: string } | 'brands' | undefined

/**
 * What shoppers can filter a list by, each choice with the products that it would leave. What is chosen of one facet narrows the others
 * and not itself. Facets of which nothing is there are left out, and brands where there is but one.
 */
export async function listFacets(reader: Reader, filter: FacetFilter): Promise<Facet[]> {
  const [known, kept] = await Promise.all([listAttributes(reader), keptCounts(reader, filter)])
  const attributes = known.filter(({ filterable }) => filterable)
  const asked = Object.keys(filter.chosen).filter((code) => attributes.some((one) => one.code === code))
  const brands = filter.brands ?? []
  const [all, ofBrands, ...ofAsked] = await Promise.all([
    countFacets(reader, { ...filter, kept }, undefined),
    brands.length > 0 ? countFacets(reader, { ...filter, kept }, 'brands') : undefined,
    ...asked.map((code) => countFacets(reader, { ...filter, kept }, { code })),
  ])
  const countedOf = (code: string) => ofAsked[asked.indexOf(code)] ?? all
  return [
    ...(filter.brand === undefined ? brandFacet(ofBrands ?? all, brands) : []),
    ...attributes.flatMap((attribute) => facetOf(attribute, countedOf(attribute.code), filter)),
  ]
}

interface Counted {
  readonly byFacet: ReadonlyMap<string, number>
  readonly brands: readonly { readonly value: string; readonly name: string; readonly count: number }[]
  readonly capped: boolean
}

interface Asked extends FacetFilter {
  readonly kept: Counted | undefined
}

interface CountRow {
  readonly kind: 'facet' | 'brand' | 'looked' | 'more'
  readonly value: string
  readonly name: string
  readonly count: number
}

async function countFacets(reader: Reader, filter: Asked, without: Without): Promise<Counted> {
  const others = Object.entries(filter.chosen).filter(([code]) => typeof without !== 'object' || code !== without.code)
  const brands = without === 'brands' ? [] : filter.brands
  const chosen = chosenConditions({ chosen: Object.fromEntries(others), brands })
  if (filter.kept && chosen.length === 0) return filter.kept
  const rows = await (filter.search === undefined
    ? countListed(reader, filter, chosen)
    : countFound(reader, { ...filter, search: filter.search }, chosen))
  return { ...countedFrom(rows), capped: lookedAt(rows) > COUNTED || rows.some(({ kind }) => kind === 'more') }
}

function countedFrom(rows: readonly (CountRow | KeptCount)[]): Omit<Counted, 'capped'> {
  return {
    byFacet: new Map(rows.flatMap(({ kind, value, count }) => (kind === 'facet' ? [[value, count]] : []))),
    brands: rows.filter(({ kind }) => kind === 'brand'),
  }
}

/** Of one shelf whatever is in it, counted beforehand: all of it, and not the first thousand. */
async function keptCounts(reader: Reader, filter: FacetFilter): Promise<Counted | undefined> {
  const { categoryIds, brand, collectionId, place, search } = filter
  const [shelf, ...more] = [
    ...(categoryIds ? [{ categoryIds }] : []),
    ...(brand === undefined ? [] : [{ brand }]),
    ...(collectionId === undefined ? [] : [{ collectionId }]),
  ]
  if (!shelf || more.length > 0 || !place || search !== undefined) return undefined
  const rows = await keptFacets(reader, shelf, place)
  return rows && { ...countedFrom(rows), capped: false }
}

const lookedAt = (rows: readonly CountRow[]): number => rows.find(({ kind }) => kind === 'looked')?.count ?? 0

const MORE: CountRow = { kind: 'more', value: '', name: '', count: 0 }

async function countListed(reader: Reader, filter: FacetFilter, chosen: readonly Fragment[]): Promise<CountRow[]> {
  const sets = setsOf(filter)
  const shown = shownIn(filter)
  if (chosen.length === 0) return countAmong(reader, looked([...sets, ...shown]))
  const walked = await countAmong(
    reader,
    fragment`SELECT w.* FROM (
        SELECT p.facets, p.vendor, (${joined([...chosen, ...shown], ' AND ')}) AS fits FROM catalog.product p
        WHERE ${joined(sets, ' AND ')} LIMIT ${LOOKED_THROUGH}) w
      WHERE w.fits LIMIT ${COUNTED + 1}`,
  )
  const found = lookedAt(walked)
  if (found > COUNTED || (await countUpTo(reader, sets)) <= LOOKED_THROUGH) return walked
  if (found > MANY) return [...walked, MORE]
  return countAmong(reader, looked([...sets, ...chosen, ...shown]))
}

function looked(conditions: readonly Fragment[]): Fragment {
  return fragment`SELECT p.facets, p.vendor FROM catalog.product p WHERE ${joined(conditions, ' AND ')} LIMIT ${COUNTED + 1}`
}

async function countUpTo(reader: Reader, sets: readonly Fragment[]): Promise<number> {
  const [row] = await reader.rows(adHoc<{ n: number }>`
    SELECT count(*)::int AS n FROM (
      SELECT 1 FROM catalog.product p WHERE ${joined(sets, ' AND ')} LIMIT ${LOOKED_THROUGH + 1}) counted`)
  return row?.n ?? 0
}

async function countFound(
  reader: Reader,
  filter: FacetFilter & { readonly search: string },
  chosen: readonly Fragment[],
): Promise<CountRow[]> {
  const found = await searched(reader, filter.search, [...setsOf(filter), ...shownIn(filter), ...chosen])
  if (!found) return []
  const count = (products: Fragment) => countAmong(reader, fragment`SELECT p.facets, p.vendor FROM ${products}`)
  return firstThatFinds(found, count, (rows) => lookedAt(rows) > 0)
}

/** What each index holds together. */
function setsOf({ categoryIds, collectionId, brand }: FacetFilter): Fragment[] {
  return [
    trusted("p.state = 'published'"),
    ...(categoryIds ? [fragment`p.category_id = ANY(${categoryIds}::uuid[])`] : []),
    ...(brand === undefined ? [] : [fragment`lower(p.vendor) = lower(${brand})`]),
    ...(collectionId === undefined
      ? []
      : [
          fragment`p.id IN (SELECT m.product_id FROM catalog.collection_member m WHERE m.collection_id = ${collectionId}::uuid)`,
        ]),
  ]
}

const shownIn = ({ place }: FacetFilter): Fragment[] => (place ? [shownHere(place, trusted('p.id'))] : [])

/** A brand that is hidden has no place in the shop, hence none among its filters. */
function countAmong(reader: Reader, products: Fragment): Promise<CountRow[]> {
  return reader.rows(adHoc<CountRow>`
    WITH looked AS MATERIALIZED (${products}),
    brands AS (SELECT lower(vendor) AS value, min(vendor) AS name, count(*)::int AS count FROM looked
      WHERE vendor <> '' GROUP BY lower(vendor) ORDER BY count(*) DESC, lower(vendor))
    SELECT 'looked' AS kind, '' AS value, '' AS name, count(*)::int AS count FROM looked
    UNION ALL SELECT 'facet', facet, '', count(*)::int FROM looked, unnest(looked.facets) AS facet GROUP BY facet
    UNION ALL SELECT 'brand', n.value, coalesce(b.name, n.name), n.count FROM brands n
      LEFT JOIN catalog.brand b ON lower(b.name) = n.value WHERE b.hidden IS NOT TRUE`)
}

function brandFacet({ brands, capped }: Counted, chosen: readonly string[]): Facet[] {
  const known = new Set(brands.map(({ value }) => value))
  const gone = chosen.filter((value) => !known.has(value)).map((value) => ({ value, name: value, count: 0 }))
  const offered = brands.filter(({ value }, at) => at < MOST_BRANDS || chosen.includes(value))
  const choices = [...offered, ...gone].map(({ value, name, count }) => ({
    value,
    name,
    count,
    chosen: chosen.includes(value),
  }))
  if (choices.length < 2 && chosen.length === 0) return []
  const byName = choices.toSorted((one, other) => (one.value < other.value ? -1 : 1))
  return [{ kind: 'brand', code: 'brand', name: '', choices: byName, capped }]
}

function facetOf(attribute: Attribute, { byFacet, capped }: Counted, { locale, chosen }: FacetFilter): Facet[] {
  const { code, kind, names, choices } = attribute
  const values =
    kind === 'yes_no'
      ? ['yes', 'no'].map((value) => ({ value, name: '' }))
      : choices.map((choice) => ({ value: choice.code, name: inLanguage(choice.names, locale) }))
  const told = values
    .map(({ value, name }) => ({
      value,
      name,
      count: byFacet.get(`${code}=${value}`) ?? 0,
      chosen: chosen[code]?.includes(value) ?? false,
    }))
    .filter((choice) => choice.count > 0 || choice.chosen)
  return told.length === 0 ? [] : [{ kind: 'attribute', code, name: inLanguage(names, locale), choices: told, capped }]
}

import type { Database } from '../../../host/database/pool.ts'
import { adHoc, fragment, joined, trusted } from '../../../host/database/sql.ts'
import type { Attribute } from '../domain/attribute.ts'
import { listAttributes } from './definitions.ts'
import { inLanguage } from './localised.ts'
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
  /** Attribute code -> the values that are chosen. */
  readonly chosen: Readonly<Record<string, readonly string[]>>
}

export interface Facet {
  readonly code: string
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

/** Products that are counted at most: a list of a million answers as fast as one of five thousand. */
const COUNTED = 5_000

/**
 * What shoppers can filter a list by, each choice with the products that it would leave. What is chosen of one attribute narrows
 * the others and not itself, so that a second choice can be added. Attributes of which nothing is there are left out.
 */
export async function listFacets(reader: Pick<Database, 'rows'>, filter: FacetFilter): Promise<Facet[]> {
  const attributes = (await listAttributes(reader)).filter(({ filterable }) => filterable)
  if (attributes.length === 0) return []
  const asked = Object.keys(filter.chosen).filter((code) => attributes.some((one) => one.code === code))
  const counts = new Map(
    await Promise.all(
      [undefined, ...asked].map(async (code) => [code, await countFacets(reader, filter, code)] as const),
    ),
  )
  return attributes.flatMap((attribute) => {
    const counted = counts.get(asked.includes(attribute.code) ? attribute.code : undefined)
    return counted ? facetOf(attribute, counted, filter) : []
  })
}

interface Counted {
  readonly byFacet: ReadonlyMap<string, number>
  readonly capped: boolean
}

async function countFacets(
  reader: Pick<Database, 'rows'>,
  { categoryIds, collectionId, brand, chosen, place }: FacetFilter,
  without: string | undefined,
): Promise<Counted> {
  const others = Object.entries(chosen).filter(([code]) => code !== without)
  const conditions = [
    trusted("p.state = 'published'"),
    ...(place ? [shownHere(place, trusted('p.id'))] : []),
    ...(categoryIds ? [fragment`p.category_id = ANY(${categoryIds}::uuid[])`] : []),
    ...(brand === undefined ? [] : [fragment`lower(p.vendor) = lower(${brand})`]),
    ...(collectionId === undefined
      ? []
      : [
          fragment`p.id IN (SELECT m.product_id FROM catalog.collection_member m WHERE m.collection_id = ${collectionId}::uuid)`,
        ]),
    ...facetTexts(Object.fromEntries(others)).map((facets) => fragment`p.facets && ${facets}::text[]`),
  ]
  const rows = await reader.rows(adHoc<{ facet: string; count: number; looked_at: number }>`
    WITH looked AS MATERIALIZED (
      SELECT p.facets FROM catalog.product p WHERE ${joined(conditions, ' AND ')} LIMIT ${COUNTED + 1})
    SELECT facet, count(*)::int AS count, (SELECT count(*)::int FROM looked) AS looked_at
    FROM looked, unnest(looked.facets) AS facet GROUP BY facet`)
  return {
    byFacet: new Map(rows.map(({ facet, count }) => [facet, count])),
    capped: (rows[0]?.looked_at ?? 0) > COUNTED,
  }
}

/** For each attribute its values, as the index holds them; one of each list must be there. */
export function facetTexts(chosen: FacetFilter['chosen']): string[][] {
  return Object.entries(chosen).map(([code, values]) => values.map((value) => `${code}=${value}`))
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
  return told.length === 0 ? [] : [{ code, name: inLanguage(names, locale), choices: told, capped }]
}

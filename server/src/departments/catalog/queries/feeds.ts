import { hashToken } from '../../../host/auth/tokens.ts'
import type { Database } from '../../../host/database/pool.ts'
import { sql, trusted } from '../../../host/database/sql.ts'
import { plainWords } from '../../../host/rich-text/rich-text.ts'
import type { ContentOfPiece } from '../domain/content-of-piece.ts'
import type { FeedFormat, FeedProblem, FeedProduct } from '../domain/feed-item.ts'
import type { Texts } from '../domain/product.ts'
import { placedBy, type Placing } from '../domain/taxonomy.ts'
import { inLanguage } from './localised.ts'
import { shownHere, type ShopPlace } from './shown-here.ts'
import { loadTaxonomy } from './taxonomies.ts'

type Reader = Pick<Database, 'rows'>

export { FEED_FORMATS, FEED_PROBLEMS } from '../domain/feed-item.ts'

/** The first products of a kind of problem are named, all of them counted. */
export type FeedProblems = Readonly<
  Partial<
    Record<
      FeedProblem,
      { readonly count: number; readonly products: readonly { readonly id: string; readonly name: string }[] }
    >
  >
>

export interface Feed {
  readonly id: string
  readonly name: string
  readonly format: FeedFormat
  readonly channel: string
  readonly market: string
  readonly language: string
  readonly createdAt: Date
  /** When its file was last written; null before the first time. */
  readonly builtAt: Date | null
  /** Since when somebody wants it anew. */
  readonly wantedAt: Date | null
  /** Of its file: when its bytes last became other ones, and how many they are, unpacked. */
  readonly changedAt: Date | null
  readonly bytes: bigint | null
  /** When its address was last fetched. */
  readonly readAt: Date | null
  readonly items: number
  readonly leftOut: number
  readonly problems: FeedProblems
}

const COLUMNS =
  trusted(`f.id, f.name, f.format, f.channel, f.market, f.language, f.created_at AS "createdAt", f.built_at AS "builtAt",
  f.wanted_at AS "wantedAt", k.changed_at AS "changedAt", k.bytes, f.read_at AS "readAt", f.items, f.left_out AS "leftOut", f.problems`)

/** Those that were not taken back, the newest first: a shop has a handful. */
export function listFeeds(reader: Reader): Promise<Feed[]> {
  return reader.rows(sql<Feed>`
    SELECT ${COLUMNS} FROM catalog.feed f LEFT JOIN catalog.feed_file k ON k.feed_id = f.id WHERE f.revoked_at IS NULL ORDER BY f.created_at DESC, f.id DESC`)
}

/** By the secret of its address. */
export async function findFeedBySecret(reader: Reader, secret: string): Promise<Feed | undefined> {
  const [feed] = await reader.rows(sql<Feed>`
    SELECT ${COLUMNS} FROM catalog.feed f LEFT JOIN catalog.feed_file k ON k.feed_id = f.id WHERE f.token_hash = ${hashToken(secret)} AND f.revoked_at IS NULL`)
  return feed
}

export interface FeedFile {
  readonly tag: string
  readonly changedAt: Date
  readonly bytes: bigint
  /** Gzip. */
  readonly packed: Buffer
}

/** Whole: one statement, so that nobody is sent half of one file and half of the next. A hundred thousand products are some megabytes. */
export async function findFeedFile(reader: Reader, feedId: string): Promise<FeedFile | undefined> {
  const [file] = await reader.rows(sql<FeedFile>`
    SELECT tag, changed_at AS "changedAt", bytes, packed FROM catalog.feed_file WHERE feed_id = ${feedId}::uuid`)
  return file
}

/** When a product was last saved; null in an empty shop. */
export async function findLastProductChange(reader: Reader): Promise<Date | null> {
  const [last] = await reader.rows(sql<{ at: Date }>`
    SELECT updated_at AS at FROM catalog.product ORDER BY updated_at DESC, id DESC LIMIT 1`)
  return last?.at ?? null
}

export interface FeedProductsAsked {
  readonly language: string
  readonly place: ShopPlace
  /** The last id of the chunk before. */
  readonly after?: string | undefined
  /** This one alone. */
  readonly only?: string | undefined
  readonly limit: number
}

interface FeedRow {
  readonly id: string
  readonly handle: string
  readonly names: Texts
  readonly descriptions: Texts
  readonly vendor: string
  readonly category: Texts | null
  readonly category_id: string | null
  readonly placing: Placing | null
  readonly options: readonly {
    readonly code: string
    readonly names: Texts
    readonly choices: readonly { readonly code: string; readonly names: Texts }[]
  }[]
  readonly images: string[]
  readonly variants: readonly {
    readonly id: string
    readonly sku: string
    readonly gtin: string | null
    readonly names: Texts
    readonly optionValues: Readonly<Record<string, string>>
    readonly weightGrams: number
    readonly imageFileId: string | null
    readonly content: ContentOfPiece | null
  }[]
}

const FIRST = '00000000-0000-0000-0000-000000000000'

/** What is shown in a place now, in the order of ids, a chunk at a time: a hundred thousand cost no memory. */
export async function listFeedProducts(reader: Reader, asked: FeedProductsAsked): Promise<FeedProduct[]> {
  const { language, place, after = FIRST, only = null, limit } = asked
  const rows = await reader.rows(sql<FeedRow>`
    SELECT p.id, p.handle, p.names, p.descriptions, p.vendor, c.names AS category, p.category_id,
      CASE WHEN t.product_id IS NOT NULL THEN jsonb_build_object('taxonomyId', t.taxonomy_id, 'googleId', t.google_id) END
        AS placing,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('code', o.code, 'names', o.names, 'choices', o.choices)
          ORDER BY o.position), '[]') FROM catalog.option o WHERE o.product_id = p.id) AS options,
      ARRAY(SELECT i.file_id::text FROM catalog.image i WHERE i.product_id = p.id ORDER BY i.position) AS images,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'sku', v.sku, 'gtin', v.gtin, 'names', v.option_names,
          'optionValues', v.option_values, 'weightGrams', v.weight_grams, 'imageFileId', v.image_file_id, 'content', v.content)
          ORDER BY v.position), '[]')
        FROM catalog.variant v WHERE v.product_id = p.id AND v.retired_at IS NULL) AS variants
    FROM catalog.product p
    LEFT JOIN catalog.category c ON c.id = p.category_id
    LEFT JOIN catalog.product_taxonomy t ON t.product_id = p.id
    WHERE p.state = 'published' AND p.id > ${after}::uuid AND (${only}::uuid IS NULL OR p.id = ${only}::uuid)
      AND ${shownHere(place, trusted('p.id'))}
    ORDER BY p.id LIMIT ${limit}`)
  if (rows.length === 0) return []
  const [googleOf, shopify] = await Promise.all([categoryPlacings(reader), loadTaxonomy('shopify')])
  return rows.map((row) => {
    const own = row.placing === null ? [] : [{ ...row.placing, by: null }]
    const placed = placedBy([...own, ...googleOf(row.category_id)], shopify)
    return productOf(row, language, placed.googleId)
  })
}

/** A category's word on where it stands, then that of those above it; the tree is small. */
async function categoryPlacings(reader: Reader): Promise<(id: string | null) => (Placing & { readonly by: null })[]> {
  const rows = await reader.rows(sql<Placing & { id: string; parentId: string | null }>`
    SELECT id, parent_id AS "parentId", taxonomy_id AS "taxonomyId", google_id AS "googleId" FROM catalog.category`)
  const known = new Map(rows.map((row) => [row.id, row]))
  const way = (id: string | null): (Placing & { readonly by: null })[] => {
    const row = id === null ? undefined : known.get(id)
    return row ? [{ taxonomyId: row.taxonomyId, googleId: row.googleId, by: null }, ...way(row.parentId)] : []
  }
  return way
}

function productOf(row: FeedRow, language: string, googleCategory: string | null): FeedProduct {
  const { id, handle, vendor } = row
  const said = (texts: Texts) => inLanguage(texts, language)
  return {
    id,
    handle,
    vendor,
    name: said(row.names),
    description: plainWords(said(row.descriptions)),
    category: said(row.category ?? {}),
    googleCategory,
    imageFileIds: row.images,
    variants: row.variants.map(({ names, ...variant }) => ({
      ...variant,
      title: said(names),
      options: row.options.flatMap((option) => {
        const choice = option.choices.find(({ code }) => code === variant.optionValues[option.code])
        return choice ? [{ name: said(option.names), value: said(choice.names) }] : []
      }),
    })),
  }
}

import { hashToken } from '../../../host/auth/tokens.ts'
import type { Database } from '../../../host/database/pool.ts'
import { sql, trusted } from '../../../host/database/sql.ts'
import { plainWords } from '../../../host/rich-text/rich-text.ts'
import type { ContentOfPiece } from '../domain/content-of-piece.ts'
import type { FeedFormat, FeedProblem, FeedProduct } from '../domain/feed-item.ts'
import type { Texts } from '../domain/product.ts'
import { inLanguage } from './localised.ts'
import { shownHere, type ShopPlace } from './shown-here.ts'

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
  /** When somebody last fetched or checked it. */
  readonly readAt: Date | null
  readonly items: number
  readonly leftOut: number
  readonly problems: FeedProblems
}

const COLUMNS =
  trusted(`f.id, f.name, f.format, f.channel, f.market, f.language, f.created_at AS "createdAt", f.read_at AS "readAt",
  f.items, f.left_out AS "leftOut", f.problems`)

/** Those that were not taken back, the newest first: a shop has a handful. */
export function listFeeds(reader: Reader): Promise<Feed[]> {
  return reader.rows(sql<Feed>`
    SELECT ${COLUMNS} FROM catalog.feed f WHERE f.revoked_at IS NULL ORDER BY f.created_at DESC, f.id DESC`)
}

export async function findFeed(reader: Reader, id: string): Promise<Feed | undefined> {
  const [feed] = await reader.rows(sql<Feed>`
    SELECT ${COLUMNS} FROM catalog.feed f WHERE f.id = ${id}::uuid AND f.revoked_at IS NULL`)
  return feed
}

/** By the secret of its address. */
export async function findFeedBySecret(reader: Reader, secret: string): Promise<Feed | undefined> {
  const [feed] = await reader.rows(sql<Feed>`
    SELECT ${COLUMNS} FROM catalog.feed f WHERE f.token_hash = ${hashToken(secret)} AND f.revoked_at IS NULL`)
  return feed
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
  readonly google_category: string | null
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
    SELECT p.id, p.handle, p.names, p.descriptions, p.vendor, c.names AS category,
      coalesce(t.google_id, c.google_id) AS google_category,
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
  return rows.map((row) => productOf(row, language))
}

function productOf(
  { names, descriptions, category, google_category, images, variants, ...same }: FeedRow,
  language: string,
): FeedProduct {
  return {
    ...same,
    name: inLanguage(names, language),
    description: plainWords(inLanguage(descriptions, language)),
    category: inLanguage(category ?? {}, language),
    googleCategory: google_category,
    imageFileIds: images,
    variants: variants.map(({ names: title, ...variant }) => ({ ...variant, title: inLanguage(title, language) })),
  }
}

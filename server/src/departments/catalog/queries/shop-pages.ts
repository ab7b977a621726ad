import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { PageTexts } from '../domain/page-texts.ts'
import type { Texts } from '../domain/product.ts'

/** What a page of the shop says above its products, in one language where it was said in it. */
export interface ShopPageWords {
  readonly description: string
  /** Empty where nothing was said for search engines. */
  readonly seoTitle: string
  readonly seoDescription: string
  readonly imageFileId: string | null
}

type PageRow = PageTexts & { readonly imageFileId: string | null }

export async function findCategoryWords(
  reader: Pick<Database, 'row'>,
  handle: string,
  locale: string,
): Promise<ShopPageWords | undefined> {
  const row = await reader.row(sql<PageRow>`
    SELECT c.descriptions, c.seo_titles AS "seoTitles", c.seo_descriptions AS "seoDescriptions", c.image_file_id AS "imageFileId"
    FROM catalog.category c WHERE c.handle = ${handle}`)
  return row && pageWords(row, locale)
}

/** A description falls back to English as every text does; what search engines show does not, since it would be of another page. */
export function pageWords(
  { descriptions, seoTitles, seoDescriptions, imageFileId }: PageRow,
  locale: string,
): ShopPageWords {
  const own = (texts: Texts) => texts[locale] ?? ''
  return {
    description: descriptions[locale] ?? descriptions['en'] ?? '',
    seoTitle: own(seoTitles),
    seoDescription: own(seoDescriptions),
    imageFileId,
  }
}

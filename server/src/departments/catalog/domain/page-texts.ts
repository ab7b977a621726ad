import type { Refused } from '../../../kernel/result.ts'
import { mergedTexts, textFlaws } from './check-texts.ts'
import type { Texts } from './product.ts'

/** What a page of the shop says beside its name: of a category, a collection, a brand. */
export interface PageTexts {
  /** Plain, or restricted HTML. */
  readonly descriptions: Texts
  /** What search engines show instead of the name, and below it. */
  readonly seoTitles: Texts
  readonly seoDescriptions: Texts
}

export type PageTextsDraft = { readonly [Field in keyof PageTexts]?: Texts | undefined }

export const NO_PAGE_TEXTS: PageTexts = { descriptions: {}, seoTitles: {}, seoDescriptions: {} }

const MOST: Readonly<Record<keyof PageTexts, number>> = { descriptions: 20_000, seoTitles: 120, seoDescriptions: 320 }

export function mergedPageTexts(before: PageTexts, draft: PageTextsDraft): PageTexts {
  return {
    descriptions: mergedTexts(before.descriptions, draft.descriptions),
    seoTitles: mergedTexts(before.seoTitles, draft.seoTitles),
    seoDescriptions: mergedTexts(before.seoDescriptions, draft.seoDescriptions),
  }
}

export function checkPageTexts(texts: PageTexts): Refused[] {
  return (['descriptions', 'seoTitles', 'seoDescriptions'] as const).flatMap((field) =>
    textFlaws(texts[field], { field, max: MOST[field], required: false }),
  )
}

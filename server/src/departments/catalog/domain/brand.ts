import { ok, type Result } from '../../../kernel/result.ts'
import { handleFlaws } from './check-product.ts'
import { checkPageTexts, mergedPageTexts, NO_PAGE_TEXTS, type PageTexts, type PageTextsDraft } from './page-texts.ts'
import { LIMITS } from './product.ts'
import { refusals } from './refusals.ts'
import { together } from './together.ts'

export interface BrandContent extends PageTexts {
  /** As products say it: the same in every language. */
  readonly name: string
  readonly handle: string
  readonly hidden: boolean
  readonly imageFileId: string | null
  readonly makerId: string | null
}

export type Brand = BrandContent & { readonly id: string; readonly version: number }

export type BrandDraft = PageTextsDraft & {
  readonly [Field in Exclude<keyof BrandContent, keyof PageTexts>]?: BrandContent[Field] | undefined
}

const BLANK: BrandContent = { name: '', handle: '', hidden: false, imageFileId: null, makerId: null, ...NO_PAGE_TEXTS }

export function planBrand(before: BrandContent = BLANK, draft: BrandDraft): Result<BrandContent> {
  const after: BrandContent = {
    name: (draft.name ?? before.name).trim(),
    handle: draft.handle ?? before.handle,
    hidden: draft.hidden ?? before.hidden,
    imageFileId: draft.imageFileId === undefined ? before.imageFileId : draft.imageFileId,
    makerId: draft.makerId === undefined ? before.makerId : draft.makerId,
    ...mergedPageTexts(before, draft),
  }
  const flaws = [
    ...(after.name === '' ? [refusals.name_missing({ field: 'name' })] : []),
    ...(after.name.length > LIMITS.vendor
      ? [refusals.text_too_long({ field: 'name', params: { max: LIMITS.vendor } })]
      : []),
    ...handleFlaws(after.handle),
    ...checkPageTexts(after),
  ]
  return flaws.length > 0 ? together(flaws) : ok(after)
}

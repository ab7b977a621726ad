import type { Id } from '../../../kernel/ids.ts'
import type { AttributeValues, ValuesToSet } from './attribute-values.ts'
import type { ContentOfPiece } from './content-of-piece.ts'
import type { FocalPoint } from './focal-point.ts'

export type ProductId = Id<'product'>
export type VariantId = Id<'variant'>
export type CategoryId = Id<'category'>

/** Language code -> text. English is always there; a page falls back to it. */
export type Texts = Readonly<Record<string, string>>

export const LANGUAGES: readonly string[] = ['en', 'it', 'es', 'id']
export const DEFAULT_LANGUAGE = 'en'
export const DEFAULT_TAX_CATEGORY = 'standard'

export const LIMITS = {
  handle: 200,
  name: 255,
  description: 100_000,
  vendor: 255,
  tag: 100,
  tags: 250,
  sku: 100,
  optionName: 100,
  choiceName: 255,
  options: 3,
  variants: 2_000,
  images: 250,
  seoTitle: 120,
  seoDescription: 320,
  warning: 2_000,
  weightGrams: 2_000_000_000,
} as const

export type ProductState = 'draft' | 'published'

export interface Choice {
  readonly code: string
  readonly names: Texts
}

export interface Option {
  readonly code: string
  readonly names: Texts
  readonly choices: readonly Choice[]
}

export interface Variant {
  readonly id: VariantId
  readonly sku: string
  readonly gtin: string | null
  /** Option code -> choice code. */
  readonly optionValues: Readonly<Record<string, string>>
  readonly weightGrams: number
  readonly requiresShipping: boolean
  readonly imageFileId: string | null
  readonly attributes: AttributeValues
  /** How much is in one piece; null where nobody compares by it. */
  readonly content: ContentOfPiece | null
  readonly retired: boolean
}

export interface ProductImage {
  readonly fileId: string
  readonly alts: Texts
  /** What must be seen where a box crops it; absent for the middle. In a draft, null puts it there. */
  readonly focal?: FocalPoint | null | undefined
}

/** What the law asks of a product: Regulation (EU) 2023/988 art. 19, customs, Directive (EU) 2024/825. */
export interface Compliance {
  readonly makerId: string | null
  /** Who answers for it in the Union, where the maker is outside. */
  readonly responsibleId: string | null
  readonly warnings: Texts
  /** Of the Harmonised System: 6 digits, 8 in the Union's nomenclature, 10 in its tariff. */
  readonly hsCode: string | null
  readonly originCountry: string | null
  /** The producer's own guarantee of durability, where it is longer than two years. */
  readonly durabilityYears: number | null
  /** Where its digital product passport is read. */
  readonly passportUrl: string | null
}

export interface Product extends Compliance {
  readonly id: ProductId
  readonly version: number
  readonly handle: string
  readonly names: Texts
  readonly descriptions: Texts
  /** What search engines show; without words its name and its description. */
  readonly seoTitles: Texts
  readonly seoDescriptions: Texts
  readonly vendor: string
  readonly categoryId: string | null
  readonly tags: readonly string[]
  readonly taxCategory: string
  readonly state: ProductState
  readonly options: readonly Option[]
  /** In the order in which shoppers see them; retired ones last. */
  readonly variants: readonly Variant[]
  readonly images: readonly ProductImage[]
  readonly familyCode: string | null
  readonly attributes: AttributeValues
}

/** A new variant has no id yet: whoever saves the plan gives it one. */
export type PlannedVariant = Omit<Variant, 'id'> & { readonly id: VariantId | null }
export type PlannedProduct = Omit<Product, 'id' | 'version' | 'variants'> & {
  readonly variants: readonly PlannedVariant[]
}

export interface VariantDraft {
  readonly sku: string
  readonly gtin?: string | null | undefined
  readonly optionValues?: Readonly<Record<string, string>> | undefined
  readonly weightGrams?: number | undefined
  readonly requiresShipping?: boolean | undefined
  readonly imageFileId?: string | null | undefined
  readonly attributes?: ValuesToSet | undefined
  readonly content?: ContentOfPiece | null | undefined
}

export type ComplianceDraft = { readonly [Field in keyof Compliance]?: Compliance[Field] | undefined }

/**
 * What somebody wants a product to be. What is left out stays as it is (or gets its default on a new product). Texts are
 * laid over those that exist, language by language; an empty text takes its language away. `variants`, `options` and
 * `images` are whole lists: a variant that is not on the list is retired.
 */
export interface ProductDraft extends ComplianceDraft {
  readonly handle: string
  readonly names?: Texts | undefined
  readonly descriptions?: Texts | undefined
  readonly seoTitles?: Texts | undefined
  readonly seoDescriptions?: Texts | undefined
  readonly vendor?: string | undefined
  readonly categoryId?: string | null | undefined
  readonly tags?: readonly string[] | undefined
  readonly taxCategory?: string | undefined
  readonly state?: ProductState | undefined
  readonly options?: readonly Option[] | undefined
  readonly variants?: readonly VariantDraft[] | undefined
  readonly images?: readonly ProductImage[] | undefined
  readonly familyCode?: string | null | undefined
  readonly attributes?: ValuesToSet | undefined
}

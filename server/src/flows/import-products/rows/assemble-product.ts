import {
  LIMITS,
  planProductChange,
  type Option,
  type ProductDraft,
  type ProductKind,
  type Texts,
  type ValuesToSet,
} from '../../../departments/catalog/index.ts'
import { slugify } from '../../../kernel/text.ts'
import type { Field } from '../formats/field.ts'
import type { Log } from '../formats/format.ts'
import { refusals } from '../refusals.ts'
import type { Place, RowRefusal } from '../report.ts'
import type { Columns } from './read-columns.ts'
import type { ReadVariant } from './read-variant.ts'

/** What the rows of one handle say, before it is put together. */
export interface ProductRows {
  readonly place: Place
  readonly handle: string
  readonly names: Readonly<Record<string, string>>
  readonly descriptions: Readonly<Record<string, string>> | undefined
  readonly seoTitles: Texts | undefined
  readonly seoDescriptions: Texts | undefined
  readonly warnings: Texts | undefined
  readonly kind: ProductKind | undefined
  readonly familyCode: string | null | undefined
  readonly attributes: ValuesToSet | undefined
  readonly vendor: string | undefined
  /** Its name, empty where the file says nothing. */
  readonly category: string
  /** Where the file names categories by their address; empty is none. */
  readonly categoryHandle: string | undefined
  /** Its address alone says which one it is. */
  readonly isExactCategory: boolean
  readonly tags: readonly string[] | undefined
  readonly state: 'draft' | 'published' | undefined
  readonly taxCategory: string | undefined
  readonly hsCode: string | null | undefined
  readonly originCountry: string | null | undefined
  readonly durabilityYears: number | null | undefined
  readonly passportUrl: string | null | undefined
  readonly optionNames: readonly string[]
  readonly variants: ReadVariant[]
  readonly images: ImportedImage[]
  /** Something of it was refused: it is not put together, since that would only refuse what follows from it. */
  broken: boolean
}

export interface ImportedImage {
  readonly place: Place
  readonly src: string
  readonly alts: Texts
  readonly position: number
}

export interface ImportedVariant {
  readonly place: Place
  readonly sku: string
  /** Undefined where the file does not say. */
  readonly amount: bigint | undefined
  readonly compareAt: bigint | undefined
  /** Undefined where the file does not say; what the shop has stays then. */
  readonly cost: bigint | undefined
  /** Undefined where the file does not say. */
  readonly quantity: number | undefined
  readonly picture: string
}

export interface ImportedProduct {
  readonly place: Place
  /** Without category and pictures, which need the shop to be known. */
  readonly draft: ProductDraft & { readonly handle: string }
  /** Null where the file says nothing of it; an empty handle takes it off. */
  readonly category: { readonly handle: string; readonly name: string; readonly isExact?: true } | null
  readonly kind: ProductKind | undefined
  readonly variants: readonly ImportedVariant[]
  readonly images: readonly ImportedImage[]
}

const LANGUAGE = 'en'

/** The product as the catalogue takes it; the catalogue's own rules refuse here, with the row that is at fault. */
export function assembleProduct(rows: ProductRows, columns: Columns, log: Log): ImportedProduct | undefined {
  if (rows.broken) return undefined
  const options = optionsOf(rows)
  const skus = skusOf(rows)
  const draft = draftOf(rows, options, skus)
  const plan = planProductChange(undefined, withoutDefinitions(draft))
  if (!plan.ok) {
    for (const flaw of plan.refusal.others ?? [plan.refusal]) log.refused.push(rowRefusalOf(flaw, rows, columns))
    return undefined
  }
  return {
    place: rows.place,
    draft,
    category: categoryOf(rows, columns, log),
    kind: rows.kind,
    variants: rows.variants.map(({ place, amount, compareAt, cost, quantity, picture }, at) => ({
      place,
      sku: skus[at] ?? '',
      amount,
      compareAt,
      cost,
      quantity,
      picture,
    })),
    images: [...rows.images].sort((a, b) => a.position - b.position),
  }
}

/** What the shop defined is not known here: family and attributes are judged when the product is saved. */
function withoutDefinitions({ familyCode: _family, attributes: _attributes, ...draft }: ReturnType<typeof draftOf>) {
  return { ...draft, variants: draft.variants.map(({ attributes: _values, ...variant }) => variant) }
}

function categoryOf({ category, categoryHandle, isExactCategory, place }: ProductRows, columns: Columns, log: Log) {
  if (categoryHandle !== undefined)
    return {
      handle: categoryHandle,
      name: category || categoryHandle,
      ...(isExactCategory && { isExact: true as const }),
    }
  const handle = slugify(category).slice(0, LIMITS.handle)
  if (handle !== '') return { handle, name: category }
  if (category !== '')
    log.warned.push({ ...place, code: 'ignored_value', column: columns.nameOf('category'), value: category })
  return null
}

function draftOf(rows: ProductRows, options: readonly Option[], skus: readonly string[]) {
  return {
    handle: rows.handle,
    names: rows.names,
    descriptions: rows.descriptions,
    vendor: rows.vendor,
    taxCategory: rows.taxCategory,
    hsCode: rows.hsCode,
    originCountry: rows.originCountry,
    durabilityYears: rows.durabilityYears,
    passportUrl: rows.passportUrl,
    warnings: rows.warnings,
    seoTitles: rows.seoTitles,
    seoDescriptions: rows.seoDescriptions,
    familyCode: rows.familyCode,
    attributes: rows.attributes,
    tags: rows.tags,
    state: rows.state,
    options,
    variants: rows.variants.map((variant, at) => ({
      sku: skus[at] ?? '',
      gtin: variant.gtin,
      optionValues: Object.fromEntries(options.map(({ code }, place) => [code, choiceCode(options, place, variant)])),
      weightGrams: variant.weightGrams,
      requiresShipping: variant.requiresShipping,
      content: variant.content,
      attributes: variant.attributes,
    })),
  }
}

/** Choices in the order in which the file first names them. */
function optionsOf({ optionNames, variants }: ProductRows): Option[] {
  const codes = distinctCodes(optionNames, 'option')
  return optionNames.map((name, place) => {
    const values = [...new Set(variants.map((variant) => variant.values[place] ?? ''))]
    const choices = distinctCodes(values, 'choice')
    return {
      code: codes[place] ?? '',
      names: { [LANGUAGE]: name },
      choices: values.map((value, at) => ({ code: choices[at] ?? '', names: { [LANGUAGE]: value } })),
    }
  })
}

function choiceCode(options: readonly Option[], place: number, variant: ReadVariant): string {
  const value = variant.values[place]
  return options[place]?.choices.find((choice) => choice.names[LANGUAGE] === value)?.code ?? ''
}

/** Readable and stable; what cannot be written in Latin letters, or reads like another, gets a number behind it. */
function distinctCodes(names: readonly string[], fallback: string): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const code = slugify(name) || fallback
    let free = code
    for (let number = 2; taken.has(free); number++) free = `${code}-${number}`
    taken.add(free)
    return free
  })
}

/**
 * Shopify's samples have no SKUs, and ours cannot do without: `handle-value-value`, the same at every import of the file as
 * long as the variant keeps its options, wherever its row stands.
 */
function skusOf({ handle, variants }: ProductRows): string[] {
  const derived = distinctCodes(
    variants.map(({ values }) => [handle, ...values].join(' ')),
    handle,
  )
  return variants.map(({ sku }, at) => sku || derived[at]?.slice(0, LIMITS.sku) || handle)
}

const FIELD_OF: Readonly<Record<string, Field>> = {
  names: 'name',
  descriptions: 'description',
  vendor: 'vendor',
  tags: 'tags',
  handle: 'handle',
  options: 'option1Name',
  variants: 'option1Value',
  sku: 'sku',
  gtin: 'barcode',
  weightGrams: 'weight',
  optionValues: 'option1Value',
  images: 'image',
  imageFileId: 'variantImage',
  categoryId: 'category',
  hsCode: 'hsCode',
  originCountry: 'originCountry',
  taxCategory: 'taxCategory',
  seoTitles: 'seoTitle',
  seoDescriptions: 'seoDescription',
  warnings: 'warning',
  durabilityYears: 'durabilityYears',
  passportUrl: 'passportUrl',
  familyCode: 'family',
  content: 'content',
}

/** The catalogue's refusal of a draft's field, as one of a row and column of the file. */
export function rowRefusalOf(
  flaw: RowRefusal['refusal'],
  { place, variants }: { readonly place: Place; readonly variants: readonly { readonly place: Place }[] },
  columns: Pick<Columns, 'nameOf'>,
): RowRefusal {
  const [part = '', number = '', inner = ''] = (flaw.field ?? '').split('.')
  const at = part === 'variants' ? (variants[Number(number)]?.place ?? place) : place
  const column = columns.nameOf(attributeAt(flaw.field) ?? FIELD_OF[inner] ?? FIELD_OF[part] ?? 'handle')
  const repeated = flaw.code === 'catalog.combination_repeated'
  const params = { ...flaw.params, row: at.row, line: at.line, column }
  const refusal = repeated
    ? refusals.duplicate_variant({ field: `${at.row}.${column}`, params }).refusal
    : { code: flaw.code, status: flaw.status, field: `${at.row}.${column}`, params }
  return { ...at, column, refusal }
}

/** `attributes.material`, `variants.2.attributes.shade`. */
function attributeAt(field: string | undefined): Field | undefined {
  const code = /(?:^|\.)attributes\.([^.]+)/.exec(field ?? '')?.[1]
  return code === undefined ? undefined : `attribute:${code}`
}

/** Whether one of its rows is among the refused. */
export function touches(product: ImportedProduct, refused: readonly RowRefusal[]): boolean {
  if (refused.length === 0) return false
  const rows = new Set(refused.map(({ row }) => row))
  const { place, variants, images } = product
  return [place, ...variants.map((one) => one.place), ...images.map((one) => one.place)].some(({ row }) =>
    rows.has(row),
  )
}

import { LIMITS, planProductChange, type Option, type ProductDraft } from '../../../departments/catalog/index.ts'
import { slugify } from '../../../kernel/text.ts'
import { refusals } from '../refusals.ts'
import type { ImportWarning, Place, RowRefusal } from '../report.ts'
import type { ReadVariant } from './read-variant.ts'

/** What the rows of one handle say, before it is put together. */
export interface ProductRows {
  readonly place: Place
  readonly handle: string
  readonly title: string
  readonly description: string | undefined
  readonly vendor: string | undefined
  readonly type: string
  readonly tags: readonly string[] | undefined
  readonly state: 'draft' | 'published' | undefined
  readonly optionNames: readonly string[]
  readonly variants: ReadVariant[]
  readonly images: ImportedImage[]
  /** Something of it was refused: it is not put together, since that would only refuse what follows from it. */
  broken: boolean
}

export interface ImportedImage {
  readonly place: Place
  readonly src: string
  readonly alt: string
  readonly position: number
}

export interface ImportedVariant {
  readonly place: Place
  readonly sku: string
  readonly amount: bigint
  readonly compareAt: bigint | undefined
  /** Undefined where the file does not say. */
  readonly quantity: number | undefined
  readonly picture: string
}

export interface ImportedProduct {
  readonly place: Place
  /** Without category and pictures, which need the shop to be known. */
  readonly draft: ProductDraft & { readonly handle: string }
  readonly category: { readonly handle: string; readonly name: string } | null
  readonly variants: readonly ImportedVariant[]
  readonly images: readonly ImportedImage[]
}

const LANGUAGE = 'en'

interface Log {
  readonly refused: RowRefusal[]
  readonly warned: ImportWarning[]
}

/** The product as the catalogue takes it; the catalogue's own rules refuse here, with the row that is at fault. */
export function assembleProduct(rows: ProductRows, log: Log): ImportedProduct | undefined {
  if (rows.broken) return undefined
  const options = optionsOf(rows)
  const skus = skusOf(rows)
  const draft = draftOf(rows, options, skus)
  const plan = planProductChange(undefined, draft)
  if (!plan.ok) {
    for (const flaw of plan.refusal.others ?? [plan.refusal]) log.refused.push(rowRefusalOf(flaw, rows))
    return undefined
  }
  const handle = slugify(rows.type).slice(0, LIMITS.handle)
  if (rows.type !== '' && handle === '') {
    log.warned.push({ ...rows.place, code: 'ignored_value', column: 'Type', value: rows.type })
  }
  return {
    place: rows.place,
    draft,
    category: handle === '' ? null : { handle, name: rows.type },
    variants: rows.variants.map(({ place, amount, compareAt, quantity, picture }, at) => ({
      place,
      sku: skus[at] ?? '',
      amount,
      compareAt,
      quantity,
      picture,
    })),
    images: [...rows.images].sort((a, b) => a.position - b.position),
  }
}

function draftOf(rows: ProductRows, options: readonly Option[], skus: readonly string[]) {
  return {
    handle: rows.handle,
    names: { [LANGUAGE]: rows.title },
    descriptions: rows.description === undefined ? undefined : { [LANGUAGE]: rows.description },
    vendor: rows.vendor,
    tags: rows.tags,
    state: rows.state,
    options,
    variants: rows.variants.map((variant, at) => ({
      sku: skus[at] ?? '',
      gtin: variant.gtin,
      optionValues: Object.fromEntries(options.map(({ code }, place) => [code, choiceCode(options, place, variant)])),
      weightGrams: variant.weightGrams,
      requiresShipping: variant.requiresShipping,
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

const COLUMN_OF: Readonly<Record<string, string>> = {
  names: 'Title',
  descriptions: 'Body (HTML)',
  vendor: 'Vendor',
  tags: 'Tags',
  handle: 'Handle',
  options: 'Option1 Name',
  variants: 'Option1 Value',
  sku: 'Variant SKU',
  gtin: 'Variant Barcode',
  weightGrams: 'Variant Grams',
  optionValues: 'Option1 Value',
  images: 'Image Src',
  imageFileId: 'Variant Image',
  categoryId: 'Type',
}

/** The catalogue's refusal of a draft's field, as one of a row and column of the file. */
export function rowRefusalOf(
  flaw: RowRefusal['refusal'],
  { place, variants }: { readonly place: Place; readonly variants: readonly { readonly place: Place }[] },
): RowRefusal {
  const [part = '', number = '', inner = ''] = (flaw.field ?? '').split('.')
  const at = part === 'variants' ? (variants[Number(number)]?.place ?? place) : place
  const column = COLUMN_OF[inner] ?? COLUMN_OF[part] ?? 'Handle'
  const repeated = flaw.code === 'catalog.combination_repeated'
  const params = { ...flaw.params, row: at.row, line: at.line, column }
  const refusal = repeated
    ? refusals.duplicate_variant({ field: `${at.row}.${column}`, params }).refusal
    : { code: flaw.code, status: flaw.status, field: `${at.row}.${column}`, params }
  return { ...at, column, refusal }
}

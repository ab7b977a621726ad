import type { AttributeValue, ValuesToSet } from './attribute-values.ts'
import { PLAIN_FIELDS } from './product-differences.ts'
import {
  LANGUAGES,
  type PlannedVariant,
  type Product,
  type ProductDraft,
  type Texts,
  type VariantDraft,
} from './product.ts'

/** One field of one version, as the trail has it: `names.it`, `attributes.material`, `variants.MUG-1.gtin`. */
export interface FieldChange {
  readonly field: string
  readonly before?: unknown
}

const TEXTS: readonly string[] = ['names', 'descriptions', 'seoTitles', 'seoDescriptions', 'warnings']
const LISTS: readonly string[] = ['tags', 'options', 'images']
/** A SKU may hold dots; what follows it may not. */
const OF_VARIANT =
  /^variants\.(.+)\.(gtin|weightGrams|requiresShipping|imageFileId|retired|content|optionValues|variant|attributes\.[^.]+)$/
/** Whether a product is in the shop is decided now, not by what once was. */
const NEVER: readonly string[] = ['state']

/** Whether a field can be put back by itself, whatever else changed since. */
export function isRestorable({ field }: FieldChange): boolean {
  if (NEVER.includes(field)) return false
  const [head = '', ...rest] = field.split('.')
  if (rest.length === 0)
    return (PLAIN_FIELDS as readonly string[]).includes(field) || ['tags', 'images'].includes(field)
  if (rest.length === 1 && (TEXTS.includes(head) || head === 'attributes')) return true
  const [, , what = ''] = OF_VARIANT.exec(field) ?? []
  return what !== '' && !['variant', 'optionValues', 'retired'].includes(what)
}

/**
 * The draft that brings a product back: the changes of every version since, from the newest to the oldest, undone one by one.
 * What a version added is left out again, which retires variants; nothing is deleted.
 */
export function draftBack(product: Product, changes: readonly FieldChange[]): ProductDraft {
  const back = new Backwards(product)
  for (const change of changes) back.undo(change)
  return back.draft()
}

class Backwards {
  readonly #product: Product
  readonly #fields: Record<string, unknown> = {}
  readonly #variants: Map<string, PlannedVariant>
  #order: readonly string[] | undefined
  #variantsChanged = false

  constructor(product: Product) {
    this.#product = product
    this.#variants = new Map(product.variants.map((variant) => [variant.sku, variant]))
  }

  undo({ field, before }: FieldChange): void {
    const [head = ''] = field.split('.', 1)
    const rest = field.slice(field.indexOf('.') + 1)
    if (NEVER.includes(field)) return
    if ((PLAIN_FIELDS as readonly string[]).includes(field) || LISTS.includes(field)) this.#fields[field] = before
    else if (TEXTS.includes(head)) this.#within(head, rest, before ?? '')
    else if (head === 'attributes') this.#within(head, rest, wholly(before as AttributeValue | null))
    else if (field === 'variantOrder') this.#reorder(before)
    else if (head === 'variants') this.#undoVariant(field, before)
  }

  #within(field: string, key: string, value: unknown): void {
    this.#fields[field] = { ...(this.#fields[field] as object | undefined), [key]: value }
  }

  #reorder(before: unknown): void {
    this.#order = before as readonly string[]
    this.#variantsChanged = true
  }

  #undoVariant(field: string, before: unknown): void {
    const [, sku = '', what = ''] = OF_VARIANT.exec(field) ?? []
    const variant = this.#variants.get(sku)
    if (!variant) return
    this.#variantsChanged = true
    if (what === 'variant') this.#variants.set(sku, { ...variant, retired: true })
    else if (what.startsWith('attributes.')) {
      const code = what.slice('attributes.'.length)
      const attributes = { ...variant.attributes, [code]: before as AttributeValue }
      this.#variants.set(sku, { ...variant, attributes })
    } else this.#variants.set(sku, { ...variant, [what]: before })
  }

  draft(): ProductDraft {
    const draft = { ...this.#fields, handle: (this.#fields['handle'] as string | undefined) ?? this.#product.handle }
    return this.#variantsChanged ? { ...draft, variants: this.#liveVariants() } : draft
  }

  #liveVariants(): VariantDraft[] {
    const live = [...this.#variants.values()].filter(({ retired }) => !retired)
    const place = new Map((this.#order ?? []).map((sku, at) => [sku, at]))
    return live
      .toSorted((a, b) => (place.get(a.sku) ?? place.size) - (place.get(b.sku) ?? place.size))
      .map(({ id: _id, retired: _retired, attributes, ...same }) => ({
        ...same,
        attributes: attributes as ValuesToSet,
      }))
  }
}

/** A text by language is laid over what is there: languages that were not there are emptied. */
function wholly(value: AttributeValue | null): AttributeValue | null {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return { ...Object.fromEntries(LANGUAGES.map((language) => [language, ''])), ...(value as Texts) }
}

/** What a column of a file may say of a product, in our own words: every format is brought to these, and one importer reads them. */
export const FIELDS = [
  'handle',
  'name',
  'nameIt',
  'nameEs',
  'nameId',
  'description',
  'descriptionIt',
  'descriptionEs',
  'descriptionId',
  'seoTitle',
  'seoTitleIt',
  'seoTitleEs',
  'seoTitleId',
  'seoDescription',
  'seoDescriptionIt',
  'seoDescriptionEs',
  'seoDescriptionId',
  'warning',
  'warningIt',
  'warningEs',
  'warningId',
  'kind',
  'family',
  'vendor',
  'category',
  'categoryHandle',
  'categoryPath',
  'tags',
  'published',
  'status',
  'taxCategory',
  'option1Name',
  'option1Value',
  'option2Name',
  'option2Value',
  'option3Name',
  'option3Value',
  'sku',
  'barcode',
  'price',
  'salePrice',
  'compareAtPrice',
  'cost',
  'currency',
  'quantity',
  'inventoryPolicy',
  'weight',
  'weightUnit',
  'requiresShipping',
  'taxable',
  'giftCard',
  'image',
  'imagePosition',
  'imageAlt',
  'imageAltIt',
  'imageAltEs',
  'imageAltId',
  'variantImage',
  'hsCode',
  'originCountry',
  'durabilityYears',
  'passportUrl',
  'content',
  // What only some files have, to tell which rows belong together.
  'rowId',
  'rowKind',
  'parent',
] as const
/** A value of an attribute, by its code: `attribute:material`; of one that is written in each language, `attribute:care:it`. */
export type AttributeField = `attribute:${string}`
export type Field = (typeof FIELDS)[number] | AttributeField

const ATTRIBUTE = /^attribute:[a-z0-9]+(?:[-_]+[a-z0-9]+)*(?::(?:en|it|es|id))?$/

export const isField = (text: string): text is Field =>
  (FIELDS as readonly string[]).includes(text) || isAttributeField(text)

export const isAttributeField = (text: string): text is AttributeField => ATTRIBUTE.test(text)

/** The attribute that a field speaks of. */
export const attributeOf = (field: AttributeField): string => field.split(':')[1] ?? ''

/** Several columns may say these: they are put together, in the order of the columns. */
const GATHERED: Readonly<Partial<Record<Field, string>>> = { tags: ',', image: '\n' }
/** And of these, the first that says something counts. */
const FIRST_OF: ReadonlySet<Field> = new Set(['barcode', 'description', 'category', 'name'])

export const mayRepeat = (field: Field): boolean => field in GATHERED || FIRST_OF.has(field)

/** The cells that say one field, as one text. */
export function joined(field: Field, cells: readonly string[]): string {
  const said = cells.map((cell) => cell.trim()).filter((cell) => cell !== '')
  const between = GATHERED[field]
  return between === undefined ? (said[0] ?? '') : said.join(between)
}

import { isAttributeField, type AttributeField, type Field } from './field.ts'
import type { Format } from './format.ts'

/** Our own columns, in the order in which flows/export-products writes them; those of attributes stand behind them. */
export const COLUMNS: readonly (readonly [string, Field])[] = [
  ['handle', 'handle'],
  ['name', 'name'],
  ['name it', 'nameIt'],
  ['name es', 'nameEs'],
  ['name id', 'nameId'],
  ['description', 'description'],
  ['description it', 'descriptionIt'],
  ['description es', 'descriptionEs'],
  ['description id', 'descriptionId'],
  ['kind', 'kind'],
  ['vendor', 'vendor'],
  ['category', 'categoryHandle'],
  ['category name', 'category'],
  ['tags', 'tags'],
  ['status', 'status'],
  ['tax category', 'taxCategory'],
  ['hs code', 'hsCode'],
  ['origin country', 'originCountry'],
  ['guarantee years', 'durabilityYears'],
  ['passport address', 'passportUrl'],
  ['warning', 'warning'],
  ['warning it', 'warningIt'],
  ['warning es', 'warningEs'],
  ['warning id', 'warningId'],
  ['seo title', 'seoTitle'],
  ['seo title it', 'seoTitleIt'],
  ['seo title es', 'seoTitleEs'],
  ['seo title id', 'seoTitleId'],
  ['seo description', 'seoDescription'],
  ['seo description it', 'seoDescriptionIt'],
  ['seo description es', 'seoDescriptionEs'],
  ['seo description id', 'seoDescriptionId'],
  ['family', 'family'],
  ['option 1 name', 'option1Name'],
  ['option 1 value', 'option1Value'],
  ['option 2 name', 'option2Name'],
  ['option 2 value', 'option2Value'],
  ['option 3 name', 'option3Name'],
  ['option 3 value', 'option3Value'],
  ['sku', 'sku'],
  ['barcode', 'barcode'],
  ['price', 'price'],
  ['compare at price', 'compareAtPrice'],
  ['cost', 'cost'],
  ['currency', 'currency'],
  ['quantity', 'quantity'],
  ['weight', 'weight'],
  ['weight unit', 'weightUnit'],
  ['content', 'content'],
  ['requires shipping', 'requiresShipping'],
  ['variant picture', 'variantImage'],
  ['picture', 'image'],
  ['picture position', 'imagePosition'],
  ['picture text', 'imageAlt'],
  ['picture text it', 'imageAltIt'],
  ['picture text es', 'imageAltEs'],
  ['picture text id', 'imageAltId'],
]

const byName = new Map<string, Field>(COLUMNS)

/** `attribute material`, `attribute care it`. */
function attributeField(heading: string): AttributeField | undefined {
  const field = heading.replaceAll(' ', ':')
  return isAttributeField(field) ? field : undefined
}

export const fondaco: Format = {
  key: 'fondaco',
  marks: [['handle', 'name', 'sku', 'price', 'option 1 name']],
  meaningOf: (heading) => byName.get(heading) ?? attributeField(heading),
  names: Object.fromEntries(COLUMNS.map(([name, field]) => [field, name])),
  required: ['handle', 'name', 'price'],
  html: false,
  isOwn: true,
}

import type { Field } from './field.ts'
import type { Format } from './format.ts'

/** Our own columns, as the export writes them (export-products.ts) in this order. */
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
  ['vendor', 'vendor'],
  ['category', 'categoryHandle'],
  ['category name', 'category'],
  ['tags', 'tags'],
  ['status', 'status'],
  ['tax category', 'taxCategory'],
  ['hs code', 'hsCode'],
  ['origin country', 'originCountry'],
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
  ['currency', 'currency'],
  ['quantity', 'quantity'],
  ['weight', 'weight'],
  ['weight unit', 'weightUnit'],
  ['requires shipping', 'requiresShipping'],
]

/** Read where a file has them; the export knows no addresses of pictures that others could open. */
const MORE: readonly (readonly [string, Field])[] = [
  ['picture', 'image'],
  ['picture position', 'imagePosition'],
  ['picture text', 'imageAlt'],
  ['variant picture', 'variantImage'],
]

const byName = new Map<string, Field>([...COLUMNS, ...MORE])

export const fondaco: Format = {
  key: 'fondaco',
  marks: [['handle', 'name', 'sku', 'price', 'option 1 name']],
  meaningOf: (heading) => byName.get(heading),
  names: Object.fromEntries([...COLUMNS, ...MORE].map(([name, field]) => [field, name])),
  required: ['handle', 'name', 'price'],
  html: false,
}

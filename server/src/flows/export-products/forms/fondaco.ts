import type { Attribute, AttributeValue, Texts } from '../../../departments/catalog/index.ts'
import { FONDACO_COLUMNS, type Field } from '../../import-products/index.ts'
import { harmless } from '../../../kernel/harmless-cell.ts'
import {
  choicesOf,
  codeCell,
  costText,
  liveVariants,
  priceText,
  type Form,
  type FormSettings,
  type ProductToTell,
} from './form.ts'

/**
 * Our own form: all that a file can say of products, so that an empty shop with the same attributes and families becomes, by importing
 * it, one that writes the very same file. The columns are those that the import reads (flows/import-products/formats/fondaco.ts).
 */
export const fondacoForm: Form = {
  headings: (settings) => [
    ...columnsOf(settings).map(([heading]) => heading),
    ...attributeColumns(settings).map(({ heading }) => heading),
  ],
  rows: (told, settings) => {
    const { product } = told
    const count = Math.max(liveVariants(product).length, product.images.length)
    return Array.from({ length: count }, (_, at) => {
      const cells: Cells = {
        handle: product.handle,
        ...(at === 0 && ofProduct(told)),
        ...ofVariant(told, settings, at),
        ...ofPicture(told, settings, at),
      }
      return [
        ...columnsOf(settings).map(([, field]) => written(field, cells[field] ?? '')),
        ...attributeColumns(settings).map((column) => harmless(attributeText(told, column, at))),
      ]
    })
  },
}

type Cells = Partial<Record<Field, string>>

const LANGUAGES = [
  ['en', ''],
  ['it', 'It'],
  ['es', 'Es'],
  ['id', 'Id'],
] as const
const OPTION_NUMBERS = [1, 2, 3] as const

const columnsOf = ({ stock, costs }: FormSettings) =>
  FONDACO_COLUMNS.filter(([, field]) => (stock || field !== 'quantity') && (costs || field !== 'cost'))

const CODES: ReadonlySet<Field> = new Set(['sku', 'hsCode', 'barcode'])

const written = (field: Field, text: string) => (CODES.has(field) ? codeCell : harmless)(text)

function textCells(
  field: 'name' | 'description' | 'seoTitle' | 'seoDescription' | 'warning' | 'imageAlt',
  texts: Texts,
) {
  return Object.fromEntries(LANGUAGES.map(([language, ending]) => [`${field}${ending}`, texts[language] ?? '']))
}

function ofProduct({ product }: ProductToTell): Cells {
  const options = OPTION_NUMBERS.map((number) => [
    `option${number}Name`,
    product.options[number - 1]?.names['en'] ?? '',
  ])
  return {
    ...textCells('name', product.names),
    ...textCells('description', product.descriptions),
    ...textCells('seoTitle', product.seoTitles),
    ...textCells('seoDescription', product.seoDescriptions),
    ...textCells('warning', product.warnings),
    ...Object.fromEntries(options),
    kind: product.kind,
    vendor: product.vendor,
    categoryHandle: product.categoryHandle ?? '',
    category: product.categoryName ?? '',
    tags: product.tags.map((tag) => tag.replaceAll(/[\\,]/g, String.raw`\$&`)).join(','),
    status: product.state,
    taxCategory: product.taxCategory,
    hsCode: product.hsCode ?? '',
    originCountry: product.originCountry ?? '',
    durabilityYears: product.durabilityYears === null ? '' : String(product.durabilityYears),
    passportUrl: product.passportUrl ?? '',
    family: product.familyCode ?? '',
  }
}

function ofVariant(told: ProductToTell, settings: FormSettings, at: number): Cells {
  const { product, prices, onHand } = told
  const variant = liveVariants(product)[at]
  if (!variant) return {}
  const price = prices.get(variant.id)
  const choices = choicesOf(product, variant.optionValues)
  return {
    ...Object.fromEntries(OPTION_NUMBERS.map((number) => [`option${number}Value`, choices[number - 1] ?? ''])),
    sku: variant.sku,
    barcode: variant.gtin ?? '',
    price: priceText(price?.amount, settings),
    compareAtPrice: priceText(price?.compareAt, settings),
    cost: costText(told, variant.id, settings),
    currency: settings.currency,
    quantity: onHand.get(variant.id)?.toString() ?? '',
    weight: String(variant.weightGrams),
    weightUnit: 'g',
    content: variant.content === null ? '' : `${variant.content.amount} ${variant.content.unit}`,
    requiresShipping: String(variant.requiresShipping),
    variantImage: variant.imageFileId === null ? '' : settings.addressOf(variant.imageFileId),
  }
}

function ofPicture({ product }: ProductToTell, { addressOf }: FormSettings, at: number): Cells {
  const image = product.images[at]
  if (!image) return {}
  return { image: addressOf(image.fileId), imagePosition: String(at + 1), ...textCells('imageAlt', image.alts) }
}

interface AttributeColumn {
  readonly heading: string
  readonly attribute: Attribute
  readonly language: string | undefined
}

function attributeColumns({ attributes }: FormSettings): AttributeColumn[] {
  return attributes.flatMap((attribute): AttributeColumn[] => {
    const heading = `attribute ${attribute.code}`
    if (!attribute.localised) return [{ heading, attribute, language: undefined }]
    return LANGUAGES.map(([language]) => ({ heading: `${heading} ${language}`, attribute, language }))
  })
}

function attributeText({ product }: ProductToTell, { attribute, language }: AttributeColumn, at: number): string {
  const values = attribute.perVariant ? liveVariants(product)[at]?.attributes : at === 0 ? product.attributes : {}
  const value = values?.[attribute.code]
  return value === undefined ? '' : valueText(value, language)
}

function valueText(value: AttributeValue, language: string | undefined): string {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return value.join(',')
  return (value as Texts)[language ?? 'en'] ?? ''
}

import { fondaco } from './fondaco.ts'
import type { Format, FormatKey } from './format.ts'
import { medusa } from './medusa.ts'
import { own } from './own.ts'
import { shopify } from './shopify.ts'
import { spree } from './spree.ts'
import { woocommerce } from './woocommerce.ts'

const FORMATS: Readonly<Record<FormatKey, Format>> = { fondaco, shopify, woocommerce, spree, medusa, own }

export const FORMAT_KEYS = Object.keys(FORMATS) as readonly FormatKey[]

export const isFormat = (text: string): text is FormatKey => Object.hasOwn(FORMATS, text)

export const formatOf = (key: FormatKey): Format => FORMATS[key]

/** What such a row of headings belongs to, if not to products. */
const OTHERS: readonly {
  readonly kind: 'customers' | 'orders' | 'stores'
  readonly marks: readonly (readonly string[])[]
}[] = [
  {
    kind: 'customers',
    marks: [['email', 'first_name'], ['email', 'first name'], ['email', 'last name'], ['accepts email marketing']],
  },
  { kind: 'orders', marks: [['financial status'], ['lineitem name'], ['order number', 'total']] },
  { kind: 'stores', marks: [['storetype'], ['address', 'hours']] },
]

export type OtherKind = (typeof OTHERS)[number]['kind']

/** Whose format the first row is; `own` where it is nobody's. */
export function recogniseFormat(headings: readonly string[]): FormatKey {
  const there = new Set(headings.map(plain))
  const found = Object.values(FORMATS).find(({ marks }) => marks.some((all) => all.every((one) => there.has(one))))
  return found?.key ?? 'own'
}

/** A file of something else than products, by its headings. */
export function otherKind(headings: readonly string[]): OtherKind | undefined {
  const there = new Set(headings.map(plain))
  return OTHERS.find(({ marks }) => marks.some((all) => all.every((one) => there.has(one))))?.kind
}

export const plain = (heading: string): string => heading.trim().toLowerCase()

import type { MoneyJson } from '../../../kernel/money.ts'

/** Whole minor units of the order’s currency, as JSON holds them. */
export type MinorUnits = MoneyJson['amount']

/** What an order holds, in whole minor units of its currency: what amendments keep, before and after. */
export interface OrderContent {
  readonly lines: readonly ContentLine[]
  readonly discounts: readonly {
    readonly promotion: string
    readonly names: Readonly<Record<string, string>>
    readonly amount: MinorUnits
  }[]
  readonly goods: MinorUnits
  readonly goodsNet: MinorUnits
  readonly delivery: MinorUnits
  readonly deliveryNet: MinorUnits
  readonly tax: MinorUnits
  readonly taxes: readonly ContentTax[]
  readonly total: MinorUnits
  /** Null where nothing is delivered, as the days are. */
  readonly method: string | null
  readonly methodNames: Readonly<Record<string, string>>
  readonly promisedFrom: string | null
  readonly promisedTo: string | null
  readonly address: ContentAddress
  /** To whom the invoice goes, where that is another address; not said by what was kept before there was one. */
  readonly billing?: Omit<ContentAddress, 'phone'> | null
  /** For which zone it was priced, and where it is collected; not said by what was kept before it could be changed. */
  readonly terms?: ContentTerms | null
}

export interface ContentTerms {
  readonly kind: string
  readonly zone: string
  readonly zoneName: string
  readonly weightGrams: number
  /** The address of the place, as it was told. */
  readonly pickup: unknown
}

export interface ContentTax {
  readonly name: string
  readonly ppm: number
  readonly net: MinorUnits
  readonly tax: MinorUnits
}

export interface ContentLine {
  readonly position: number
  readonly variantId: string
  /** What it is, as the catalogue said: physical, digital, service, gift_card. */
  readonly kind: string
  readonly sku: string
  readonly handle: string
  readonly name: string
  readonly options: string
  readonly imageFileId: string | null
  readonly quantity: number
  /** Which of the order's bundles it is a component of, and what it costs by itself. */
  readonly bundle: number | null
  readonly own: MinorUnits | null
  readonly unitPrice: MinorUnits
  readonly compareAt: MinorUnits | null
  readonly subtotal: MinorUnits
  readonly discounts: readonly { readonly promotion: string; readonly amount: MinorUnits }[]
  readonly taxCategory: string
  readonly taxPpm: number
  readonly taxes: readonly { readonly name: string; readonly ppm: number; readonly amount: MinorUnits }[]
  readonly net: MinorUnits
  readonly tax: MinorUnits
  readonly total: MinorUnits
}

export interface ContentAddress {
  readonly name: string
  readonly company: string | null
  readonly street: string
  readonly street2: string | null
  readonly postcode: string
  readonly city: string
  readonly region: string | null
  readonly country: string
  readonly phone: string | null
}

export const itemsOf = ({ lines }: Pick<OrderContent, 'lines'>): number =>
  lines.reduce((all, { quantity }) => all + quantity, 0)

/** What of an order says how it is delivered. */
export type ContentDelivery = Pick<
  OrderContent,
  'delivery' | 'deliveryNet' | 'method' | 'methodNames' | 'promisedFrom' | 'promisedTo' | 'terms'
>

/** Whatever the order of their fields: what is kept as JSON comes back in another one. */
export function sameContent(a: OrderContent, b: OrderContent): boolean {
  return inOrder(a) === inOrder(b)
}

function inOrder(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner !== 'object' || inner === null || Array.isArray(inner)
      ? inner
      : Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1))),
  )
}

interface Sold {
  readonly id: string
  readonly currency: string
  readonly total: bigint | MinorUnits
  readonly delivery: bigint | MinorUnits
  readonly method: string | null
  readonly lines: readonly {
    readonly variantId: string
    readonly quantity: number
    readonly unitPrice: bigint | MinorUnits
    readonly total: bigint | MinorUnits
  }[]
}

/** The words that a payment stands for: what is paid is what was ordered (verify O7 compares their hashes). */
export function contentWords({ id, currency, total, delivery, method, lines }: Sold): string {
  const words = lines.map((line) => `${line.variantId} ${line.quantity} ${line.unitPrice} ${line.total}`)
  return [id, currency, total, delivery, method ?? '', ...words].join('\n')
}

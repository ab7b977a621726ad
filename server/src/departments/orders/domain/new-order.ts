import type { LocalDate } from '../../../kernel/time.ts'
import type { Money } from '../../../kernel/money.ts'
import type { Percent } from '../../../kernel/rate.ts'
import type { Address } from './address-format.ts'
import type { BillingAddress } from './billing-address.ts'
import type { Basket } from './basket.ts'
import type { ConsentKind } from './consent.ts'
import type { OrderBusiness } from './business.ts'
import type { DeliveryWay } from './delivery-method.ts'
import { contentWords } from './order-content.ts'
import type { OrderId } from './order.ts'

/** Goods that were sold as one; the lines that say its place are what it consists of. */
export interface NewOrderBundle {
  readonly variantId: string
  readonly sku: string
  readonly handle: string
  readonly name: string
  readonly imageFileId: string | null
  readonly quantity: number
  /** What its components cost by themselves, and what it cost, before promotions. */
  readonly own: Money
  readonly subtotal: Money
  readonly promotions: 'included' | 'excluded'
}

export interface NewOrderLine {
  /** Its bundle's place among those of the order, and what it costs by itself; both or neither. */
  readonly bundle?: number | undefined
  readonly own?: Money | undefined
  readonly variantId: string
  /** What it is, as the catalogue says. */
  readonly kind: string
  readonly sku: string
  readonly handle: string
  readonly name: string
  readonly options: string
  readonly imageFileId: string | null
  readonly quantity: number
  readonly unitPrice: Money
  /** Before promotions, as prices are shown. */
  readonly subtotal: Money
  readonly discounts: readonly { readonly promotion: string; readonly amount: Money }[]
  readonly compareAt: Money | undefined
  readonly taxCategory: string
  readonly taxPpm: bigint
  readonly taxes: readonly { readonly tax: string; readonly percent: Percent; readonly amount: Money }[]
  readonly net: Money
  readonly tax: Money
  readonly total: Money
  /** Of files: how often and how long they may be downloaded, as it is sold. */
  readonly download?:
    | { readonly productId: string; readonly limit: number | null; readonly days: number | null }
    | undefined
}

/** Everything an order is when it is placed. It is not changed afterwards; what happens to it is told by rows beside it. */
export interface NewOrder {
  readonly id: OrderId
  readonly number: bigint
  readonly basket: Basket
  readonly customerId: string | null
  readonly email: string
  readonly address: Address
  /** To whom the invoice goes, where that is another address. */
  readonly billing?: BillingAddress | undefined
  /** Both undefined where nothing is delivered. */
  readonly method: DeliveryWay | undefined
  readonly promised: { readonly from: LocalDate; readonly to: LocalDate } | undefined
  /** Of what is delivered. */
  readonly weightGrams: number
  readonly lines: readonly NewOrderLine[]
  readonly bundles: readonly NewOrderBundle[]
  readonly discounts: readonly {
    readonly promotion: string
    readonly names: Readonly<Record<string, string>>
    readonly amount: Money
  }[]
  readonly goods: Money
  readonly goodsNet: Money
  readonly delivery: Money
  readonly deliveryNet: Money
  readonly tax: Money
  /** By tax and rate; they sum to `tax`. */
  readonly taxes: readonly {
    readonly name: string
    readonly percent: Percent
    readonly net: Money
    readonly tax: Money
  }[]
  /** Why it bears these taxes: `oss`, `export`. */
  readonly taxTreatment: string | undefined
  /** For which company, and the ground on which it bears no tax. */
  readonly business: OrderBusiness | undefined
  readonly total: Money
  readonly reasons: readonly unknown[]
  readonly note: string | undefined
  /** For who receives it. */
  readonly giftMessage?: string | undefined
  /** To what the buyer agreed at the checkout. */
  readonly consents: readonly ConsentKind[]
  readonly placedAt: Date
  readonly expiresAt: Date
}

/** What a payment of it stands for. */
export function contentText({ id, total, delivery, method, lines }: NewOrder): string {
  return contentWords({
    id,
    currency: total.currency,
    total: total.amount,
    delivery: delivery.amount,
    method: method?.code ?? null,
    lines: lines.map((line) => ({ ...line, unitPrice: line.unitPrice.amount, total: line.total.amount })),
  })
}

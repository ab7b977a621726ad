import { ok, type Result } from '../../../kernel/result.ts'
import type { BundleChoice } from './basket.ts'
import type { MinorUnits } from './order-content.ts'
import { refusals } from './refusals.ts'

/** An order that staff take for somebody, as it stands: whatever is not known yet may be empty. */
export interface DraftWish {
  readonly customerId: string | null
  readonly email: string
  readonly address: DraftAddress
  /** To whom the invoice goes, where that is another address. */
  readonly billing?: DraftAddress | null | undefined
  readonly lines: readonly { readonly variantId: string; readonly quantity: number; readonly unitPrice?: MinorUnits }[]
  /** Bundles as they were chosen. */
  readonly bundles?: readonly DraftBundle[] | undefined
  readonly coupons: readonly string[]
  readonly deliveryMethod: string | null
  readonly paymentMethod: string | null
  /** Of the order, as the customer says it. */
  readonly note: string | null
  /** Why prices are others than usual. */
  readonly priceNote: string | null
}

export interface DraftBundle {
  readonly variantId: string
  readonly quantity: number
  readonly choices: readonly BundleChoice[]
}

export interface DraftAddress {
  readonly name: string
  readonly company?: string | undefined
  readonly street?: string | undefined
  readonly street2?: string | undefined
  readonly postcode?: string | undefined
  readonly city?: string | undefined
  readonly region?: string | undefined
  readonly country: string
  readonly phone?: string | undefined
}

export interface Draft extends Omit<DraftWish, 'lines' | 'bundles' | 'coupons' | 'deliveryMethod'> {
  readonly id: string
  readonly basketId: string
  readonly market: string
  readonly madeBy: string
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly version: number
  readonly orderId: string | null
}

/** A price that somebody says needs words; a line stands in it once. */
export function checkDraft({ lines, priceNote }: DraftWish): Result<void> {
  const says = lines.some(({ unitPrice }) => unitPrice !== undefined)
  if (says && !priceNote?.trim()) return refusals.reason_missing({ field: 'priceNote' })
  const twice = lines.findIndex(({ variantId }, at) => lines.findIndex((one) => one.variantId === variantId) !== at)
  return twice < 0 ? ok() : refusals.line_twice({ field: `lines.${twice}` })
}

/** Of what is wished, what lies there free or is set aside for this draft already; by variant. */
export function piecesToSetAside(
  wanted: ReadonlyMap<string, number>,
  { own, freeOf }: { readonly own: ReadonlyMap<string, number>; readonly freeOf: (variantId: string) => number },
): { readonly variantId: string; readonly quantity: number }[] {
  return [...wanted]
    .map(([variantId, quantity]) => {
      const there = Math.max(0, freeOf(variantId) + (own.get(variantId) ?? 0))
      return { variantId, quantity: Math.min(quantity, there) }
    })
    .filter(({ quantity }) => quantity > 0)
}

/** Whether each price stays as somebody said it: lines may go, and be more or fewer, but none gets or loses a price of its own. */
export function leavesPrices(
  before: Readonly<Record<string, MinorUnits>> | null | undefined,
  { lines }: Pick<DraftWish, 'lines'>,
): boolean {
  return lines.every(({ variantId, unitPrice }) => unitPrice === before?.[variantId])
}

/** By variant, what a piece costs because somebody said so; null where nobody did. */
export function saidPrices({ lines }: Pick<DraftWish, 'lines'>): Readonly<Record<string, MinorUnits>> | null {
  const said = lines.flatMap(({ variantId, unitPrice }) => (unitPrice === undefined ? [] : [[variantId, unitPrice]]))
  return said.length === 0 ? null : (Object.fromEntries(said) as Record<string, MinorUnits>)
}

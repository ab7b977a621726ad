import type { Context } from '../../host/context.ts'
import { money, sum, type Money } from '../../kernel/money.ts'
import { loadKindTerms, type TermsOfProduct } from '../../departments/catalog/index.ts'
import {
  presentReason,
  type Address,
  type BillingAddress,
  type BasketLine,
  type ConsentKind,
  type NewOrder,
  type NewOrderBundle,
  type NewOrderLine,
  type Quote,
  type QuotedBundle,
  type QuotedLine,
} from '../../departments/orders/index.ts'

/** Product id -> how often and how long its files may be downloaded. */
export type SoldTerms = ReadonlyMap<string, TermsOfProduct>

/** What each line is, as the catalogue says; of bundles, what they consist of. */
export const kindsOf = ({ lines, bundles }: Quote): string[] =>
  [...lines, ...bundles.flatMap(({ components }) => components)].flatMap(({ offer }) => offer?.kind ?? [])

/** Asks nothing of an order without files. */
export async function termsOfFiles({ tx }: Pick<Context, 'tx'>, { lines, bundles }: Quote): Promise<SoldTerms> {
  const offers = [...lines, ...bundles.flatMap(({ components }) => components)].map(({ offer }) => offer)
  return loadKindTerms(
    tx,
    offers.flatMap((offer) => (offer?.kind === 'digital' ? [offer.productId] : [])),
  )
}

export interface Parts {
  readonly number: bigint
  readonly quote: Quote
  readonly customerId: string
  readonly email: string
  readonly address: Address
  readonly billing?: BillingAddress | undefined
  readonly note: string | undefined
  readonly giftMessage?: string | undefined
  /** Until then its stock waits for its money. */
  readonly expiresAt: Date
  /** To what the buyer agreed; what nothing in the order asks for is not kept. */
  readonly consents: readonly ConsentKind[]
  readonly terms: SoldTerms
}

/** Everything the order is, from what was decided; nothing is looked up any more. */
export function composeOrder(
  ctx: Context,
  { number, quote, customerId, email, address, billing, note, giftMessage, expiresAt, consents, terms }: Parts,
): NewOrder {
  const { basket, priced, method } = quote
  const { currency } = priced
  const nothing = money(0n, currency)
  const delivery = priced.delivery
  return {
    id: ctx.newId<'order'>(),
    number,
    basket,
    customerId,
    email,
    address,
    billing,
    method,
    promised: method?.promised,
    weightGrams: quote.parcel.weightGrams,
    lines: [
      ...quote.lines.map((line) => newLine({ ...line, ...line.line }, { locale: basket.locale, nothing, terms })),
      ...quote.bundles.flatMap((bundle, at) => componentLines(bundle, at, { locale: basket.locale, nothing, terms })),
    ],
    bundles: quote.bundles.map((bundle) => newBundle(bundle, basket.locale, nothing)),
    discounts: priced.discounts.map(({ promotion, amount }) => ({
      promotion,
      names: quote.promotions.find(({ code }) => code === promotion)?.names ?? {},
      amount,
    })),
    goods: priced.goods,
    goodsNet: sum(
      priced.lines.map((line) => line.net),
      currency,
    ),
    delivery: delivery?.total ?? nothing,
    deliveryNet: delivery?.net ?? nothing,
    tax: priced.tax,
    taxes: priced.taxes,
    taxTreatment: priced.treatment,
    business: businessOf(quote, billing?.name ?? address.name),
    total: priced.total,
    reasons: priced.reasons.map(presentReason),
    note,
    giftMessage,
    consents: quote.consentsAsked.filter((kind) => consents.includes(kind)),
    placedAt: ctx.now,
    expiresAt,
  }
}

type Texts = Readonly<Record<string, string>> | undefined
const textIn = (texts: Texts, locale: string) => texts?.[locale] ?? texts?.en ?? ''

function newBundle({ bundle, offer, priced }: QuotedBundle, locale: string, nothing: Money): NewOrderBundle {
  return {
    variantId: bundle.variantId,
    sku: offer?.sku ?? '',
    handle: offer?.handle ?? '',
    name: textIn(offer?.names, locale),
    imageFileId: offer?.imageFileId ?? null,
    quantity: bundle.quantity,
    own: priced?.own ?? nothing,
    subtotal: priced?.subtotal ?? nothing,
    promotions: priced?.promotions ?? 'included',
  }
}

/** One line for each variant in it, as the price has them. */
function componentLines({ components }: QuotedBundle, bundle: number, sold: Selling): NewOrderLine[] {
  const byVariant = new Map(components.map((one) => [one.component.variantId, one]))
  return [...byVariant.values()].map(({ component: { variantId }, offer, priced }) => ({
    ...newLine({ variantId, quantity: priced?.quantity ?? 0, offer, priced }, sold),
    bundle,
    own: priced?.share?.own ?? sold.nothing,
  }))
}

type LineSold = Pick<QuotedLine, 'offer' | 'priced'> & Pick<BasketLine, 'variantId' | 'quantity'>

/** The ground on which an order bears no tax is kept with it: numbers and certificates change afterwards. */
function businessOf({ basket: { business }, vatCheck, exemption, priced }: Quote, name: string): NewOrder['business'] {
  const freed = priced.treatment === 'exempt' ? exemption : undefined
  if (!business && !freed) return undefined
  return {
    ...(business ?? { name, vatNumber: null, country: null, taxCode: null }),
    check: vatCheck
      ? {
          state: vatCheck.state,
          checkedAt: vatCheck.checkedAt?.toISOString() ?? null,
          consultation: vatCheck.consultation ?? null,
        }
      : null,
    exemption: freed ? { id: freed.id, kind: freed.kind, number: freed.number } : null,
  }
}

interface Selling {
  readonly locale: string
  readonly nothing: Money
  readonly terms: SoldTerms
}

function newLine({ variantId, quantity, offer, priced }: LineSold, { locale, nothing, terms }: Selling): NewOrderLine {
  const files = offer?.kind === 'digital' ? terms.get(offer.productId) : undefined
  return {
    variantId,
    kind: offer?.kind ?? 'physical',
    sku: offer?.sku ?? '',
    handle: offer?.handle ?? '',
    name: textIn(offer?.names, locale),
    options: textIn(offer?.optionNames, locale),
    imageFileId: offer?.imageFileId ?? null,
    quantity,
    unitPrice: priced?.unitPrice ?? nothing,
    subtotal: priced?.subtotal ?? nothing,
    discounts: priced?.discounts ?? [],
    compareAt: priced?.compareAt,
    taxCategory: priced?.taxCategory ?? '',
    taxPpm: priced?.taxPercent.ppm ?? 0n,
    taxes: priced?.taxes ?? [],
    net: priced?.net ?? nothing,
    tax: priced?.tax ?? nothing,
    total: priced?.total ?? nothing,
    ...(files && {
      download: { productId: files.productId, limit: files.downloadLimit, days: files.downloadDays },
    }),
  }
}

import type { Money } from '../../../kernel/money.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { ChosenComponent } from '../../catalog/index.ts'
import type {
  LivePromotion,
  Offer,
  PriceList,
  PricedBasket,
  PricedBundle,
  PricedLine,
  Redemption,
} from '../../pricing/index.ts'
import type { PromiseOfVariant } from '../../inventory/index.ts'
import type { Exemption, VatCheck } from '../../tax/index.ts'
import type { Basket, BasketBundle, BasketLine } from '../domain/basket.ts'
import type { BasketChange, BasketSeen } from '../domain/basket-changes.ts'
import type { LineProblem } from '../domain/line-problem.ts'
import type { ConsentKind } from '../domain/consent.ts'
import type { DeliveryTariff, Parcel } from '../../pricing/index.ts'
import type { Deferred } from '../domain/deferral.ts'
import type { DeliveryWay, WayRefused } from '../domain/delivery-method.ts'

export interface QuotedLine {
  readonly line: BasketLine
  readonly offer: Offer | undefined
  readonly available: number
  readonly priced: PricedLine | undefined
  /** The lowest price of the thirty days before, where it is reduced. */
  readonly lowest?: Money
  readonly problem: LineProblem | undefined
}

/** A bundle with its components; one that cannot be ordered says why. */
export interface QuotedBundle {
  readonly bundle: BasketBundle
  readonly offer: Offer | undefined
  readonly components: readonly QuotedComponent[]
  /** Of this choice; what lies elsewhere in the basket is not taken off. */
  readonly available: number
  readonly priced: PricedBundle | undefined
  readonly problem: LineProblem | undefined
}

export interface QuotedComponent {
  readonly component: ChosenComponent
  readonly offer: Offer | undefined
  readonly priced: PricedLine | undefined
}

/** A way of delivery with what it costs and promises, if ordered now. */
export interface QuotedWay extends DeliveryWay<DeliveryTariff> {
  /** Before promotions on delivery. */
  readonly price: Money
  /** Local days of the place that it leaves, both counted in. */
  readonly promised: { readonly from: LocalDate; readonly to: LocalDate }
}

/** A basket as it would be ordered now: lines that cannot be ordered say why and count for nothing in the totals. */
export interface Quote {
  readonly basket: Basket
  readonly lines: readonly QuotedLine[]
  readonly bundles: readonly QuotedBundle[]
  readonly priced: PricedBasket
  /** How the number of the company stands; undefined where none was named. */
  readonly vatCheck: VatCheck | undefined
  readonly exemption: Exemption | undefined
  /** Those that were looked at, and what those that apply take off. */
  readonly promotions: readonly LivePromotion[]
  readonly priceLists: readonly PriceList[]
  readonly redemptions: readonly Redemption[]
  /** Whether anything in it is brought to somebody. Where nothing is, there are no ways of delivery and no address for it. */
  readonly needsDelivery: boolean
  /** What the buyer is asked to agree to, so that it begins before the withdrawal period is over. */
  readonly consentsAsked: readonly ConsentKind[]
  readonly method: QuotedWay | undefined
  readonly ways: readonly QuotedWay[]
  /** The others, with the first thing that speaks against each. */
  readonly refusedWays: readonly WayRefused[]
  readonly parcel: Parcel
  /** Variant id -> what is promised of pieces that are not there yet. */
  readonly promises: ReadonlyMap<string, PromiseOfVariant>
  /** What of it is paid today and what later, where all of it is pre-ordered so. */
  readonly deferred: Deferred
  /** What is missing for free delivery by the chosen (or first) method; undefined when there is no such offer or it is reached. */
  readonly missingForFreeDelivery: Money | undefined
  readonly orderable: boolean
}

/** A quote as a person sees it. */
export interface ShownQuote extends Quote {
  /** What is otherwise than they last saw it. */
  readonly changes: readonly BasketChange[]
  /** What they see by looking, where that is to be kept; what changed without them stays told. */
  readonly toSee: BasketSeen | undefined
}

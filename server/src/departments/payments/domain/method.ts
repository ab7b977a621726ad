import type { Money } from '../../../kernel/money.ts'
import { compare, money } from '../../../kernel/money.ts'
import type { DebitTerms } from './debit-terms.ts'

export type MethodKind = 'provider_hosted' | 'bank_transfer' | 'cash_on_delivery' | 'sepa_debit'

type Texts = Readonly<Record<string, string>>
type Amounts = Readonly<Record<string, number>>

/** How an order can be paid, as the shop offers it. Lists with nothing in them exclude nothing. */
export interface PaymentMethod {
  readonly code: string
  readonly kind: MethodKind
  /** Whose page it is paid on; null: the usual one of the house, and for what needs no provider. */
  readonly provider: string | null
  readonly names: Texts
  /** Said where it is chosen, below its name. */
  readonly instructions: Texts
  readonly markets: readonly string[]
  readonly countries: readonly string[]
  readonly currencies: readonly string[]
  /** Currency -> whole minor units. */
  readonly minTotal: Amounts
  readonly maxTotal: Amounts
  /** Ids of the groups to whose customers alone it is offered. */
  readonly customerGroups: readonly string[]
  /** Whether an order paid so may be fulfilled once its money is there, or at once. */
  readonly clears: 'payment' | 'order'
  /** Banking days that its money may take. */
  readonly dueDays: number
  /** Where transfers go; null for all other kinds. */
  readonly account: BankAccount | null
  /** Of direct debits alone: who collects, and when. */
  readonly debit?: DebitTerms | null
}

export interface BankAccount {
  readonly holder: string
  /** Without blanks, in capitals. */
  readonly iban: string
  /** Empty where it is not needed. */
  readonly bic: string
}

/** What of an order decides how it can be paid. */
export interface Purchase {
  readonly market: string
  readonly country: string
  /** What is left to pay: without what gift cards bear. */
  readonly due: Money
  /** Of the customer, where that is known. */
  readonly groups: readonly string[]
  /** Whether anything of it is brought to somebody. */
  readonly delivered: boolean
  /** A part of it is paid today, the rest once it is ready: by what is paid at once. */
  readonly deposit?: boolean | undefined
}

export type NotOffered =
  | 'market'
  | 'country'
  | 'currency'
  | 'group'
  | 'too_little'
  | 'too_much'
  | 'nothing_delivered'
  | 'deposit'

/** The first condition that keeps a method from a purchase; undefined where it is offered. */
export function whyNotOffered(method: PaymentMethod, purchase: Purchase): NotOffered | undefined {
  const { market, country, due, groups, delivered } = purchase
  const excludes = (those: readonly string[], one: string) => those.length > 0 && !those.includes(one)
  if (excludes(method.markets, market)) return 'market'
  if (excludes(method.countries, country)) return 'country'
  if (excludes(method.currencies, due.currency)) return 'currency'
  if (method.kind === 'sepa_debit' && due.currency !== 'EUR') return 'currency'
  const { customerGroups } = method
  if (customerGroups.length > 0 && !customerGroups.some((group) => groups.includes(group))) return 'group'
  const [least, most] = [boundOf(method.minTotal, due.currency), boundOf(method.maxTotal, due.currency)]
  if (least && compare(due, least) < 0) return 'too_little'
  if (most && compare(due, most) > 0) return 'too_much'
  if (method.kind === 'cash_on_delivery' && !delivered) return 'nothing_delivered'
  if (purchase.deposit && clearedBy(method) !== undefined) return 'deposit'
  return undefined
}

function boundOf(bounds: Amounts, currency: string): Money | undefined {
  const amount = bounds[currency]
  return amount === undefined ? undefined : money(amount, currency)
}

/** The provider under which its payment stands. What no stranger is asked about stands under its kind. */
export function providerOfMethod({ kind, provider }: Pick<PaymentMethod, 'kind' | 'provider'>): string | null {
  return kind === 'provider_hosted' ? provider : kind
}

/** On what ground an order paid so is cleared when it is placed; undefined: it waits for its money. */
export function clearedBy({
  kind,
  clears,
}: Pick<PaymentMethod, 'kind' | 'clears'>): 'on_delivery' | 'on_account' | undefined {
  if (clears === 'payment') return undefined
  return kind === 'cash_on_delivery' ? 'on_delivery' : 'on_account'
}

import type { Money } from '../../../kernel/money.ts'

/** What of an entry says whose money it is. */
export interface Incoming {
  readonly amount: Money
  readonly endToEndId: string
  readonly structuredReference: string
  readonly remittance: string
  readonly partyName: string
}

/** An order that money may be for. */
export interface Awaited {
  readonly orderId: string
  readonly number: string
  readonly buyer: string
  /** Whether it still waits for money. */
  readonly open: boolean
  /** What is lacking of it. */
  readonly lacking: Money
}

/** Why an order is proposed and its money not simply taken: in the order of what a person should look at. */
export type Doubt = 'not_awaited' | 'other_amount' | 'several' | 'same_name' | 'same_amount'

export type Match =
  | { readonly kind: 'exact'; readonly orderId: string }
  | { readonly kind: 'proposed'; readonly orderId: string; readonly because: Doubt }
  | { readonly kind: 'unknown' }

export interface References {
  /** Numbers of orders with their check digits (ISO 11649): no slip of the pen. */
  readonly checked: readonly string[]
  /** Digits that stand by themselves and may be an order's number. */
  readonly plain: readonly string[]
}

const MOST_NUMBERS = 20

/** `ownPartOf` says what stands behind the check digits of a reference, or that it is none. */
export function referencesIn(
  { endToEndId, structuredReference, remittance }: Omit<Incoming, 'amount' | 'partyName'>,
  ownPartOf: (reference: string) => string | undefined,
): References {
  const text = [structuredReference, remittance, endToEndId].join(' · ').toUpperCase()
  const checked = new Set<string>()
  // Banks and people put blanks into references; the longest run that checks is meant.
  for (const [found] of text.matchAll(/RF\s?\d\s?\d(?:\s?\d){1,15}/g)) {
    const words = found.split(' ')
    for (let most = words.length; most > 0; most--) {
      const own = ownPartOf(words.slice(0, most).join(''))
      if (own === undefined) continue
      checked.add(own)
      break
    }
  }
  const plain = [...text.matchAll(/(?<![0-9A-Z./-])#?(\d{4,15})(?![0-9A-Z/-])/g)].map(([, digits = '']) => digits)
  return { checked: [...checked].slice(0, MOST_NUMBERS), plain: [...new Set(plain)].slice(0, MOST_NUMBERS) }
}

/**
 * Money is taken by itself only where a reference names the order and the amount is exactly what it lacks. Everything else is a person's
 * word, with the likeliest order beside it.
 */
export function matchEntry(
  entry: Incoming,
  { references, candidates }: { readonly references: References; readonly candidates: readonly Awaited[] },
): Match {
  const isWhole = ({ open, lacking }: Awaited) =>
    open && lacking.currency === entry.amount.currency && lacking.amount === entry.amount.amount
  const named = (numbers: readonly string[]) => candidates.filter(({ number }) => numbers.includes(number))
  const [checked, plain] = [named(references.checked), named(references.plain)]
  const meant = checked.length > 0 ? checked : plain
  const [whole, another] = meant.filter(isWhole)
  if (whole) return another ? propose(whole, 'several') : { kind: 'exact', orderId: whole.orderId }
  const [first] = meant.toSorted((a, b) => Number(b.open) - Number(a.open))
  // A number that happens to be an order's is no sign where that waits for nothing and was not checked.
  if (first && (first.open || checked.length > 0)) return propose(first, first.open ? 'other_amount' : 'not_awaited')
  const alike = candidates.filter(isWhole)
  const namesakes = alike.filter(({ buyer }) => sameName(buyer, entry.partyName))
  if (namesakes[0]) return propose(namesakes[0], namesakes.length === 1 ? 'same_name' : 'several')
  if (alike[0]) return propose(alike[0], alike.length === 1 ? 'same_amount' : 'several')
  return first ? propose(first, 'not_awaited') : { kind: 'unknown' }
}

const propose = ({ orderId }: Awaited, because: Doubt): Match => ({ kind: 'proposed', orderId, because })

/** Banks write surnames first, in capitals and without accents. */
function sameName(one: string, other: string): boolean {
  const words = (name: string) =>
    name
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .toUpperCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 1)
      .toSorted()
      .join(' ')
  return words(one) !== '' && words(one) === words(other)
}

/** A refund that a person is to send, and of which order it is. */
export interface RefundToSend {
  readonly refundId: string
  readonly orderId: string
  readonly number: string
}

/** The refund that money which went out was: of an order that the transfer names, and no other one fits as well. All have its amount. */
export function matchRefund(references: References, refunds: readonly RefundToSend[]): RefundToSend | undefined {
  const of = (numbers: readonly string[]) => refunds.filter(({ number }) => numbers.includes(number))
  const meant = references.checked.length > 0 ? of(references.checked) : of(references.plain)
  return meant.length === 1 ? meant[0] : undefined
}

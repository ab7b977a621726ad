import type { Context } from '../../host/context.ts'
import { recordTickedConsents, type ConsentWish } from '../../departments/customers/index.ts'

export interface ContactConsents {
  /** Boxes that the buyer ticked; what is left empty says nothing. */
  readonly contactConsents?: readonly ConsentWish[] | undefined
  /** Address of the request, of which the network is kept as proof. */
  readonly ip?: string | undefined
}

export interface BuyerAsked {
  readonly customerId: string
  /** Only who is signed in has proved that the address is theirs. */
  readonly isSignedIn: boolean
  readonly number: bigint
  readonly locale: string
  readonly market: string
}

/** What the buyer may be sent besides what the order needs: recorded with it, and never a reason to refuse it (GDPR, art. 7(4)). */
export function keepContactConsents(
  ctx: Context,
  { contactConsents: wishes = [], ip }: ContactConsents,
  { customerId, isSignedIn: proved, number, locale, market }: BuyerAsked,
): Promise<void> {
  return recordTickedConsents(
    ctx,
    { customerId, wishes, locale, proved, proof: String(number), ip },
    { place: 'checkout', market },
  )
}

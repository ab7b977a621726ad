import { ok, type Result } from '../../../kernel/result.ts'
import { checkAddress, type Address } from '../domain/address-format.ts'
import type { AmendmentWish } from '../domain/amendment.ts'
import { checkBilling } from '../domain/billing-address.ts'
import type { ContentAddress, OrderContent } from '../domain/order-content.ts'

/** Where the goods go then, whole by the rules of their country; undefined where that stays. */
export function addressOf({ country }: ContentAddress, { address }: AmendmentWish): Result<ContentAddress | undefined> {
  if (!address) return ok<ContentAddress | undefined>(undefined)
  const checked = checkAddress(said({ ...address, country }))
  if (!checked.ok) return checked
  const { company = null, street2 = null, region = null, phone = null, ...rest } = checked.value
  return ok<ContentAddress | undefined>({ ...rest, company, street2, region, phone })
}

interface BilledThen {
  readonly address: ContentAddress
  readonly kinds: readonly string[]
  readonly before: OrderContent['billing']
}

/** To whom the invoice goes then; null: where the goods go, undefined where that stays. */
export function billingOf(
  { billing }: AmendmentWish,
  { address, kinds, before }: BilledThen,
): Result<OrderContent['billing'] | undefined> {
  if (billing === undefined && !before) return ok<OrderContent['billing'] | undefined>(undefined)
  if (billing === null) return ok<OrderContent['billing'] | undefined>(null)
  // Where the goods go now to where the invoice does, it has no address of its own any more.
  const checked = checkBilling(said(billing ?? before!), { address: said(address), kinds })
  if (!checked.ok) return checked
  if (!checked.value) return ok<OrderContent['billing'] | undefined>(null)
  const { company = null, street2 = null, region = null, ...rest } = checked.value
  const then = { ...rest, company, street2, region }
  // As it was, in another order of its parts: no change.
  const isSame =
    before &&
    Object.entries(then).every(([part, value]) =>
      Object.entries(before).some(([key, was]) => key === part && was === value),
    )
  return ok<OrderContent['billing'] | undefined>(isSame ? undefined : then)
}

/** Without what is not said. */
export function said(address: Omit<ContentAddress, 'phone'> & { readonly phone?: string | null }): Address {
  return Object.fromEntries(Object.entries(address).filter(([, value]) => value !== null)) as unknown as Address
}

import type { Id } from '../../../kernel/ids.ts'

export type CustomerId = Id<'customer'>
export type AddressId = Id<'address'>

export interface AddressDraft {
  readonly recipient: string
  readonly company?: string | undefined
  readonly line1: string
  readonly line2?: string | undefined
  readonly postalCode: string
  readonly city: string
  readonly region?: string | undefined
  readonly country: string
  readonly phone?: string | undefined
}

export const MOST_ADDRESSES = 50

/** One customer for each address, however it was typed: nobody means two people by Anna@ and anna@. */
export function normalEmail(text: string): string {
  return text.trim().toLowerCase()
}

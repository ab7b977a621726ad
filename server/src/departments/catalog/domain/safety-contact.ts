import { ok, type Refused, type Result } from '../../../kernel/result.ts'
import { isLink } from './check-compliance.ts'
import { refusals } from './refusals.ts'
import { together } from './together.ts'

/** A maker, or who answers for its products in the Union: named with postal and electronic address, as the law asks. */
export interface SafetyContact {
  readonly name: string
  readonly street: string
  readonly postcode: string
  readonly city: string
  readonly country: string
  readonly email: string
  /** Empty, or an address that begins with https. */
  readonly website: string
}

export type SavedContact = SafetyContact & { readonly id: string; readonly version: number }

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

export function checkContact(draft: SafetyContact): Result<SafetyContact> {
  const trimmed = Object.entries(draft).map(([field, text]) => [field, String(text).trim()] as const)
  const contact = Object.fromEntries(trimmed) as unknown as SafetyContact
  const missing = (['name', 'street', 'postcode', 'city'] as const).filter((field) => contact[field] === '')
  const flaws: Refused[] = [
    ...missing.map((field) => refusals.contact_incomplete({ field })),
    ...(/^[A-Z]{2}$/.test(contact.country) ? [] : [refusals.invalid_country({ field: 'country' })]),
    ...(EMAIL.test(contact.email) ? [] : [refusals.invalid_contact_email({ field: 'email' })]),
    ...(contact.website === '' || isLink(contact.website) ? [] : [refusals.invalid_link({ field: 'website' })]),
  ]
  return flaws.length > 0 ? together(flaws) : ok(contact)
}

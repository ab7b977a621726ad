import { isCurrencyCode } from '../../../kernel/currency.ts'
import { ok, type Refused, type Result } from '../../../kernel/result.ts'
import { addressFormat, type Address } from './address-format.ts'
import { deskRefusals } from './desk-refusals.ts'
import { refusals } from './refusals.ts'

export const HOLD_KINDS = ['fraud', 'stock', 'address', 'manual'] as const
export type HoldKind = (typeof HOLD_KINDS)[number]

/** What a rule looks at, and from where on. Amounts are whole minor units by currency. */
export type HoldTerms =
  | { readonly what: 'value'; readonly over: Readonly<Record<string, number>>; readonly firstTime: boolean }
  | { readonly what: 'frequency'; readonly by: 'email' | 'address'; readonly orders: number; readonly hours: number }
  | { readonly what: 'email_domain'; readonly domains: readonly string[] }
  | { readonly what: 'company_abroad' }
  | { readonly what: 'address_format' }
  | { readonly what: 'po_box' }
  | { readonly what: 'stock' }

/** How far back orders of the same buyer are counted: a week. */
export const MOST_HOURS = 168

/** What the rules may ask of an order. */
export interface HoldFacts {
  readonly orderId: string
  readonly market: string
  readonly placedAt: Date
  readonly total: { readonly amount: number; readonly currency: string }
  readonly email: string
  readonly address: Address
  /** Whether somebody with this e-mail address had a paid order before. */
  readonly boughtBefore: boolean
  /** When other orders of this e-mail address, and to this door, were placed in the week before. */
  readonly sameEmail: readonly Date[]
  readonly sameDoor: readonly Date[]
  /** The country of the company that buys, by its VAT number. */
  readonly companyCountry: string | null
  /** Something is delivered; a download has no address to be wrong. */
  readonly delivered: boolean
  /** Of goods that are promised and not there: their SKUs. */
  readonly missing: readonly string[]
}

export interface Because {
  readonly because: string
  readonly params: Readonly<Record<string, string | number | { readonly amount: number; readonly currency: string }>>
}

export function kindOf({ what }: HoldTerms): HoldKind {
  if (what === 'stock') return 'stock'
  return what === 'address_format' || what === 'po_box' ? 'address' : 'fraud'
}

/** Why the rule holds this order, in figures; undefined where it lets it pass. */
export function judge(terms: HoldTerms, facts: HoldFacts): Because | undefined {
  switch (terms.what) {
    case 'value':
      return judgeValue(terms, facts)
    case 'frequency':
      return judgeFrequency(terms, facts)
    case 'email_domain': {
      const domain = facts.email.slice(facts.email.lastIndexOf('@') + 1).toLowerCase()
      const hit = terms.domains.find((one) => domain === one || domain.endsWith(`.${one}`))
      return hit === undefined ? undefined : { because: 'email_domain', params: { domain: hit } }
    }
    case 'company_abroad': {
      const { companyCountry, address } = facts
      if (!facts.delivered || companyCountry === null || companyCountry === address.country) return undefined
      return { because: 'company_abroad', params: { company: companyCountry, country: address.country } }
    }
    case 'address_format':
      return facts.delivered ? judgeAddress(facts.address) : undefined
    case 'po_box':
      return facts.delivered ? judgePoBox(facts.address) : undefined
    case 'stock':
      if (facts.missing.length === 0) return undefined
      return { because: 'stock', params: { skus: facts.missing.join(', ') } }
  }
}

function judgeValue({ over, firstTime }: Extract<HoldTerms, { what: 'value' }>, facts: HoldFacts): Because | undefined {
  const { amount, currency } = facts.total
  const limit = over[currency]
  if (limit === undefined || amount <= limit || (firstTime && facts.boughtBefore)) return undefined
  const params = { total: facts.total, limit: { amount: limit, currency } }
  return { because: firstTime ? 'value_first_time' : 'value', params }
}

const HOUR_MS = 3_600_000

/** The order itself is one of them. */
function judgeFrequency(
  { by, orders, hours }: Extract<HoldTerms, { what: 'frequency' }>,
  { sameEmail, sameDoor, placedAt, delivered }: HoldFacts,
): Because | undefined {
  if (by === 'address' && !delivered) return undefined
  const since = placedAt.getTime() - hours * HOUR_MS
  const others = (by === 'email' ? sameEmail : sameDoor).filter((at) => at.getTime() > since).length
  if (others + 1 < orders) return undefined
  return { because: `frequency_${by}`, params: { orders: others + 1, hours } }
}

/** Orders that came by the shop's own form fit; those that were imported, or typed at the phone, may not. */
function judgeAddress(address: Address): Because | undefined {
  const { required, postcode } = addressFormat(address.country)
  const missing = required.find((field) => !address[field]?.trim())
  if (missing !== undefined) return { because: 'address_incomplete', params: { field: missing } }
  if (postcode && !postcode.test(address.postcode)) {
    return { because: 'postcode_unlike', params: { postcode: address.postcode, country: address.country } }
  }
  // A street with a house has a number somewhere, as nearly all have.
  if (!/\d/.test(`${address.street} ${address.street2 ?? ''}`)) {
    return { because: 'no_house_number', params: { street: address.street } }
  }
  return undefined
}

/** As they are written in the countries that the house knows formats of. */
const PO_BOX =
  /\b(?:p\.?\s?o\.?\s?box|post\s?office\s?box|postfach|casella\s+postale|c\.?p\.?\s*\d|apartado(?:\s+de\s+correos)?|apdo\.?|bo[iî]te\s+postale|b\.?p\.?\s*\d|postbus|postboks|kotak\s+pos)\b/iu

function judgePoBox({ street, street2 }: Address): Because | undefined {
  const line = [street, street2].find((one) => one && PO_BOX.test(one))
  return line === undefined ? undefined : { because: 'po_box', params: { street: line } }
}

const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/

/** The terms as they are kept, or the first that cannot be meant. */
export function soundTerms(terms: HoldTerms): Result<HoldTerms> {
  if (terms.what === 'value') {
    const over = Object.entries(terms.over)
    const strange = over.find(([currency]) => !isCurrencyCode(currency))
    if (strange) return refusals.unknown_currency({ field: 'terms.over', params: { currency: strange[0] } })
    return over.length === 0 ? deskRefusals.hold_amount_missing({ field: 'terms.over' }) : ok(terms)
  }
  if (terms.what !== 'email_domain') return ok(terms)
  const domains = [...new Set(terms.domains.map((one) => one.trim().toLowerCase().replace(/^@/, '')))]
  const wrong = domains.findIndex((one) => !DOMAIN.test(one))
  if (wrong >= 0) return wrongDomain(domains[wrong] ?? '', wrong)
  return ok({ ...terms, domains })
}

function wrongDomain(domain: string, at: number): Refused {
  return deskRefusals.hold_domain_wrong({ field: `terms.domains.${at}`, params: { domain: domain.slice(0, 80) } })
}

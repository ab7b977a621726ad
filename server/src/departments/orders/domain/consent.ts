/**
 * To what a buyer agrees so that it begins before the withdrawal period is over: that files are made available at once (Directive
 * 2011/83/EU, art. 16 (m)), that a service begins at once (art. 7 (3), 16 (a)); each with the knowledge of what is lost by it.
 */
export const CONSENT_KINDS = ['digital', 'service'] as const
export type ConsentKind = (typeof CONSENT_KINDS)[number]

/**
 * The wording under which it is asked now: `orders.consents.<version>.<kind>` of the locales. Another wording is another version;
 * those of before stay, since orders name them.
 */
export const CONSENT_TEXT = 'v1'

export interface Consent {
  readonly kind: ConsentKind
  readonly textVersion: string
  readonly locale: string
  readonly givenIn: 'checkout' | 'order_page'
  readonly at: Date
}

/** What a buyer of such lines is asked. Who buys for a company has no right of withdrawal, and is asked nothing. */
export function consentsAsked(kinds: Iterable<string>, forCompany: boolean): ConsentKind[] {
  const sold = new Set(kinds)
  return forCompany ? [] : CONSENT_KINDS.filter((kind) => sold.has(kind))
}

import type { LocalDate } from '../../../kernel/time.ts'

/** A certificate that somebody owes no tax, as staff approved it. */
export interface Exemption {
  readonly id: string
  readonly kind: string
  readonly number: string
  readonly country: string
  /** Null: all of the country. */
  readonly region: string | null
  readonly validFrom: string
  /** Null: until it is withdrawn. */
  readonly validTo: string | null
}

/** The one that holds at a place on a day: both days counted in. What is expired, or begins later, is not applied. */
export function exemptionAt(
  exemptions: readonly Exemption[],
  { country, region, on }: { readonly country: string; readonly region?: string | undefined; readonly on: LocalDate },
): Exemption | undefined {
  return exemptions.find(
    (one) =>
      one.country === country &&
      (one.region === null || one.region.toUpperCase() === region?.toUpperCase()) &&
      one.validFrom <= on &&
      (one.validTo === null || on <= one.validTo),
  )
}

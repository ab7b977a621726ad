import type { Values } from '../../ui/form/field.ts'
import { exponentOf, type Money } from '../../ui/format-money.ts'
import type { Terms, TermsWish } from './queries.ts'

/** Where a single unit of money is next to nothing. */
const USUAL_SPEND: Readonly<Record<string, number>> = { IDR: 10_000, JPY: 100 }

/** What a shop begins with: a point for each whole unit of its money, worth a twentieth of it, certain after the withdrawal period. */
export function usualTerms(currency: string): Values {
  const unit = (USUAL_SPEND[currency] ?? 1) * 10 ** exponentOf(currency)
  return valuesOf(currency, {
    running: true,
    names: {},
    earnPoints: 1,
    earnAmount: unit,
    afterTax: true,
    excludedCategories: [],
    excludedGroups: [],
    pointWorth: Math.max(1, Math.round(unit / 20)),
    leastPoints: 100,
    confirmDays: 16,
    expiryMonths: 24,
    expiresAfter: 'activity',
    redemptionPpm: 1_000_000,
  })
}

const PPM_OF_PERCENT = 10_000

/** As the form holds them: money beside its currency, the expectation in percent. */
export function valuesOf(currency: string, terms: TermsWish | Terms): Values {
  const { earnAmount, pointWorth, redemptionPpm, afterTax, ...rest } = terms
  return {
    ...rest,
    tax: afterTax ? 'with' : 'without',
    earnAmount: { amount: earnAmount, currency },
    pointWorth: { amount: pointWorth, currency },
    redemption: String(redemptionPpm / PPM_OF_PERCENT),
  }
}

export function termsFrom(values: Values): TermsWish {
  const { earnAmount, pointWorth } = values as { readonly earnAmount: Money; readonly pointWorth: Money }
  const { running, names, earnPoints, excludedCategories, excludedGroups, leastPoints, confirmDays } =
    values as unknown as TermsWish
  const { expiryMonths, expiresAfter } = values as unknown as TermsWish
  return {
    ...{ running, names, earnPoints, excludedCategories, excludedGroups, leastPoints, confirmDays },
    ...{ expiryMonths, expiresAfter, afterTax: values['tax'] === 'with' },
    earnAmount: earnAmount.amount,
    pointWorth: pointWorth.amount,
    redemptionPpm: Math.round(Number(values['redemption']) * PPM_OF_PERCENT),
  }
}

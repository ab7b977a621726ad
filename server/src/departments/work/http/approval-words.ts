import type { Call } from '../../../host/http/route.ts'
import { currencyCode, exponentOf, isCurrencyCode } from '../../../kernel/currency.ts'

// i18n-dynamic: acts.*
/** What an act is called, in the language of a call. */
export interface ActWords {
  readonly title: string
  readonly fact: (fact: string) => string
  readonly choice: (fact: string, value: string) => string
  /** "Refund of €612.00 (1042)". */
  readonly summary: (facts: Readonly<Record<string, unknown>>, label: string) => string
}

export function actWords({ house, locale }: Call, act: string): ActWords {
  const translate = house.translations.for(locale)
  const [department, name] = act.split('.')
  const key = `${department}.acts.${name}`
  const choice = (fact: string, value: string) => {
    const words = translate(`${key}.values.${fact}.${value}`)
    return words.startsWith(`${key}.`) ? value : words
  }
  const all = translate('work.approvals.everywhere')
  return {
    title: translate(`${key}.title`),
    fact: (fact) => translate(`${key}.facts.${fact}`),
    choice,
    summary: (facts, label) => {
      const texts = Object.entries(facts).map(([fact, value]) => [
        fact,
        factText(value, { locale, all, choice: (one) => choice(fact, one) }),
      ])
      return translate(`${key}.summary`, { ...(Object.fromEntries(texts) as Record<string, string>), label })
    },
  }
}

interface Saying {
  readonly locale: string
  readonly all: string
  readonly choice: (value: string) => string
}

interface KeptFact {
  readonly kind?: string
  readonly money?: { readonly amount: number; readonly currency: string }
  readonly percent?: { readonly ppm: number } | 'beyond'
  readonly count?: number
  readonly values?: readonly string[] | '*'
}

/** A fact as it was kept, for people. */
function factText(kept: unknown, { locale, all, choice }: Saying): string {
  const { money, percent, count, values } = kept as KeptFact
  if (money && isCurrencyCode(money.currency)) {
    const exponent = exponentOf(currencyCode(money.currency))
    const style = { style: 'currency', currency: money.currency } as const
    return new Intl.NumberFormat(locale, style).format(Number(`${money.amount}e-${exponent}`))
  }
  if (percent === 'beyond') return '∞'
  const style = { style: 'percent', maximumFractionDigits: 2 } as const
  if (percent) return new Intl.NumberFormat(locale, style).format(percent.ppm / 1_000_000)
  if (count !== undefined) return new Intl.NumberFormat(locale).format(count)
  return values === '*' || values === undefined ? all : values.map(choice).join(', ')
}

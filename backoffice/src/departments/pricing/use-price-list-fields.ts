import { useTranslations } from 'use-intl'
import { useMarketName } from '../../app/market-names.ts'
import { useCan } from '../../app/session/session.ts'
import type { Field } from '../../ui/form/field.ts'
import { formatMoney, exponentOf } from '../../ui/format-money.ts'
import { useLocale } from 'use-intl'
import { ENDINGS } from './price-list-values.ts'
import type { PriceListChoices } from './price-list-queries.ts'

const permission = 'pricing:write'

interface Shape {
  readonly kind: unknown
  readonly currency: unknown
  readonly zone: unknown
}

/** All fields, always; a derived list needs a percentage besides. */
export function usePriceListFields(choices: PriceListChoices, { kind, currency, zone }: Shape): Field[] {
  const t = useTranslations('pricing.lists.form')
  const marketName = useMarketName()
  const tPricing = useTranslations('pricing')
  const locale = useLocale()
  const fixed = useCan()(permission) ? undefined : tPricing('needsPermission', { permission })
  const [optional, half] = [true, true]
  const option = (value: string) => ({ value, label: value })
  const currencies = [...new Set(choices.markets.map((market) => market.currency))]
  const zones = [...new Set(choices.markets.map((market) => market.timeZone))]
  const markets = choices.markets.filter((market) => !currency || market.currency === currency)
  const clock = String(zone || zones[0] || 'UTC')
  return [
    { kind: 'texts', name: 'names', label: t('names'), hint: t('namesHint'), fixed, maxLength: 120 },
    { kind: 'text', name: 'code', label: t('code'), hint: t('codeHint'), fixed, half, maxLength: 40 },
    { kind: 'choice', name: 'currency', label: t('currency'), fixed, half, options: currencies.map(option) },
    {
      kind: 'choice',
      name: 'kind',
      label: t('kind'),
      fixed,
      options: (['own', 'derived'] as const).map((value) => ({ value, label: t(`kinds.${value}`) })),
    },
    {
      kind: 'choice',
      name: 'direction',
      label: t('direction'),
      fixed,
      half,
      options: (['less', 'more'] as const).map((value) => ({ value, label: t(`directions.${value}`) })),
    },
    {
      kind: 'decimal',
      name: 'percent',
      label: t('percent'),
      fixed,
      half,
      optional: kind !== 'derived',
      scale: 4,
      unit: '%',
    },
    {
      kind: 'choice',
      name: 'of',
      label: t('of'),
      hint: t('ofHint'),
      fixed,
      half,
      optional,
      options: choices.bases
        .filter((base) => !currency || base.currency === currency)
        .map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      kind: 'choice',
      name: 'ending',
      label: t('ending'),
      fixed,
      half,
      options: ENDINGS.map((value) => ({ value, label: exampleOf(value) })),
    },
    { kind: 'switch', name: 'announced', label: t('announced'), hint: t('announcedHint'), fixed },
    {
      kind: 'many',
      name: 'markets',
      label: t('markets'),
      hint: t('everywhere'),
      fixed,
      optional,
      half,
      options: markets.map(({ code }) => ({ value: code, label: marketName(code) })),
    },
    {
      kind: 'many',
      name: 'channels',
      label: t('channels'),
      hint: t('everywhere'),
      fixed,
      optional,
      half,
      options: choices.channels.map(option),
    },
    {
      kind: 'many',
      name: 'groups',
      label: t('groups'),
      hint: t('groupsHint'),
      fixed,
      optional,
      options: choices.groups.map(({ code, name }) => ({ value: code, label: name })),
    },
    {
      kind: 'many',
      name: 'companies',
      label: t('companies'),
      hint: t('companiesHint'),
      fixed,
      optional,
      options: choices.companies.map(({ code, name }) => ({ value: code, label: name })),
    },
    { kind: 'choice', name: 'zone', label: t('zone'), hint: t('zoneHint'), fixed, options: zones.map(option) },
    {
      kind: 'date-time',
      name: 'beginsAt',
      label: t('beginsAt'),
      hint: t('beginsAtHint'),
      fixed,
      optional,
      half,
      zone: clock,
    },
    {
      kind: 'date-time',
      name: 'endsAt',
      label: t('endsAt'),
      hint: t('endsAtHint'),
      fixed,
      optional,
      half,
      zone: clock,
    },
    {
      kind: 'integer',
      name: 'priority',
      label: t('priority'),
      hint: t('priorityHint'),
      fixed,
      half,
      minimum: -1000,
      maximum: 1000,
    },
    {
      kind: 'text',
      name: 'nonetheless',
      label: tPricing('collisions.nonetheless'),
      hint: tPricing('collisions.nonethelessHint'),
      fixed,
      optional,
      lines: 2,
      maxLength: 300,
    },
  ]

  /** 12.34 as it would end. */
  function exampleOf(ending: string): string {
    const money = String(currency || currencies[0] || 'EUR')
    const [step = 1, less = 0] = ending.split('-').map(Number)
    const cents = step === 1 ? 1234 : Math.round((1234 + less) / step) * step - less
    const amount = Math.round(cents * 10 ** (exponentOf(money) - 2))
    return step === 1
      ? t('exact', { example: formatMoney({ amount, currency: money }, locale) })
      : formatMoney({ amount, currency: money }, locale)
  }
}

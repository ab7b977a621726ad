import { useFormatter, useLocale, useTranslations } from 'use-intl'
import { isUnread, type Values } from '../../ui/form/field.ts'
import { formatMoney } from '../../ui/format-money.ts'
import { isBuildable } from './promotion-values.ts'
import type { PromotionChoices } from './queries.ts'

// i18n-dynamic: pricing.sentence.gives.*
// i18n-dynamic: pricing.sentence.always, pricing.sentence.between, pricing.sentence.since, pricing.sentence.until

/**
 * "From €50.00, with a coupon: 10 % off Kitchen. Until 6 December 2026. At most 500 times." Of terms alone it does not say that they
 * hold always: whether they need a coupon is not theirs to tell.
 */
export function usePromotionSentence(
  choices: PromotionChoices | undefined,
): (values: Values, about?: 'terms') => string {
  const t = useTranslations('pricing.sentence')
  const locale = useLocale()
  const format = useFormatter()
  const money = (amounts: unknown) => {
    const list = Object.entries((amounts ?? {}) as Record<string, number>).filter(([, amount]) => !isUnread(amount))
    return list.length === 0
      ? '…'
      : format.list(
          list.map(([currency, amount]) => formatMoney({ amount, currency }, locale)),
          { type: 'disjunction' },
        )
  }
  const day = (instant: unknown) =>
    format.dateTime(new Date(String(instant)), {
      dateStyle: 'long',
      timeStyle: 'short',
      ...(choices ? { timeZone: choices.zone } : {}),
    })
  return (values, about) => {
    const { kind, percent, units, buy, get, subtotal, minUnits, needsCoupon, beginsAt, endsAt } = values
    const goods = goodsOf(values)
    const gives = isBuildable(kind)
      ? t(`gives.${kind}`, {
          percent:
            isUnread(percent) || percent === '' ? '…' : format.number(Number(percent), { maximumFractionDigits: 4 }),
          amounts: money(values['amounts']),
          units: typeof units === 'number' ? units : 1,
          every: typeof units === 'number' ? 'some' : 'all',
          buy: typeof buy === 'number' ? buy : 0,
          get: typeof get === 'number' ? get : 0,
          goods,
        })
      : t('gives.other')
    const groups = ((values['groups'] ?? []) as string[]).map(
      (code) => choices?.groups.find((group) => group.code === code)?.name ?? code,
    )
    const conditions = [
      Object.keys((subtotal ?? {}) as object).length > 0 && t('from', { amounts: money(subtotal) }),
      typeof minUnits === 'number' && t('units', { units: minUnits }),
      needsCoupon === true && t('coupon'),
      ...(['markets', 'channels'] as const).map((name) => {
        const list = (values[name] ?? []) as string[]
        return list.length > 0 && t(name, { list: format.list(list, { type: 'disjunction' }) })
      }),
      groups.length > 0 && t('groups', { list: format.list(groups, { type: 'disjunction' }) }),
    ].filter((one) => one !== false)
    const { mostUses, mostUsesOfCustomer } = values
    const times = { begins: beginsAt ? day(beginsAt) : '', ends: endsAt ? day(endsAt) : '' }
    const isOpen = conditions.length === 0 && about !== 'terms'
    return [
      conditions.length > 0 && t('when', { conditions: format.list(conditions), gives }),
      conditions.length === 0 && about === 'terms' && gives,
      isOpen && t(spanOf(beginsAt, endsAt), { ...times, gives }),
      !isOpen && beginsAt && t('begins', { at: times.begins }),
      !isOpen && endsAt && t('ends', { at: times.ends }),
      typeof mostUses === 'number' ? t('uses', { count: mostUses }) : '',
      needsCoupon === true && typeof mostUsesOfCustomer === 'number'
        ? t('usesEach', { count: mostUsesOfCustomer })
        : '',
    ]
      .filter(Boolean)
      .join(' ')
  }

  /** What holds without a condition holds always, or in its time. */
  function spanOf(begins: unknown, ends: unknown): 'always' | 'between' | 'since' | 'until' {
    if (begins) return ends ? 'between' : 'since'
    return ends ? 'until' : 'always'
  }

  function goodsOf({ categories, labels, brands, notReduced }: Values): string {
    const named = ((categories ?? []) as string[]).map(
      (id) => choices?.categories.find((one) => one.id === id)?.name ?? id,
    )
    const all = [...named, ...((labels ?? []) as string[]), ...((brands ?? []) as string[])]
    const goods = all.length > 0 ? format.list(all, { type: 'disjunction' }) : t('allGoods')
    return notReduced === true ? t('notReduced', { goods }) : goods
  }
}

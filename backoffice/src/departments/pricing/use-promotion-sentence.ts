import { useFormatter, useLocale, useTranslations } from 'use-intl'
import { isUnread, type Values } from '../../ui/form/field.ts'
import { formatMoney } from '../../ui/format-money.ts'
import { isBuildable } from './promotion-values.ts'
import { tiersOf } from './promotion-tiers.ts'
import type { PromotionChoices } from './queries.ts'

// i18n-dynamic: pricing.sentence.gives.*
// i18n-dynamic: pricing.sentence.always, pricing.sentence.between, pricing.sentence.since, pricing.sentence.until

/** Names that the sentence says, as far as they are known. */
interface SentenceChoices extends PromotionChoices {
  readonly methods?: readonly { readonly code: string; readonly name: string }[]
  readonly giftName?: string | undefined
}

/**
 * "From €50.00, with a coupon: 10 % off Kitchen. Until 6 December 2026. At most 500 times." Of terms alone it does not say that they
 * hold always: whether they need a coupon is not theirs to tell.
 */
export function usePromotionSentence(
  choices: SentenceChoices | undefined,
): (values: Values, about?: 'terms') => string {
  const t = useTranslations('pricing.sentence')
  const locale = useLocale()
  const countryNames = new Intl.DisplayNames(locale, { type: 'region' })
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
          gift: choices?.giftName ?? t('someGift'),
          getGoods: getGoodsOf(values) ?? 'same',
          getNames: getGoodsOf(values) ?? '',
          tiers: kind === 'order_tiers' ? tiersText(values) : '',
        })
      : t('gives.other')
    const groups = ((values['groups'] ?? []) as string[]).map(
      (code) => choices?.groups.find((group) => group.code === code)?.name ?? code,
    )
    const named = (name: string, known: SentenceChoices['methods']) =>
      ((values[name] ?? []) as string[]).map((code) => known?.find((one) => one.code === code)?.name ?? code)
    const countries = (values['countries'] ?? []) as string[]
    const nths = ((values['nthOrders'] ?? []) as string[]).map(Number).sort((a, b) => a - b)
    const conditions = [
      Object.keys((subtotal ?? {}) as object).length > 0 && t('from', { amounts: money(subtotal) }),
      Object.keys((values['subtotalMost'] ?? {}) as object).length > 0 &&
        t('upTo', { amounts: money(values['subtotalMost']) }),
      typeof minUnits === 'number' && t('units', { units: minUnits }),
      nths.length > 0 &&
        t('nthOrders', {
          list: format.list(
            nths.map((nth) => t('nth', { nth })),
            { type: 'disjunction' },
          ),
        }),
      needsCoupon === true && t('coupon'),
      ...(['markets', 'channels'] as const).map((name) => {
        const list = (values[name] ?? []) as string[]
        return list.length > 0 && t(name, { list: format.list(list, { type: 'disjunction' }) })
      }),
      named('methods', choices?.methods).length > 0 && t('methods', { list: or(named('methods', choices?.methods)) }),
      countries.length > 0 && t('countries', { list: or(countries.map((code) => countryNames.of(code) ?? code)) }),
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

  function or(list: readonly string[]): string {
    return format.list(list, { type: 'disjunction' })
  }

  /** "from €50.00 5 %, from €100.00 10 %" */
  function tiersText(values: Values): string {
    const steps = tiersOf(values).map(({ from, off }) =>
      t('tier', {
        from: typeof from === 'number' ? t('tierUnits', { units: from }) : money(byCurrency(from)),
        off: 'percent' in off ? t('tierPercent', { percent: Number(off.percent) }) : money(byCurrency(off.amounts)),
      }),
    )
    return steps.length === 0 ? '…' : steps.join(', ')
  }

  function getGoodsOf({ kind, getCategories, getLabels }: Values): string | undefined {
    const names = [...categoryNames(getCategories), ...((getLabels ?? []) as string[])]
    return kind === 'buy_get' && names.length > 0 ? or(names) : undefined
  }

  function categoryNames(ids: unknown): string[] {
    return ((ids ?? []) as string[]).map((id) => choices?.categories.find((one) => one.id === id)?.name ?? id)
  }

  function collectionNames(ids: unknown): string[] {
    return ((ids ?? []) as string[]).map((id) => choices?.collections.find((one) => one.id === id)?.name ?? id)
  }

  /** What holds without a condition holds always, or in its time. */
  function spanOf(begins: unknown, ends: unknown): 'always' | 'between' | 'since' | 'until' {
    if (begins) return ends ? 'between' : 'since'
    return ends ? 'until' : 'always'
  }

  function goodsOf({ categories, collections, labels, brands, exceptCategories, notReduced }: Values): string {
    const all = [
      ...categoryNames(categories),
      ...collectionNames(collections),
      ...((labels ?? []) as string[]),
      ...((brands ?? []) as string[]),
    ]
    const listed = all.length > 0 ? or(all) : t('allGoods')
    const excepted = categoryNames(exceptCategories)
    const goods = excepted.length > 0 ? t('except', { goods: listed, list: or(excepted) }) : listed
    return notReduced === true ? t('notReduced', { goods }) : goods
  }
}

const byCurrency = (list: readonly { readonly amount: number; readonly currency: string }[]) =>
  Object.fromEntries(list.map(({ amount, currency }) => [currency, amount]))

import { useLocale, useTranslations } from 'use-intl'
import { formatMoney } from '../../ui/format-money.ts'
import type { Tariff } from './delivery-queries.ts'

/** A table in a few words: what a parcel costs at least and at most. */
export function useTariffWords(): (priced: readonly [currency: string, tariff: Tariff]) => string {
  const t = useTranslations('settings.delivery')
  const locale = useLocale()
  return ([currency, tariff]) => {
    const money = (amount: number) => formatMoney({ amount, currency }, locale)
    if (tariff.by === 'flat') return tariff.price === 0 ? t('free') : money(tariff.price)
    if (tariff.by === 'first_next') return t('firstNext', { first: money(tariff.first), next: money(tariff.next) })
    const prices = tariff.brackets.map(({ price }) => price)
    return t('between', { least: money(Math.min(...prices)), most: money(Math.max(...prices)) })
  }
}

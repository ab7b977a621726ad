import { IconCalendarOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormatter, useLocale, useTranslations } from 'use-intl'
import { TimeSeries } from '../../ui/charts/time-series.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { formatMoney } from '../../ui/format-money.ts'
import { daysBetween } from './trial-days.ts'
import { TrialOrderDialog } from './trial-order-dialog.tsx'
import { TrialTable } from './trial-table.tsx'
import type { Trial } from './trial-queries.ts'
import styles from './trial.module.css'

// i18n-dynamic: pricing.trial.because.*
// i18n-dynamic: pricing.trial.changed.*

/** What came of a trial: what it would have given and taken, where it would not have applied and why. */
export function TrialReport({ trial }: { readonly trial: Trial }) {
  const t = useTranslations('pricing.trial')
  const format = useFormatter()
  const locale = useLocale()
  const [explained, setExplained] = useState<number>()
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: 'medium' })
  const amounts = (byCurrency: Readonly<Record<string, number>>) =>
    Object.entries(byCurrency)
      .map(([currency, amount]) => formatMoney({ amount, currency }, locale))
      .join(' · ')
  const { since, until, orders, baskets, unlike, unpriced, gifts } = trial
  if (orders === 0 && baskets === 0) {
    return (
      <EmptyState icon={IconCalendarOff} title={t('nothing')}>
        {t('nothingRemedy')}
      </EmptyState>
    )
  }
  const redemptions = trial.currencies.reduce((all, one) => all + one.redemptions, 0)
  const basketRedemptions = trial.currencies.reduce((all, one) => all + one.basketRedemptions, 0)
  const tight = trial.products.filter(({ units, left }) => left < units).length
  return (
    <>
      {trial.changed.length > 0 && (
        <p className={styles.lead}>
          <strong>{trial.changed.map((what) => t(`changed.${what as 'others'}`)).join(' ')}</strong>
        </p>
      )}
      <p className={styles.lead}>
        {t('lead', { redemptions, orders, from: day(since), until: day(until) })}{' '}
        {trial.needsCoupon && t('asIfEntered')}
      </p>
      <TrialTable
        title={t('money')}
        head={[t('currency'), t('redemptions'), t('discount'), t('before'), t('after'), t('change')]}
        rows={trial.currencies.map(({ redemptions: count, discount, revenueBefore, revenueAfter }) => [
          discount.currency,
          format.number(count),
          formatMoney(discount, locale),
          formatMoney(revenueBefore, locale),
          formatMoney(revenueAfter, locale),
          formatMoney({ ...revenueAfter, amount: revenueAfter.amount - revenueBefore.amount }, locale),
        ])}
      />
      <ul className={styles.notes}>
        <li>{t('withoutTax')}</li>
        {trial.currencies.map(({ margin }) => margin && <MarginNote key={margin.before.currency} margin={margin} />)}
        {tight > 0 && <li data-alarm>{t('tight', { count: tight })}</li>}
        {baskets > 0 && (
          <li>
            {t('baskets', {
              baskets,
              redemptions: basketRedemptions,
              near: trial.nearBaskets,
              discount: amounts(
                Object.fromEntries(trial.currencies.map(({ basketDiscount: one }) => [one.currency, one.amount])),
              ),
            })}
          </li>
        )}
        {gifts && <li data-alarm={gifts.units > gifts.left}>{t('gifts', { units: gifts.units, left: gifts.left })}</li>}
        {unlike > 0 && <li>{t('unlike', { count: unlike })}</li>}
        {unpriced > 0 && <li>{t('unpriced', { count: unpriced })}</li>}
      </ul>
      {trial.days.length > 0 && (
        <TimeSeries
          title={t('byDay')}
          days={daysBetween(trial.days)}
          unit={{ kind: 'count' }}
          labels={{ value: t('redemptions') }}
          empty={t('noneByDay')}
        />
      )}
      {trial.displaced.length > 0 && (
        <TrialTable
          title={t('displaced')}
          head={[t('promotion'), t('orders'), t('lost')]}
          rows={trial.displaced.map((one) => [one.promotion, format.number(one.sales), amounts(one.amounts)])}
        />
      )}
      {trial.products.length > 0 && (
        <TrialTable
          title={t('products')}
          head={[t('goods'), t('pieces'), t('left'), t('discount')]}
          rows={trial.products.map((one) => [
            `${one.name} · ${one.sku}`,
            format.number(one.units),
            format.number(one.left),
            amounts(one.amounts),
          ])}
        />
      )}
      {trial.because.length > 0 && (
        <TrialTable
          title={t('whyNot')}
          head={[t('reason'), t('orders')]}
          rows={trial.because.map((one) => [t(`because.${one.because as 'used_up'}`), format.number(one.orders)])}
        />
      )}
      {trial.samples.length > 0 && (
        <TrialTable
          title={t('samples')}
          head={[t('order'), t('before'), t('after'), t('discount')]}
          rows={trial.samples.map(({ number, before, after, discount }) => [
            { text: String(number), label: t('explainOrder', { number }), onClick: () => setExplained(number) },
            formatMoney(before, locale),
            formatMoney(after, locale),
            formatMoney(discount, locale),
          ])}
        />
      )}
      {explained !== undefined && (
        <TrialOrderDialog trialId={trial.id} number={explained} onClose={() => setExplained(undefined)} />
      )}
    </>
  )
}

type MarginOfTrial = NonNullable<Trial['currencies'][number]['margin']>

/** What would have been earned; goods whose cost nobody knows are named, never taken as free. */
function MarginNote({ margin }: { readonly margin: MarginOfTrial }) {
  const t = useTranslations('pricing.trial')
  const locale = useLocale()
  const { before, after, costed, uncosted } = margin
  if (costed === 0) return <li>{t('noCosts', { uncosted })}</li>
  const change = { ...after, amount: after.amount - before.amount }
  return (
    <>
      <li data-alarm={after.amount < 0}>
        {t('margin', {
          before: formatMoney(before, locale),
          after: formatMoney(after, locale),
          change: formatMoney(change, locale),
        })}
      </li>
      {uncosted > 0 && <li>{t('uncosted', { uncosted, all: costed + uncosted })}</li>}
    </>
  )
}

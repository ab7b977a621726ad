import { useTranslations } from 'use-intl'
import { DateText } from '../../ui/date-text.tsx'
import { MoneyText } from '../../ui/money-text.tsx'
import { Total, Totals } from '../../ui/totals.tsx'
import type { paths } from '../../client/schema.d.ts'
import styles from './edit-order.module.css'

// i18n-dynamic: orders.edit.because.*

type Preview = paths['/api/orders/{id}/amendment-previews']['post']['responses'][200]['content']['application/json']

/** What the change comes to, line by line and why, and which way the money goes. */
export function EditDifference({ preview }: { readonly preview: Preview }) {
  const t = useTranslations('orders.edit')
  const { lines, delivery, total, tax, refunds, paid, asksUntil } = preview
  const changed = lines.filter(({ because }) => because !== 'as_sold')
  return (
    <div aria-live="polite">
      <ul className={styles.differences}>
        {changed.map(({ position, name, options, because, before, after, difference }) => (
          <li key={position}>
            <span className={styles.words}>
              <span className={styles.name}>{options === '' ? name : `${name}, ${options}`}</span>
              <span className={styles.note}>
                {t('fromTo', { before: before?.quantity ?? 0, after: after?.quantity ?? 0 })} ·{' '}
                {t(`because.${because}`)}
              </span>
            </span>
            <MoneyText value={difference} />
          </li>
        ))}
      </ul>
      <div className={styles.inset}>
        <Totals>
          {delivery.difference.amount !== 0 && (
            <Total weight="quiet" label={t('delivery')} value={delivery.difference} />
          )}
          <Total weight="quiet" label={t('taxThen')} value={tax.after} />
          <Total label={t('totalBefore')} value={total.before} />
          <Total label={t('totalThen')} value={total.after} />
          <Total weight="whole" label={t('difference')} value={total.difference} />
        </Totals>
      </div>
      {!paid && <p className={styles.note}>{t('notPaid')}</p>}
      {asksUntil !== null && (
        <p className={styles.note}>{t.rich('asks', { until: () => <DateText value={asksUntil} /> })}</p>
      )}
      {paid && asksUntil === null && refunds.length === 0 && <p className={styles.note}>{t('nothingBack')}</p>}
      {refunds.length > 0 && (
        <ul className={styles.refunds}>
          {refunds.map(({ paymentId, provider, giftCard, amount }) => (
            <li key={paymentId}>
              {t.rich(giftCard !== null ? 'backOntoCard' : provider === 'store_credit' ? 'backAsCredit' : 'backBy', {
                provider,
                card: giftCard ?? '',
                amount: () => (
                  <strong>
                    <MoneyText value={amount} />
                  </strong>
                ),
              })}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

import { Link } from '@tanstack/react-router'
import { useLocale, useTranslations } from 'use-intl'
import { DateText } from '../../ui/date-text.tsx'
import { formatMoney } from '../../ui/format-money.ts'
import styles from './order-payments.module.css'
import type { Payment } from './queries.ts'

// i18n-dynamic: payments.dispute.states.*, payments.dispute.reasons.*

/** On the order's page: what of a payment is disputed, how it stands, and the way there. */
export function DisputesOfPayment({ payment }: { readonly payment: Payment }) {
  const t = useTranslations('payments.dispute')
  const locale = useLocale()
  return payment.disputes.map(({ id, amount, state, reason, dueAt }) => (
    <p key={id} className={styles.review}>
      <Link to={`/disputes/${id}`}>
        <strong>{t('onOrder', { amount: formatMoney(amount, locale) })}</strong>
      </Link>
      <br />
      {t(`states.${state}`)} · {t(`reasons.${reason}`)}
      {dueAt !== null && state === 'needs_response' && (
        <>
          {' · '}
          {t.rich('dueShort', { day: () => <DateText value={dueAt} /> })}
        </>
      )}
    </p>
  ))
}

import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { DateText } from '../../ui/date-text.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { MoneyText } from '../../ui/money-text.tsx'
import styles from './order-payments.module.css'
import { PaymentStateBadge } from './payment-state.tsx'
import { paymentsOfOrder, type Payment } from './queries.ts'

// i18n-dynamic: payments.movements.*, payments.reasons.*

/** What came in for an order and what went back, as the provider told it. */
export function OrderPayments({ orderId }: { readonly orderId: string }) {
  const t = useTranslations('payments')
  const { data, error, refetch } = useQuery(paymentsOfOrder(orderId))
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton height={96} />
  if (data.items.length === 0) return <p className="dimmed">{t('none')}</p>
  return data.items.map((payment) => <PaymentFacts key={payment.id} payment={payment} />)
}

function PaymentFacts({ payment }: { readonly payment: Payment }) {
  const t = useTranslations('payments')
  const { state, amount, captured, refunded, reviewReason } = payment
  return (
    <div className={styles.payment}>
      <div className={styles.head}>
        <strong>
          <MoneyText value={amount} />
        </strong>
        <PaymentStateBadge state={state} />
      </div>
      {reviewReason && (
        <p className={styles.review}>
          <strong>{t('review')}</strong> {t(`reasons.${reviewReason}`)}
        </p>
      )}
      {payment.surplus && <p className={styles.review}>{t('surplus')}</p>}
      <Facts
        items={[
          [t('captured'), captured.amount > 0 && <MoneyText value={captured} />],
          [t('refunded'), refunded.amount > 0 && <MoneyText value={refunded} />],
          [t('reference'), payment.providerRef && <code className={styles.reference}>{payment.providerRef}</code>],
        ]}
      />
      {payment.events.length > 0 && (
        <ul className={styles.events}>
          {payment.events.map(({ id, kind, at, amount: moved }) => (
            <li key={id}>
              <span>
                {t(`movements.${kind}`)} · <DateText value={at} />
              </span>
              <MoneyText value={moved} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

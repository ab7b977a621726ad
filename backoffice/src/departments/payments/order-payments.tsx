import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { MoneyText } from '../../ui/money-text.tsx'
import { DisputesOfPayment } from './disputes-of-payment.tsx'
import { ByHand, isByHand } from './by-hand.tsx'
import { HeldMoney } from './held-money.tsx'
import { OrderCharges } from './order-charges.tsx'
import styles from './order-payments.module.css'
import { PaymentStateBadge } from './payment-state.tsx'
import { paymentsOfOrder, type Payment } from './queries.ts'
import { RefundDialog } from './refund-dialog.tsx'
import { STORE_CREDIT, usePaidBy } from './use-paid-by.ts'
import { useRefundReason } from './use-refund-reason.ts'

// i18n-dynamic: payments.authentication.*, payments.movements.*, payments.reasons.*, payments.refund.states.*

/** What came in for an order and what went back: through a provider, as it told it, and from gift cards. */
export function OrderPayments({ orderId }: { readonly orderId: string }) {
  const t = useTranslations('payments')
  const { data, error, refetch } = useQuery(paymentsOfOrder(orderId, useLocale()))
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton height={96} />
  if (data.items.length === 0) return <p className="dimmed">{t('none')}</p>
  return (
    <>
      {data.items.map((payment) => (
        <PaymentFacts key={payment.id} payment={payment} />
      ))}
      <OrderCharges orderId={orderId} />
    </>
  )
}

function PaymentFacts({ payment }: { readonly payment: Payment }) {
  const t = useTranslations('payments')
  const { state, amount, captured, refunded, reviewReason, giftCard } = payment
  const paidBy = usePaidBy()
  return (
    <div className={styles.payment}>
      <div className={styles.from}>
        <PaidBy card={giftCard}>{paidBy(payment)}</PaidBy>
      </div>
      <div className={styles.head}>
        <strong>
          <MoneyText value={payment.surplus ? captured : amount} />
        </strong>
        <PaymentStateBadge state={state} />
      </div>
      {reviewReason && (
        <p className={styles.review}>
          <strong>{t('review')}</strong> {t(`reasons.${reviewReason}`)}
        </p>
      )}
      <DisputesOfPayment payment={payment} />
      {payment.surplus && <p className={styles.review}>{t('surplus')}</p>}
      <Facts
        items={[
          [t('captured'), captured.amount > 0 && <MoneyText key="captured" value={captured} />],
          [t('secure'), payment.authentication !== null && t(`authentication.${payment.authentication}`)],
          [t('refunded'), refunded.amount > 0 && <MoneyText key="refunded" value={refunded} />],
          [
            t('reference'),
            !giftCard && !isByHand(payment) && payment.provider !== STORE_CREDIT && payment.providerRef && (
              <code key="reference" className={styles.reference}>
                {payment.providerRef}
              </code>
            ),
          ],
        ]}
      />
      <HeldMoney payment={payment} />
      <Refunds payment={payment} />
      <ByHand payment={payment} />
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

/** Of a gift card, the way to the card for who may see it. */
function PaidBy({ card, children }: { readonly card: Payment['giftCard']; readonly children: string }) {
  const can = useCan()
  if (!card || !can('gift-cards:read')) return children
  return <Link to={`/gift-cards/${card.id}`}>{children}</Link>
}

/** What was asked to go back and how it went, and the way to ask for more. */
function Refunds({ payment }: { readonly payment: Payment }) {
  const t = useTranslations('payments.refund')
  const say = useRefundReason()
  const [isAsking, setAsking] = useState(false)
  const { refunds, captured, allowedActions } = payment
  if (captured.amount === 0) return null
  return (
    <>
      {refunds.length > 0 && (
        <ul className={styles.events} aria-label={t('list')}>
          {refunds.map(({ id, amount, reason, state, asCredit }) => (
            <li key={id}>
              <span>
                {asCredit ? t('asCreditDone') : t(`states.${state}`)} · {say(reason)}
              </span>
              <MoneyText value={amount} />
            </li>
          ))}
        </ul>
      )}
      <ActionButton
        variant="default"
        refusal={allowedActions.find(({ action }) => action === 'refund')?.reason?.message}
        onClick={() => setAsking(true)}
      >
        {t('open')}
      </ActionButton>
      {isAsking && <RefundDialog payment={payment} onClose={() => setAsking(false)} />}
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { ActionButton } from '../../ui/action-button.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { formatMoney } from '../../ui/format-money.ts'
import { ChargeDialog } from './charge-dialog.tsx'
import { chargesOfOrder, type Charges } from './charge-queries.ts'
import styles from './order-payments.module.css'
import { nameOfCard } from './name-of-card.ts'

// i18n-dynamic: payments.charge.reasons.*, payments.charge.states.*

/** What is due of an order, and by which of the customer's cards it can be charged without them; shown where there is one, or was. */
export function OrderCharges({ orderId }: { readonly orderId: string }) {
  const { data } = useQuery(chargesOfOrder(orderId, useLocale()))
  if (!data || (data.tries.length === 0 && (data.due === null || data.methods.length === 0))) return null
  return (
    <div className={styles.payment}>
      {data.due && data.methods.length > 0 && <Due orderId={orderId} due={data.due} charges={data} />}
      <Tries tries={data.tries} />
    </div>
  )
}

interface DueProps {
  readonly orderId: string
  readonly due: NonNullable<Charges['due']>
  readonly charges: Charges
}

function Due({ orderId, due, charges }: DueProps) {
  const t = useTranslations('payments.charge')
  const locale = useLocale()
  const [isAsking, setAsking] = useState(false)
  const usable = charges.methods.filter((method) => method.usable)
  const refusal = charges.allowedActions[0]?.reason?.message ?? (usable.length === 0 ? t('noneAgreed') : undefined)
  return (
    <>
      <p>{t(`reasons.${due.reason}`, { amount: formatMoney(due.amount, locale) })}</p>
      <ActionButton
        variant="default"
        classNames={{ root: styles.long, label: styles.lines }}
        refusal={refusal}
        onClick={() => setAsking(true)}
      >
        {t('open')}
      </ActionButton>
      {isAsking && <ChargeDialog orderId={orderId} due={due} methods={usable} onClose={() => setAsking(false)} />}
    </>
  )
}

function Tries({ tries }: Pick<Charges, 'tries'>) {
  const t = useTranslations('payments.charge')
  const locale = useLocale()
  if (tries.length === 0) return null
  return (
    <ul className={styles.events}>
      {tries.map(({ at, by, card, amount, agreed, state }) => (
        <li key={at}>
          {t(`states.${state}`, {
            amount: formatMoney(amount, locale),
            card: card ? nameOfCard(card, t('card')) : t('card'),
          })}
          <br />
          <DateText value={at} form="full" />
          {by !== null && ` · ${by}`} · {agreed}
        </li>
      ))}
    </ul>
  )
}

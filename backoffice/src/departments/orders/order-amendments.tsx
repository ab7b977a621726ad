import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { DateText } from '../../ui/date-text.tsx'
import { MoneyText } from '../../ui/money-text.tsx'
import { Panel } from '../../ui/panel.tsx'
import styles from './edit-order.module.css'
import { orderAmendments, type AmendmentRow } from './edit-queries.ts'

// i18n-dynamic: orders.edit.reasons.*

/** What was changed of the order since it was placed: who, when, why, and what it came to. */
export function OrderAmendments({ orderId }: { readonly orderId: string }) {
  const t = useTranslations('orders.edit')
  const { data } = useQuery(orderAmendments(orderId))
  if (!data || data.items.length === 0) return null
  return (
    <Panel title={t('changes', { count: data.items.length })}>
      <ul className={styles.differences}>
        {data.items.toReversed().map((one) => (
          <AmendmentLine key={one.number} amendment={one} />
        ))}
      </ul>
    </Panel>
  )
}

function AmendmentLine({ amendment }: { readonly amendment: AmendmentRow }) {
  const t = useTranslations('orders.edit')
  const { by, at, reason, note, kind, before, after, lines, delivery, addressChanged, billingChanged } = amendment
  const told = [
    ...lines.map((line) => t('changedLine', line)),
    ...(delivery ? [t('changedDelivery')] : []),
    ...(addressChanged ? [t('changedAddress')] : []),
    ...(billingChanged ? [t('changedBilling')] : []),
  ]
  return (
    <li>
      <div className={styles.words}>
        <span className={styles.name}>{told.join(' · ')}</span>
        <span className={styles.note}>
          {[t(kind === 'edit' ? 'kindEdit' : 'kindPart'), t(`reasons.${reason}`), note].filter(Boolean).join(' · ')}
        </span>
        <span className={styles.note}>
          {by !== null && `${by} · `}
          <DateText value={at} form="full" />
        </span>
      </div>
      <span>
        <MoneyText value={before} /> → <MoneyText value={after} />
      </span>
    </li>
  )
}

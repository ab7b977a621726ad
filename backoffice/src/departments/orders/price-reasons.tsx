import { IconCheck, IconMinus } from '@tabler/icons-react'
import { useLocale, useTranslations } from 'use-intl'
import { formatMoney, type Money } from '../../ui/format-money.ts'
import { Panel } from '../../ui/panel.tsx'
import { useCodeWords } from '../../ui/use-code-words.ts'
import styles from './price-reasons.module.css'
import type { Order, PriceReason } from './queries.ts'

// i18n-dynamic: orders.reasons.*

/** Why the total is what it is: each rule that applied, and what the others lacked. */
export function PriceReasons({ order }: { readonly order: Order }) {
  const t = useTranslations('orders')
  if (order.reasons.length === 0) return null
  const ofOrder = order.reasons.filter(({ line }) => line === null)
  return (
    <Panel title={t('why.title')}>
      <details className={styles.details}>
        <summary className={styles.summary}>{t('why.open', { count: order.reasons.length })}</summary>
        <div className={styles.parts}>
          {order.lines.map((line, index) => (
            <ReasonList
              key={line.position}
              title={line.name}
              reasons={order.reasons.filter((reason) => reason.line === index)}
            />
          ))}
          <ReasonList title={t('why.whole')} reasons={ofOrder} />
        </div>
      </details>
    </Panel>
  )
}

function ReasonList({ title, reasons }: { readonly title: string; readonly reasons: readonly PriceReason[] }) {
  if (reasons.length === 0) return null
  return (
    <div>
      <h3 className={styles.part}>{title}</h3>
      <ul className={styles.list}>
        {reasons.map((reason, index) => (
          <li key={index} data-applied={reason.applied}>
            {reason.applied ? <IconCheck size={16} aria-hidden /> : <IconMinus size={16} aria-hidden />}
            <ReasonText reason={reason} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Amounts come as money and stand in the sentence as the reader writes them. */
function ReasonText({ reason }: { readonly reason: PriceReason }) {
  const say = useCodeWords()
  const locale = useLocale()
  const params = Object.fromEntries(
    Object.entries(reason.params).map(([name, value]) => [name, isMoney(value) ? formatMoney(value, locale) : value]),
  )
  return <span>{say('orders.reasons', reason.because, params)}</span>
}

function isMoney(value: string | number | Money): value is Money {
  return typeof value === 'object'
}

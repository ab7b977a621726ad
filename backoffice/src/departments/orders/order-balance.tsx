import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { ActionButton } from '../../ui/action-button.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { formatMoney } from '../../ui/format-money.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { ReceiptDialog } from '../payments/by-hand.tsx'
import styles from './edit-order.module.css'
import { orderBalances, undoBalance, waiveBalance, type BalanceRow, type BalancesOfOrder } from './edit-queries.ts'

// i18n-dynamic: orders.balance.outcomes.*

/** A change that waits for its difference: how much, until when, and what may be done; and those that never came about. */
export function OrderBalance({ orderId }: { readonly orderId: string }) {
  const { data } = useQuery(orderBalances(orderId))
  const due = data?.items.find(({ outcome }) => outcome === null)
  const past = data?.items.filter(({ outcome }) => outcome !== null) ?? []
  return (
    <>
      {due && data && <Due orderId={orderId} due={due} actions={data.allowedActions} />}
      {past.length > 0 && <Past balances={past} />}
    </>
  )
}

interface DueProps {
  readonly orderId: string
  readonly due: BalanceRow
  readonly actions: BalancesOfOrder['allowedActions']
}

function Due({ orderId, due, actions }: DueProps) {
  const t = useTranslations('orders.balance')
  const amount = formatMoney(due.amount, useLocale())
  const isRest = due.kind === 'rest'
  const [asking, setAsking] = useState<string>()
  const close = () => setAsking(undefined)
  const button = (action: string, label: string) => (
    <ActionButton
      variant="default"
      refusal={actions.find((one) => one.action === action)?.reason?.message}
      onClick={() => setAsking(action)}
    >
      {label}
    </ActionButton>
  )
  return (
    <Panel title={t(isRest ? 'restTitle' : 'title', { amount })}>
      <p className={styles.balance}>{isRest ? <RestWords due={due} /> : <ChangeWords due={due} />}</p>
      <p className={styles.note}>
        {t.rich(isRest ? 'restOf' : 'asked', {
          paid: () => <MoneyText value={due.paid} />,
          total: () => <MoneyText value={due.total} />,
          at: () => <DateText value={due.at} form="full" />,
        })}
        {due.by !== null && ` · ${due.by}`}
        {due.note !== null && ` · ${due.note}`}
      </p>
      <div className={styles.choices}>
        {button('receive', t('receive'))}
        {button('waive', t('waive'))}
        {!isRest && button('undo', t('undo'))}
      </div>
      {asking === 'receive' && <ReceiptDialog orderId={orderId} lacking={due.amount} onClose={close} />}
      {asking === 'waive' && (
        <ReasonDialog
          department="orders"
          title={t('waiveTitle', { amount })}
          meaning={t(isRest ? 'waiveRest' : 'waiveMeaning')}
          confirm={t('waive')}
          done={t('waived')}
          act={(reason) => waiveBalance(orderId, reason)}
          onClose={close}
        />
      )}
      {asking === 'undo' && (
        <ReasonDialog
          department="orders"
          title={t('undoTitle')}
          meaning={t('undoMeaning')}
          confirm={t('undo')}
          done={t('undone')}
          act={(reason) => undoBalance(orderId, reason)}
          onClose={close}
        />
      )}
    </Panel>
  )
}

function ChangeWords({ due }: Pick<DueProps, 'due'>) {
  const t = useTranslations('orders.balance')
  return t.rich('waits', { until: () => <DateText value={due.expiresAt} form="full" /> })
}

/** The rest of a pre-order is asked for by itself once its goods are there. */
function RestWords({ due: { dueSince, expiresAt, readyOn } }: Pick<DueProps, 'due'>) {
  const t = useTranslations('orders.balance')
  return dueSince === null
    ? t.rich('restWaits', { day: () => <DateText value={`${readyOn ?? ''}T12:00:00Z`} form="date" /> })
    : t.rich('restDue', {
        since: () => <DateText value={dueSince} form="full" />,
        until: () => <DateText value={expiresAt} form="full" />,
      })
}

function Past({ balances }: { readonly balances: readonly BalanceRow[] }) {
  const t = useTranslations('orders.balance')
  return (
    <Panel title={t('past', { count: balances.length })}>
      <ul className={styles.differences}>
        {balances.map(({ id, kind, outcome, amount, endedAt, endedBy, endReason }) => (
          <li key={id}>
            <div className={styles.words}>
              <span className={styles.name}>
                {t(kind === 'rest' && outcome === 'paid' ? 'outcomes.restPaid' : `outcomes.${outcome ?? 'undone'}`)}
              </span>
              <span className={styles.note}>{[endedBy, endReason].filter(Boolean).join(' · ')}</span>
              {endedAt !== null && (
                <span className={styles.note}>
                  <DateText value={endedAt} form="full" />
                </span>
              )}
            </div>
            <MoneyText value={amount} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { ActionButton } from '../../ui/action-button.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { MoneyText } from '../../ui/money-text.tsx'
import { PanelLine, PanelLines } from '../../ui/panel-lines.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { ExplainDialog } from './explain-dialog.tsx'
import type { Payout, PayoutLine } from './payout-queries.ts'
import styles from './payouts.module.css'

// i18n-dynamic: payments.payouts.kinds.*, payments.payouts.reasons.*, payments.payouts.bookedAs.*

/** Every line; what nobody can explain stands first, with what can be done about it. */
export function PayoutLines({ payout }: { readonly payout: Payout }) {
  const t = useTranslations('payments.payouts')
  const [explaining, setExplaining] = useState<PayoutLine>()
  const refusal = payout.allowedActions.find(({ action }) => action === 'explain')?.reason?.message
  return (
    <Panel title={t('lines', { count: payout.lines.length })} flush>
      <PanelLines>
        {payout.lines.map((line) => (
          <PanelLine key={line.id} title={<LineTitle line={line} />} note={<LineNote line={line} />}>
            <span className={styles.open}>
              {line.verdict === 'unexplained' && (
                <ActionButton variant="default" refusal={refusal} onClick={() => setExplaining(line)}>
                  {t('explain.open')}
                </ActionButton>
              )}
              <span className={styles.figures}>
                <strong>
                  <MoneyText value={line.amount} />
                </strong>
                {line.fee.amount !== 0 && (
                  <span className={styles.note}>
                    {t('cost')} <MoneyText value={line.fee} />
                  </span>
                )}
              </span>
            </span>
          </PanelLine>
        ))}
      </PanelLines>
      {explaining && <ExplainDialog payout={payout} line={explaining} onClose={() => setExplaining(undefined)} />}
    </Panel>
  )
}

function LineTitle({ line: { kind, verdict, order } }: { readonly line: PayoutLine }) {
  const t = useTranslations('payments.payouts')
  return (
    <>
      {t(`kinds.${kind}`)}
      {order && (
        <>
          {' · '}
          <Link to={`/orders/${order.id}`}>{t('order', { number: order.number })}</Link>
        </>
      )}{' '}
      {verdict === 'unexplained' && <StateBadge tone="danger">{t('unexplained')}</StateBadge>}
    </>
  )
}

function LineNote({ line }: { readonly line: PayoutLine }) {
  const t = useTranslations('payments.payouts')
  const { at, description, sourceRef, verdict, reason, bookedAs, words } = line
  return (
    <span className={styles.ref}>
      <DateText value={at} />
      {[description, verdict === 'matched' ? null : sourceRef].filter(Boolean).map((text) => ` · ${text}`)}
      {reason && (
        <>
          <br />
          {t(`reasons.${reason}`)}
        </>
      )}
      {verdict === 'explained' && bookedAs && ` · ${t(`bookedAs.${bookedAs}`)}`}
      {words && `: ${words}`}
    </span>
  )
}

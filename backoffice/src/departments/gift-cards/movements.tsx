import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { DateText } from '../../ui/date-text.tsx'
import { MoneyText } from '../../ui/money-text.tsx'
import { PanelLine, PanelLines } from '../../ui/panel-lines.tsx'
import { Panel } from '../../ui/panel.tsx'
import styles from './gift-cards.module.css'
import type { Card } from './queries.ts'

// i18n-dynamic: gift-cards.movements.kinds.*

/** Every change of the balance, the newest first, with what was left after it. */
export function Movements({ card: { movements } }: { readonly card: Card }) {
  const t = useTranslations('gift-cards.movements')
  return (
    <Panel title={t('title')} flush>
      <PanelLines>
        {movements.map(({ id, kind, amount, balance, reason, orderId, orderNumber, at }) => (
          <PanelLine
            key={id}
            title={t(`kinds.${kind}`)}
            note={
              <>
                <DateText value={at} />
                {orderId && orderNumber && (
                  <>
                    {' · '}
                    <Link to={`/orders/${orderId}`}>{t('order', { number: orderNumber })}</Link>
                  </>
                )}
                {reason && ` · ${reason}`}
              </>
            }
          >
            <span className={styles.figures}>
              <strong>
                <MoneyText value={amount} />
              </strong>
              <span className={styles.note}>
                {t('after')} <MoneyText value={balance} />
              </span>
            </span>
          </PanelLine>
        ))}
      </PanelLines>
    </Panel>
  )
}

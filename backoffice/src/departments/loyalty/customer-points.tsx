import { Button, Skeleton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useMarketName } from '../../app/market-names.ts'
import { useCan } from '../../app/session/session.ts'
import { DateText, DayText } from '../../ui/date-text.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { MoneyText } from '../../ui/money-text.tsx'
import { PanelLine, PanelLines } from '../../ui/panel-lines.tsx'
import { Panel } from '../../ui/panel.tsx'
import { GrantPointsDialog } from './grant-points-dialog.tsx'
import styles from './loyalty.module.css'
import { pointsOf, type PointsStatement } from './queries.ts'

// i18n-dynamic: loyalty.kinds.*

const FIRST = 5

/** A customer's points: what can be used and until when, what waits, and every movement; staff give and take. */
export function CustomerPoints({ customerId, name }: { readonly customerId: string; readonly name: string }) {
  const t = useTranslations('loyalty')
  const mayGrant = useCan()('loyalty:grant')
  const { data, error, refetch } = useQuery(pointsOf(customerId))
  const [isGranting, setGranting] = useState(false)
  // Where no market has a programme, nobody needs to read of points.
  if (data && data.programmes.length === 0 && data.accounts.length === 0) return null
  const grant = mayGrant && data && data.programmes.length > 0 && (
    <Button
      size="compact-md"
      variant="default"
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => setGranting(true)}
    >
      {t('grant.open')}
    </Button>
  )
  return (
    <Panel title={t('title')} aside={grant} flush>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={72} />}
      {data?.accounts.length === 0 && (
        <div className={styles.inset}>
          <p className="dimmed">{t('none')}</p>
        </div>
      )}
      {data?.accounts.map((account) => (
        <Account key={account.market} account={account} />
      ))}
      {data && <History movements={data.movements} />}
      {isGranting && data && (
        <GrantPointsDialog
          customerId={customerId}
          name={name}
          programmes={data.programmes}
          onClose={() => setGranting(false)}
        />
      )}
    </Panel>
  )
}

function Account({ account }: { readonly account: PointsStatement['accounts'][number] }) {
  const t = useTranslations('loyalty')
  const locale = useLocale()
  const nameOf = useMarketName()
  const { market, names, balance, worth, pending, parts, waiting } = account
  return (
    <>
      <div className={styles.inset}>
        <span className={styles.note}>{names[locale] ?? names['en'] ?? nameOf(market)}</span>
        <span className={styles.figure}>{t('debts.points', { count: balance })}</span>
        {balance < 0 && <span className={styles.note}>{t('inDebt')}</span>}
        {worth.amount > 0 && (
          <span className={styles.note}>{t.rich('worth', { amount: () => <MoneyText value={worth} /> })}</span>
        )}
        {pending > 0 && <span className={styles.note}>{t('pending', { count: pending })}</span>}
      </div>
      <PanelLines>
        {parts.map(({ points, expiresOn }) => (
          <PanelLine
            key={expiresOn ?? 'never'}
            title={t('debts.points', { count: points })}
            note={
              expiresOn === null ? t('debts.forEver') : t.rich('until', { day: () => <DayText value={expiresOn} /> })
            }
          />
        ))}
        {waiting.map(({ orderId, orderNumber, points, certainOn }) => (
          <PanelLine
            key={orderId}
            title={t('waits', { count: points })}
            note={
              <>
                <Link to={`/orders/${orderId}`}>{t('ofOrder', { number: orderNumber ?? '' })}</Link>
                {' · '}
                {certainOn === null
                  ? t('notArrived')
                  : t.rich('certainOn', { day: () => <DayText value={certainOn} /> })}
              </>
            }
          />
        ))}
      </PanelLines>
    </>
  )
}

/** What happened, when, why and for which order, the newest first. */
function History({ movements }: Pick<PointsStatement, 'movements'>) {
  const t = useTranslations('loyalty')
  const [isWhole, setWhole] = useState(false)
  if (movements.length === 0) return null
  const shown = isWhole ? movements : movements.slice(0, FIRST)
  return (
    <>
      <h3 className={styles.subtitle}>{t('movements')}</h3>
      <PanelLines>
        {shown.map(({ id, kind, points, pending, balance, credited, orderId, orderNumber, reason, at }) => (
          <PanelLine
            key={id}
            title={t(`kinds.${kind}`)}
            note={
              <>
                <DateText value={at} />
                {orderId && orderNumber && (
                  <>
                    {' · '}
                    <Link to={`/orders/${orderId}`}>{t('ofOrder', { number: orderNumber })}</Link>
                  </>
                )}
                {reason && ` · ${reason}`}
                {credited.amount > 0 && (
                  <>
                    {' · '}
                    <MoneyText value={credited} />
                  </>
                )}
              </>
            }
          >
            <span className={styles.figures}>
              <strong>{t('signed', { points: points === 0 ? pending : points })}</strong>
              <span className={styles.note}>{t('after', { count: balance })}</span>
            </span>
          </PanelLine>
        ))}
      </PanelLines>
      {movements.length > FIRST && !isWhole && (
        <Button variant="subtle" fullWidth onClick={() => setWhole(true)}>
          {t('allMovements', { count: movements.length })}
        </Button>
      )}
    </>
  )
}

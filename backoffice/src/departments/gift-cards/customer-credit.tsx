import { Button, Skeleton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { DateText, DayText } from '../../ui/date-text.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { MoneyText } from '../../ui/money-text.tsx'
import { PanelLine, PanelLines } from '../../ui/panel-lines.tsx'
import { Panel } from '../../ui/panel.tsx'
import { AdjustDialog } from './adjust-dialog.tsx'
import { adjustCredit, creditOf, type CreditStatement, type Grant } from './credit-queries.ts'
import { GrantDialog } from './grant-dialog.tsx'
import styles from './gift-cards.module.css'

// i18n-dynamic: gift-cards.credit.causes.*, gift-cards.credit.kinds.*

const FIRST = 5

/** What the shop owes to a customer by name: how much of which money, until when each part of it, and every movement. */
export function CustomerCredit({ customerId, name }: { readonly customerId: string; readonly name: string }) {
  const t = useTranslations('gift-cards.credit')
  const mayGrant = useCan()('gift-cards:credit')
  const { data, error, refetch } = useQuery(creditOf(customerId))
  const [isGranting, setGranting] = useState(false)
  const [adjusting, setAdjusting] = useState<Grant>()
  const grant = mayGrant && data && (
    <Button
      size="compact-md"
      variant="default"
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => setGranting(true)}
    >
      {t('grant.open')}
    </Button>
  )
  const open = data?.grants.filter(({ balance }) => balance.amount > 0) ?? []
  return (
    <Panel title={t('title')} aside={grant} flush>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={72} />}
      {data && (
        <div className={styles.inset}>
          {data.balances.length === 0 ? (
            <p className="dimmed">{t('none')}</p>
          ) : (
            data.balances.map((sum) => <Balance key={sum.balance.currency} sum={sum} />)
          )}
        </div>
      )}
      {open.length > 0 && (
        <PanelLines>
          {open.map((one) => (
            <GrantLine key={one.id} grant={one} {...(mayGrant && { onAdjust: () => setAdjusting(one) })} />
          ))}
        </PanelLines>
      )}
      {data && <History movements={data.movements} />}
      {isGranting && data && (
        <GrantDialog customerId={customerId} name={name} places={data.places} onClose={() => setGranting(false)} />
      )}
      {adjusting && (
        <AdjustDialog
          currency={adjusting.balance.currency}
          meaning={t('adjustMeaning')}
          save={(body, key) => adjustCredit(adjusting.id, body, key)}
          onClose={() => setAdjusting(undefined)}
        />
      )}
    </Panel>
  )
}

function Balance({ sum: { balance, held } }: { readonly sum: CreditStatement['balances'][number] }) {
  const t = useTranslations('gift-cards')
  return (
    <div>
      <span className={styles.figure}>
        <MoneyText value={balance} />
      </span>
      {held.amount > 0 && <Facts items={[[t('held'), <MoneyText key="held" value={held} />]]} />}
    </div>
  )
}

function GrantLine({ grant, onAdjust }: { readonly grant: Grant; readonly onAdjust?: () => void }) {
  const t = useTranslations('gift-cards.credit')
  const { because, balance, expiresOn } = grant
  return (
    <PanelLine
      title={
        <>
          <MoneyText value={balance} /> · {t(`causes.${because}`)}
        </>
      }
      note={expiresOn === null ? t('forEver') : t.rich('until', { day: () => <DayText value={expiresOn} /> })}
    >
      {onAdjust && (
        <Button variant="default" size="compact-md" onClick={onAdjust}>
          {t('adjust')}
        </Button>
      )}
    </PanelLine>
  )
}

/** Who, when, why and for which order, the newest first. */
function History({ movements }: Pick<CreditStatement, 'movements'>) {
  const t = useTranslations('gift-cards.credit')
  const say = useTranslations('gift-cards.movements')
  const [isWhole, setWhole] = useState(false)
  if (movements.length === 0) return null
  const shown = isWhole ? movements : movements.slice(0, FIRST)
  return (
    <>
      <h3 className={styles.subtitle}>{say('title')}</h3>
      <PanelLines>
        {shown.map(({ id, kind, amount, balance, reason, orderId, orderNumber, at }) => (
          <PanelLine
            key={id}
            title={t(`kinds.${kind}`)}
            note={
              <>
                <DateText value={at} />
                {orderId && orderNumber && (
                  <>
                    {' · '}
                    <Link to={`/orders/${orderId}`}>{say('order', { number: orderNumber })}</Link>
                  </>
                )}
                {reason && reason !== 'last_day_over' && ` · ${reason}`}
              </>
            }
          >
            <span className={styles.figures}>
              <strong>
                <MoneyText value={amount} />
              </strong>
              <span className={styles.note}>
                {say('after')} <MoneyText value={balance} />
              </span>
            </span>
          </PanelLine>
        ))}
      </PanelLines>
      {!isWhole && movements.length > FIRST && (
        <div className={styles.inset}>
          <Button variant="subtle" onClick={() => setWhole(true)}>
            {t('all', { count: movements.length })}
          </Button>
        </div>
      )}
    </>
  )
}

import { Button, Menu, Skeleton } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { ActionButton } from '../../ui/action-button.tsx'
import { DateText, DayText } from '../../ui/date-text.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { useCan } from '../../app/session/session.ts'
import styles from './fulfilment.module.css'
import { PackDialog } from './pack-dialog.tsx'
import { ArriveDialog, ExplainDialog, TrackDialog } from './parcel-dialogs.tsx'
import { PARCEL_TONES, parcelsOfOrder, slipOf, type Parcel, type ParcelAct, type Pieces } from './queries.ts'

// i18n-dynamic: fulfilment.states.*, fulfilment.acts.*

/** The parcels of an order with what is in each, and the way to send what is left. Nothing where nothing is sent. */
export function OrderParcels({ orderId }: { readonly orderId: string }) {
  const t = useTranslations('fulfilment')
  const { data, error, refetch } = useQuery(parcelsOfOrder(orderId, useLocale()))
  const [isPacking, setPacking] = useState(false)
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton height={96} radius="lg" />
  if (data.items.length === 0 && data.left.length === 0) return null
  const refusal = data.allowedActions.find(({ action }) => action === 'pack')?.reason?.message
  return (
    <Panel title={t('title')}>
      {data.items.map((parcel) => (
        <ParcelBox key={parcel.id} parcel={parcel} />
      ))}
      {data.left.length > 0 && (
        <section className={styles.parcel} aria-label={t('left')}>
          <h3 className={styles.head}>{t('left')}</h3>
          <PieceLines pieces={data.left} />
          <div className={styles.foot}>
            <ActionButton refusal={refusal} onClick={() => setPacking(true)}>
              {t('pack.open')}
            </ActionButton>
          </div>
        </section>
      )}
      {isPacking && (
        <PackDialog orderId={orderId} left={data.left} locations={data.locations} onClose={() => setPacking(false)} />
      )}
    </Panel>
  )
}

function PieceLines({ pieces }: { readonly pieces: readonly Pieces[] }) {
  const t = useTranslations('fulfilment')
  return (
    <ul className={styles.inside}>
      {pieces.map(({ position, quantity, name }) => (
        <li key={position}>{t('piece', { quantity, name })}</li>
      ))}
    </ul>
  )
}

function ParcelBox({ parcel }: { readonly parcel: Parcel }) {
  const t = useTranslations('fulfilment')
  const { label, state, carrier, trackingNumber, trackingUrl } = parcel
  const [asking, setAsking] = useState<ParcelAct | 'track'>()
  const note = parcel.facts.findLast(({ fact }) => fact === state)?.note
  return (
    <section className={styles.parcel} aria-label={t('numbered', { number: label })}>
      <div className={styles.top}>
        <h3 className={styles.head}>{t('numbered', { number: label })}</h3>
        <StateBadge tone={PARCEL_TONES[state]}>{t(`states.${state}`)}</StateBadge>
        <Acts parcel={parcel} onAsk={setAsking} />
      </div>
      <p className={styles.note}>
        <When parcel={parcel} />
        {note && ` · ${note}`}
      </p>
      {(carrier !== null || trackingNumber !== null) && (
        <p className={styles.note}>
          {[carrier, trackingNumber].filter(Boolean).join(' · ')}
          {trackingUrl !== null && (
            <>
              {' · '}
              <a href={trackingUrl} target="_blank" rel="noreferrer">
                {t('follow')}
              </a>
            </>
          )}
        </p>
      )}
      <PieceLines pieces={parcel.lines} />
      {asking === 'track' && <TrackDialog parcel={parcel} onClose={() => setAsking(undefined)} />}
      {(asking === 'ship' || asking === 'deliver') && (
        <ArriveDialog parcel={parcel} act={asking} onClose={() => setAsking(undefined)} />
      )}
      {(asking === 'lose' || asking === 'return' || asking === 'take_back') && (
        <ExplainDialog parcel={parcel} act={asking} onClose={() => setAsking(undefined)} />
      )}
    </section>
  )
}

function When({ parcel: { state, madeAt, shippedAt, deliveredOn } }: { readonly parcel: Parcel }) {
  const t = useTranslations('fulfilment')
  if (deliveredOn !== null) return t.rich('deliveredOn', { day: () => <DayText value={deliveredOn} /> })
  if (shippedAt !== null && state !== 'packed')
    return t.rich('shippedAt', { time: () => <DateText value={shippedAt} form="full" /> })
  return t.rich('packedAt', { time: () => <DateText value={madeAt} form="full" /> })
}

interface ActsProps {
  readonly parcel: Parcel
  readonly onAsk: (act: ParcelAct | 'track') => void
}

/** Only what fits its state: what does not is not offered at all. */
function Acts({ parcel, onAsk }: ActsProps) {
  const t = useTranslations('fulfilment')
  const mayShip = useCan()('fulfilment:ship')
  const acts = parcel.allowedActions.filter(({ allowed }) => allowed).map(({ action }) => action as ParcelAct)
  if (parcel.state === 'taken_back') return null
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <Button
          className={styles.more}
          variant="subtle"
          size="compact-md"
          aria-label={t('actsOf', { number: parcel.label })}
        >
          <IconDots size={18} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={slipOf(parcel.id)} download={`slip-${parcel.label}.pdf`}>
          {t('slip')}
        </Menu.Item>
        {mayShip &&
          acts.map((act) => (
            <Menu.Item key={act} onClick={() => onAsk(act)}>
              {t(`acts.${act}.open`)}
            </Menu.Item>
          ))}
        {mayShip && <Menu.Item onClick={() => onAsk('track')}>{t('tracking.open')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  )
}

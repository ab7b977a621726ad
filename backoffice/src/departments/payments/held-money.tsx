import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { sayDone } from '../../ui/done.ts'
import { Facts } from '../../ui/facts.tsx'
import { MoneyField } from '../../ui/form/money-field.tsx'
import { formatMoney, type Money } from '../../ui/format-money.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { parcelsOfOrder } from '../fulfilment/queries.ts'
import styles from './order-payments.module.css'
import { capture, type Payment } from './queries.ts'

// i18n-dynamic: payments.held.*

/** What the shopper’s bank holds for the shop until goods go out: what is still held, taken and let go of, and the way to take it before. */
export function HeldMoney({ payment }: { readonly payment: Payment }) {
  const t = useTranslations('payments.held')
  const { held, heldUntil, released, captureOn, captures } = payment
  if (captureOn !== 'on_shipment' || (held.amount === 0 && captures.length === 0)) return null
  return (
    <>
      <Facts
        items={[
          [t('amount'), held.amount > 0 && <MoneyText key="held" value={held} />],
          [t('until'), heldUntil && <DateText key="until" value={heldUntil} />],
          [t('released'), released.amount > 0 && <MoneyText key="released" value={released} />],
        ]}
      />
      <p className={styles.how}>{t(howTaken(payment))}</p>
      {captures.length > 0 && <Taken payment={payment} />}
      {held.amount > 0 && <TakeIt payment={payment} />}
    </>
  )
}

/** How much goes with a parcel, and where it is not what was agreed, why. */
function howTaken({ captureShare, capturesInParts }: Payment) {
  return captureShare === 'each_its_share' && capturesInParts === false ? 'once' : captureShare
}

/** What was asked for of it, parcel by parcel. */
function Taken({ payment: { captures, orderId } }: { readonly payment: Payment }) {
  const t = useTranslations('payments.held')
  const can = useCan()
  const isShown = can('fulfilment:read') && captures.some(({ parcelId }) => parcelId !== null)
  const { data } = useQuery({ ...parcelsOfOrder(orderId, useLocale()), enabled: isShown })
  const labels = new Map(data?.items.map(({ id, label }) => [id, label]))
  const nameOf = ({ cause, parcelId }: Payment['captures'][number]) => {
    if (cause !== 'parcel') return t(cause)
    const label = labels.get(parcelId ?? '')
    return label === undefined ? t('aParcel') : t('parcel', { label })
  }
  const stateOf = ({ state, code }: Payment['captures'][number]) => {
    if (state === 'succeeded') return ''
    if (state === 'wanted') return ` · ${t('wanted')}`
    return ` · ${code === null ? t('failed') : t('failedAs', { code })}`
  }
  return (
    <ul className={styles.events} aria-label={t('list')}>
      {captures.map((one) => (
        <li key={one.id}>
          <span>
            {nameOf(one)}
            {stateOf(one)}
          </span>
          <MoneyText value={one.amount} />
        </li>
      ))}
    </ul>
  )
}

function TakeIt({ payment }: { readonly payment: Payment }) {
  const t = useTranslations('payments.held')
  const [isTaking, setTaking] = useState(false)
  const { allowedActions } = payment
  return (
    <>
      <ActionButton
        variant="default"
        refusal={allowedActions.find(({ action }) => action === 'capture')?.reason?.message}
        onClick={() => setTaking(true)}
      >
        {t('open')}
      </ActionButton>
      {isTaking && <CaptureDialog payment={payment} onClose={() => setTaking(false)} />}
    </>
  )
}

/** All of it, or a part where the provider lets a hold be taken in parts. */
function CaptureDialog({ payment, onClose }: { readonly payment: Payment; readonly onClose: () => void }) {
  const t = useTranslations('payments.held')
  const locale = useLocale()
  const client = useQueryClient()
  const { held, takenInParts } = payment
  const [amount, setAmount] = useState<Money | null | undefined>(held)
  // The same key for the same question: a second try after a lost answer takes once.
  const [key] = useState(() => crypto.randomUUID())
  const most = formatMoney(held, locale)
  const isTooMuch = amount !== null && amount !== undefined && amount.amount > held.amount
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => capture(payment.id, takenInParts && amount ? amount : undefined, key),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['orders'] })
      sayDone(t('begun'))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      title={t('title')}
      confirm={t('submit')}
      busy={isPending}
      ready={Boolean(amount && amount.amount > 0) && !isTooMuch}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      {takenInParts ? (
        <MoneyField
          label={t('toTake')}
          description={t('most', { amount: most })}
          data-autofocus
          currency={held.currency}
          initial={held}
          error={isTooMuch ? t('tooMuch', { amount: most }) : undefined}
          onChange={setAmount}
        />
      ) : (
        <p>{t('whole', { amount: most })}</p>
      )}
    </ConfirmDialog>
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { DayInput } from '../../ui/form/date-input.tsx'
import { isUnread, type Unread } from '../../ui/form/field.ts'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { useKeyOf } from '../../ui/use-key-of.ts'
import { putTracking, recordFact, type Parcel, type ParcelAct, type Tracking } from './queries.ts'
import { TrackingFields } from './tracking-fields.tsx'

interface ParcelDialogProps {
  readonly parcel: Parcel
  readonly onClose: () => void
}

/** Every query that a parcel may have changed. */
function useReread() {
  const client = useQueryClient()
  return () =>
    Promise.all(['fulfilment', 'orders', 'documents'].map((name) => client.invalidateQueries({ queryKey: [name] })))
}

export function TrackDialog({ parcel, onClose }: ParcelDialogProps) {
  const t = useTranslations('fulfilment')
  const reread = useReread()
  const [tracking, setTracking] = useState<Tracking>({
    carrier: parcel.carrier ?? '',
    trackingNumber: parcel.trackingNumber ?? '',
    trackingUrl: parcel.trackingUrl ?? '',
  })
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => putTracking(parcel.id, tracking),
    onSuccess: async () => {
      await reread()
      sayDone(t('tracking.done'))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      title={t('tracking.title', { number: parcel.label })}
      confirm={t('tracking.save')}
      busy={isPending}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <TrackingFields value={tracking} onChange={setTracking} error={error} />
    </ConfirmDialog>
  )
}

// i18n-dynamic: fulfilment.acts.*
/** What happened, with the day where it arrived. */
export function ArriveDialog({ parcel, act, onClose }: ParcelDialogProps & { readonly act: 'ship' | 'deliver' }) {
  const t = useTranslations('fulfilment.acts')
  const reread = useReread()
  const [day, setDay] = useState<string | Unread | undefined>()
  // Left empty it is today, in the seller's zone.
  const on = typeof day === 'string' && day !== '' ? day : undefined
  const [key] = useState(() => crypto.randomUUID())
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => recordFact(parcel.id, { act, ...(on === undefined ? {} : { on }) }, `${key}.${on ?? ''}`),
    onSuccess: async () => {
      await reread()
      sayDone(t(`${act}.done`, { number: parcel.label }))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      title={t(`${act}.title`, { number: parcel.label })}
      confirm={t(`${act}.open`)}
      busy={isPending}
      ready={day === undefined || !isUnread(day)}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <p>{t(`${act}.meaning`)}</p>
      {act === 'deliver' && (
        <DayInput name="on" label={t('deliver.on')} description={t('deliver.onHint')} value={day} onChange={setDay} />
      )}
    </ConfirmDialog>
  )
}

type Explained = Exclude<ParcelAct, 'ship' | 'deliver'>

/** What needs a reason, which stands in the order's history. */
export function ExplainDialog({ parcel, act, onClose }: ParcelDialogProps & { readonly act: Explained }) {
  const t = useTranslations('fulfilment.acts')
  const reread = useReread()
  const keyOf = useKeyOf()
  return (
    <ReasonDialog
      danger
      department="fulfilment"
      title={t(`${act}.title`, { number: parcel.label })}
      meaning={t(`${act}.meaning`)}
      confirm={t(`${act}.open`)}
      done={t(`${act}.done`, { number: parcel.label })}
      act={(note) => recordFact(parcel.id, { act, note: note.slice(0, 300) }, keyOf(note))}
      onDone={() => void reread()}
      onClose={onClose}
    />
  )
}

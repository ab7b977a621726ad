import { NumberInput, Select, Switch } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { useKeyOf } from '../../ui/use-key-of.ts'
import styles from './fulfilment.module.css'
import { packParcel, type ParcelsOfOrder, type Tracking } from './queries.ts'
import { TrackingFields } from './tracking-fields.tsx'

interface PackDialogProps {
  readonly orderId: string
  readonly left: ParcelsOfOrder['left']
  readonly locations: ParcelsOfOrder['locations']
  readonly onClose: () => void
}

/** All that is left, unless somebody takes less; it goes at once, or waits packed. */
export function PackDialog({ orderId, left, locations, onClose }: PackDialogProps) {
  const t = useTranslations('fulfilment.pack')
  const client = useQueryClient()
  const [pieces, setPieces] = useState<Readonly<Record<number, number>>>(
    Object.fromEntries(left.map(({ position, quantity }) => [position, quantity])),
  )
  const [tracking, setTracking] = useState<Tracking>({ carrier: '', trackingNumber: '', trackingUrl: '' })
  const [ship, setShip] = useState(true)
  const [location, setLocation] = useState(locations[0]?.code)
  // Pressed twice it is one parcel.
  const keyOf = useKeyOf()
  const lines = left
    .map(({ position }) => ({ position, quantity: pieces[position] ?? 0 }))
    .filter(({ quantity }) => quantity > 0)
  const body = { lines, ship, ...tracking, ...(location === undefined ? {} : { location }) }
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => packParcel(orderId, body, keyOf(body)),
    onSuccess: async ({ label }) => {
      await Promise.all(['fulfilment', 'orders'].map((name) => client.invalidateQueries({ queryKey: [name] })))
      sayDone(t(ship ? 'shipped' : 'packed', { number: label }))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      wide
      title={t('title')}
      confirm={t(ship ? 'ship' : 'keep')}
      busy={isPending}
      ready={lines.length > 0}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <ul className={styles.pieces}>
        {left.map(({ position, name, sku, quantity }) => (
          <li key={position}>
            <span className={styles.words}>
              <strong>{name}</strong>
              <span className={styles.note}>{sku}</span>
            </span>
            <NumberInput
              className={styles.count}
              aria-label={t('piecesOf', { name })}
              description={t('ofLeft', { count: quantity })}
              min={0}
              max={quantity}
              allowDecimal={false}
              value={pieces[position] ?? 0}
              onChange={(value) => setPieces({ ...pieces, [position]: Number(value) || 0 })}
            />
          </li>
        ))}
      </ul>
      {locations.length > 1 && (
        <Select
          label={t('from')}
          allowDeselect={false}
          data={locations.map(({ code, name }) => ({ value: code, label: name }))}
          value={location ?? null}
          onChange={(code) => setLocation(code ?? undefined)}
        />
      )}
      <TrackingFields value={tracking} onChange={setTracking} error={error} />
      <Switch
        label={t('goesNow')}
        description={t('goesNowMeaning')}
        checked={ship}
        onChange={(change) => setShip(change.currentTarget.checked)}
      />
    </ConfirmDialog>
  )
}

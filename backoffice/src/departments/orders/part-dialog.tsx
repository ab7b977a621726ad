import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { FormError } from '../../ui/form-error.tsx'
import { EditDifference } from './edit-difference.tsx'
import styles from './edit-order.module.css'
import { amendOrder, editOptions, editPreview, EDIT_REASONS, type EditReason, type EditWish } from './edit-queries.ts'
import type { Order } from './queries.ts'

// i18n-dynamic: orders.edit.reasons.*

const PAUSE_MS = 300

/** Calls a part of an order off, piece by piece, with the share of the money that goes back before it is done. */
export function PartDialog({ order, onClose }: { readonly order: Order; readonly onClose: () => void }) {
  const t = useTranslations('orders.part')
  const say = useTranslations('orders.edit')
  const client = useQueryClient()
  const [off, setOff] = useState<Readonly<Record<number, number>>>({})
  const [freesDelivery, setFreesDelivery] = useState(false)
  const [reason, setReason] = useState<EditReason>('out_of_stock')
  const [note, setNote] = useState('')
  const { data: options } = useQuery(editOptions(order.id))
  const rules = new Map((options?.lines ?? []).map((line) => [line.position, line]))
  const all = order.lines
    .filter(({ position }) => rules.get(position)?.fixed === null)
    .map((line) => ({ ...line, gone: rules.get(line.position)?.least ?? 0, title: titleOf(line) }))
  const lines = all.filter(({ quantity, gone }) => quantity > gone)
  const staying = all.filter(({ quantity, gone }) => quantity <= gone).map(({ title }) => title)
  const wish = wishOf(order, { off, freesDelivery, reason, note })
  const isSaid = wish.lines.length > 0 || freesDelivery
  const [asked] = useDebouncedValue(wish, PAUSE_MS)
  const { data: preview, error: wrong } = useQuery({
    ...editPreview(order.id, order.version, asked),
    enabled: isSaid,
    placeholderData: keepPreviousData,
  })
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => amendOrder(order, wish),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['orders'] })
      sayDone(t('done', { number: order.number }))
      onClose()
    },
  })
  const isReady = isSaid && !wrong && preview !== undefined && (reason !== 'other' || note.trim() !== '')
  return (
    <ConfirmDialog
      opened
      wide
      danger
      title={t('title', { number: order.number })}
      confirm={t('submit')}
      busy={isPending}
      ready={isReady}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <p>{t('meaning')}</p>
      {options && lines.length === 0 && <p>{t('nothing')}</p>}
      {lines.map(({ position, title, quantity, gone }) => (
        <NumberInput
          key={position}
          label={title}
          description={gone > 0 ? t('ofHere', { here: quantity - gone, gone }) : t('of', { quantity })}
          min={0}
          max={quantity - gone}
          allowDecimal={false}
          clampBehavior="strict"
          value={off[position] ?? 0}
          onChange={(pieces) => typeof pieces === 'number' && setOff((before) => ({ ...before, [position]: pieces }))}
        />
      ))}
      {lines.length > 0 && staying.length > 0 && (
        <p className={styles.note}>{t('gone', { names: staying.join(', ') })}</p>
      )}
      {order.delivery.total.amount > 0 && (
        <Checkbox
          label={t('freesDelivery')}
          checked={freesDelivery}
          onChange={(change) => setFreesDelivery(change.currentTarget.checked)}
        />
      )}
      <NativeSelect
        label={say('reason')}
        value={reason}
        onChange={(change) => setReason(change.currentTarget.value as EditReason)}
        data={EDIT_REASONS.map((value) => ({ value, label: say(`reasons.${value}`) }))}
      />
      <TextInput
        label={say(reason === 'other' ? 'note' : 'noteOptional')}
        description={say('noteHint')}
        maxLength={300}
        value={note}
        onChange={(change) => setNote(change.currentTarget.value)}
      />
      {isSaid && (
        <section className={styles.share} aria-label={say('outcome')}>
          {wrong ? <FormError error={wrong} /> : preview && <EditDifference preview={preview} />}
        </section>
      )}
    </ConfirmDialog>
  )
}

const titleOf = ({ name, options }: Order['lines'][number]) => (options === '' ? name : `${name}, ${options}`)

interface Off {
  readonly off: Readonly<Record<number, number>>
  readonly freesDelivery: boolean
  readonly reason: EditReason
  readonly note: string
}

function wishOf(order: Order, { off, freesDelivery, reason, note }: Off): EditWish {
  const words = note.trim()
  return {
    kind: 'part_cancellation',
    reason,
    ...(words !== '' && { note: words }),
    lines: order.lines.flatMap(({ position, quantity }) => {
      const pieces = off[position] ?? 0
      return pieces > 0 ? [{ position, quantity: quantity - pieces }] : []
    }),
    added: [],
    ...(freesDelivery && { deliveryPrice: 0 }),
  }
}

import { Button, Modal, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { isProblem } from '../../client/problem.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import type { Got } from '../../client/api.ts'
import { BlackoutNotice } from '../work/calendar/blackout-notice.tsx'
import { PlanCollisions } from '../work/calendar/plan-collisions.tsx'
import styles from './count.module.css'
import { countCheck, countCollisions, recordCount, type StockRow } from './queries.ts'

type Placed = Got<'/api/locations/{id}/count-collisions'>

interface CountDialogProps {
  readonly row: StockRow
  readonly onClose: () => void
}

/** A count, not a correction: what stands on the shelf now. The house works out the move, and says whose plans it touches. */
export function CountDialog({ row, onClose }: CountDialogProps) {
  const [placed, setPlaced] = useState<Placed>()
  return placed ? (
    <PlacedCount placed={placed} sku={row.sku} onClose={onClose} />
  ) : (
    <CountForm row={row} onClose={onClose} onPlaced={setPlaced} />
  )
}

const TYPING_MS = 400

function CountForm({ row, onClose, onPlaced }: CountDialogProps & { readonly onPlaced: (placed: Placed) => void }) {
  const t = useTranslations('inventory.dialog')
  const locale = useLocale()
  const client = useQueryClient()
  const [quantity, setQuantity] = useState<number | undefined>(row.onHand)
  const [reason, setReason] = useState('')
  const [nonetheless, setNonetheless] = useState('')
  // The same key for the same question: a second try after a lost answer counts once.
  const [key, setKey] = useState(() => crypto.randomUUID())
  const { variantId, locationCode } = row
  const [asked] = useDebouncedValue(quantity, TYPING_MS)
  const { data } = useQuery({
    ...countCheck({ variantId, locationCode, quantity: asked ?? row.onHand }, locale),
    enabled: asked !== undefined && asked !== row.onHand,
    retry: false,
  })
  const { mutate, error, isPending } = useMutation({
    mutationFn: async (counted: number) => {
      const count = { variantId, locationCode, quantity: counted }
      await recordCount({ ...count, reason: reason.trim(), nonetheless: nonetheless.trim() }, key)
      return client.fetchQuery(countCollisions(locationCode, locale)).catch(() => undefined)
    },
    onSuccess: async (placed) => {
      await client.invalidateQueries({ queryKey: ['inventory'] })
      sayDone(t('done', { sku: row.sku }))
      if (placed && placed.collisions.length > 0) onPlaced(placed)
      else onClose()
    },
  })
  const found = quantity === row.onHand ? [] : (data?.collisions ?? [])
  const wrong = isProblem(error) ? error.fields['nonetheless'] : undefined
  const difference = (quantity ?? row.onHand) - row.onHand
  return (
    <ConfirmDialog
      opened
      title={t('title')}
      confirm={t('submit')}
      busy={isPending}
      ready={quantity !== undefined && reason.trim() !== ''}
      error={wrong === undefined ? error : undefined}
      onConfirm={() => quantity !== undefined && mutate(quantity)}
      onClose={onClose}
    >
      <BlackoutNotice act="inventory.count" />
      <p>
        {[row.name, row.options].filter(Boolean).join(', ')}{' '}
        <span className="dimmed">
          {row.sku} · {row.location}
        </span>
      </p>
      <NumberInput
        label={t('quantity')}
        description={t('difference', { difference })}
        min={0}
        max={1_000_000_000}
        allowDecimal={false}
        allowNegative={false}
        data-autofocus
        value={quantity ?? ''}
        onChange={(next) => setQuantity(typeof next === 'number' ? next : undefined)}
      />
      <TextInput
        label={t('reason')}
        placeholder={t('reasonExample')}
        maxLength={300}
        value={reason}
        onChange={(change) => setReason(change.currentTarget.value)}
      />
      {(found.length > 0 || wrong !== undefined) && (
        <div className={styles.collisions} aria-live="polite">
          {found.length > 0 && <PlanCollisions collisions={found} />}
          <Textarea
            label={t('nonetheless')}
            description={t('nonethelessHint')}
            autosize
            minRows={2}
            maxLength={300}
            error={wrong}
            value={nonetheless}
            onChange={(change) => {
              setNonetheless(change.currentTarget.value)
              // Another question than the one that was refused.
              setKey(crypto.randomUUID())
            }}
          />
        </div>
      )}
    </ConfirmDialog>
  )
}

interface PlacedProps {
  readonly placed: Placed
  readonly sku: string
  readonly onClose: () => void
}

/** It is recorded, and whose plans it touches has been told: they may answer on the calendar. */
function PlacedCount({ placed: { planId, collisions }, sku, onClose }: PlacedProps) {
  const t = useTranslations('inventory.dialog')
  const ui = useTranslations('ui.dialog')
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('done', { sku })}
      closeButtonProps={{ 'aria-label': ui('close') }}
      radius="lg"
    >
      <div className={styles.collisions}>
        <p>{t('told')}</p>
        <PlanCollisions collisions={collisions} />
        <div className={styles.actions}>
          {planId && <Link to={`/plans/${planId}`}>{t('plan')}</Link>}
          <Button onClick={onClose}>{t('close')}</Button>
        </div>
      </div>
    </Modal>
  )
}

import { NativeSelect, NumberInput, Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { DayInput } from '../../ui/form/date-input.tsx'
import type { Unread } from '../../ui/form/field.ts'
import { ALL_TODAY, isSaid, PaidTodayFields, type PaidToday } from './paid-today-fields.tsx'
import { putPromise, stockPromises, type StockPromise, type StockRow } from './queries.ts'

// i18n-dynamic: inventory.promises.kinds.*

const KINDS = ['backorder', 'preorder'] as const

interface PromiseDialogProps {
  readonly row: Pick<StockRow, 'variantId' | 'locationCode' | 'sku'>
  readonly onClose: () => void
}

/** How many of something may be sold before they are there, and about when they ship: as it stands, or for the first time. */
export function PromiseDialog({ row, onClose }: PromiseDialogProps) {
  const { data } = useQuery(stockPromises(useLocale()))
  if (!data) return <Skeleton height={0} />
  const known = data.items.find(
    ({ variantId, locationCode }) => variantId === row.variantId && locationCode === row.locationCode,
  )
  return <PromiseForm row={row} known={known} currencies={data.currencies} onClose={onClose} />
}

interface PromiseFormProps extends PromiseDialogProps {
  readonly known: StockPromise | undefined
  readonly currencies: readonly string[]
}

function PromiseForm({ row, known, currencies, onClose }: PromiseFormProps) {
  const t = useTranslations('inventory.promises')
  const client = useQueryClient()
  const [kind, setKind] = useState<StockPromise['kind']>(known?.kind ?? 'backorder')
  const [shipsOn, setShipsOn] = useState<string | Unread | undefined>(known?.shipsOn)
  const [most, setMost] = useState<number | undefined>(known?.most)
  const [paid, setPaid] = useState<PaidToday>(known?.paidToday ?? ALL_TODAY)
  const { variantId, locationCode, sku } = row
  const { mutate, error, isPending } = useMutation({
    mutationFn: (said: { readonly shipsOn: string; readonly most: number; readonly paidToday: PaidToday }) =>
      putPromise({ variantId, locationCode, kind, version: known?.version, ...said }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['inventory'] })
      sayDone(t('done', { sku }))
      onClose()
    },
  })
  const day = typeof shipsOn === 'string' && shipsOn !== '' ? shipsOn : undefined
  return (
    <ConfirmDialog
      opened
      title={t('actOf', { sku })}
      confirm={t('submit')}
      busy={isPending}
      ready={day !== undefined && most !== undefined && isSaid(paid)}
      error={error}
      onConfirm={() => day !== undefined && most !== undefined && mutate({ shipsOn: day, most, paidToday: paid })}
      onClose={onClose}
    >
      <p>{t('meaning')}</p>
      <NativeSelect
        label={t('kind')}
        value={kind}
        onChange={(change) => setKind(change.currentTarget.value as StockPromise['kind'])}
        data={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <DayInput name="shipsOn" label={t('shipsOn')} value={shipsOn} onChange={setShipsOn} />
      <NumberInput
        label={t('most')}
        description={t('mostHint')}
        min={0}
        max={1_000_000}
        allowDecimal={false}
        value={most ?? ''}
        onChange={(pieces) => setMost(typeof pieces === 'number' ? pieces : undefined)}
      />
      <PaidTodayFields value={paid} currencies={currencies} onChange={setPaid} />
    </ConfirmDialog>
  )
}

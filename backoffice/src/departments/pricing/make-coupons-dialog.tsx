import { NumberInput, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { makeCoupons, type CouponWish } from './queries.ts'

interface MakeCouponsDialogProps {
  readonly promotionId: string
  readonly onClose: () => void
}

type Way = 'own' | 'chance'
const MOST = 10_000

/** One for a leaflet, in words of one's own; or thousands by chance, each for one person. */
export function MakeCouponsDialog({ promotionId, onClose }: MakeCouponsDialogProps) {
  const t = useTranslations('pricing.coupons')
  const client = useQueryClient()
  const [way, setWay] = useState<Way>('own')
  const [codes, setCodes] = useState('')
  const [count, setCount] = useState<number | string>(100)
  const [prefix, setPrefix] = useState('')
  const [mostUses, setMostUses] = useState<number | string>('')
  const [key] = useState(() => crypto.randomUUID())
  const typed = codes.split(/[\s,;]+/).filter(Boolean)
  const wish: CouponWish = {
    mostUses: typeof mostUses === 'number' ? mostUses : null,
    ...(way === 'own'
      ? { codes: typed }
      : { count: Number(count), ...(prefix.trim() === '' ? {} : { prefix: prefix.trim() }) }),
  }
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => makeCoupons(promotionId, wish, key),
    onSuccess: async ({ made }) => {
      await client.invalidateQueries({ queryKey: ['pricing'] })
      sayDone(t('made', { count: made.length }))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      title={t('make')}
      confirm={t('make')}
      busy={isPending}
      ready={way === 'own' ? typed.length > 0 : Number(count) >= 1}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <SegmentedControl
        fullWidth
        aria-label={t('way')}
        value={way}
        onChange={(next) => {
          setWay(next as Way)
          setMostUses(next === 'chance' ? 1 : '')
        }}
        data={[
          { value: 'own', label: t('own') },
          { value: 'chance', label: t('chance') },
        ]}
      />
      {way === 'own' ? (
        <Textarea
          label={t('codes')}
          description={t('codesHint')}
          data-autofocus
          autosize
          minRows={2}
          maxRows={8}
          value={codes}
          onChange={(change) => setCodes(change.currentTarget.value)}
        />
      ) : (
        <>
          <NumberInput label={t('count')} min={1} max={MOST} allowDecimal={false} value={count} onChange={setCount} />
          <TextInput
            label={t('prefix')}
            maxLength={20}
            value={prefix}
            onChange={(change) => setPrefix(change.currentTarget.value)}
          />
        </>
      )}
      <NumberInput
        label={t('mostUses')}
        description={t('mostUsesHint')}
        min={1}
        allowDecimal={false}
        value={mostUses}
        onChange={setMostUses}
      />
    </ConfirmDialog>
  )
}

import { NumberInput, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useMarketName } from '../../app/market-names.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { grantPoints, type PointsStatement, type PointsToGrant } from './queries.ts'

const MOST = 10_000_000

interface GrantPointsProps {
  readonly customerId: string
  readonly name: string
  readonly programmes: PointsStatement['programmes']
  readonly onClose: () => void
}

/** Gives a customer points, or takes some: always for a reason, which they read in their account. */
export function GrantPointsDialog({ customerId, name, programmes, onClose }: GrantPointsProps) {
  const t = useTranslations('loyalty.grant')
  const locale = useLocale()
  const client = useQueryClient()
  const nameOf = useMarketName()
  const [chosen, setChosen] = useState<string | null>(null)
  const [way, setWay] = useState('give')
  const [points, setPoints] = useState<number | string>('')
  const [reason, setReason] = useState('')
  const [key] = useState(() => crypto.randomUUID())
  const programme = programmes.find(({ market }) => market === chosen) ?? programmes[0]
  const { mutate, error, isPending } = useMutation({
    mutationFn: (wish: PointsToGrant) => grantPoints(customerId, wish, `${key}.${wish.market}.${wish.points}`),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['loyalty'] })
      sayDone(t('done', { name }))
      onClose()
    },
  })
  const isNumber = typeof points === 'number' && points > 0
  return (
    <ConfirmDialog
      opened
      title={t('title', { name })}
      confirm={t(way === 'give' ? 'give' : 'take')}
      busy={isPending}
      ready={isNumber && programme !== undefined && reason.trim() !== ''}
      error={error}
      onConfirm={() => {
        if (!isNumber || !programme) return
        mutate({ market: programme.market, points: way === 'give' ? points : -points, reason: reason.trim() })
      }}
      onClose={onClose}
    >
      <p>{t('meaning')}</p>
      {programmes.length > 1 && (
        <Select
          label={t('programme')}
          allowDeselect={false}
          data={programmes.map(({ market, names }) => ({
            value: market,
            label: `${names[locale] ?? names['en'] ?? ''} · ${nameOf(market)}`,
          }))}
          value={programme?.market ?? null}
          onChange={setChosen}
        />
      )}
      <SegmentedControl
        aria-label={t('way')}
        value={way}
        onChange={setWay}
        data={[
          { value: 'give', label: t('give') },
          { value: 'take', label: t('take') },
        ]}
      />
      <NumberInput
        data-autofocus
        label={t('points')}
        min={1}
        max={MOST}
        allowDecimal={false}
        allowNegative={false}
        hideControls
        value={points}
        onChange={setPoints}
      />
      <TextInput
        label={t('reason')}
        description={t('reasonMeaning')}
        maxLength={500}
        value={reason}
        onChange={(change) => setReason(change.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}

import { SegmentedControl, Select, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { DayInput } from '../../ui/form/date-input.tsx'
import { isUnread, type Unread } from '../../ui/form/field.ts'
import { MoneyField } from '../../ui/form/money-field.tsx'
import type { Money } from '../../ui/format-money.ts'
import { grantCredit, type CreditStatement, type CreditToGrant } from './credit-queries.ts'

// i18n-dynamic: gift-cards.credit.causes.*, gift-cards.credit.grant.ends.*

const CAUSES = ['goodwill', 'return', 'correction'] as const
const ENDS = ['usual', 'never', 'day'] as const
type End = (typeof ENDS)[number]

interface GrantDialogProps {
  readonly customerId: string
  readonly name: string
  readonly places: CreditStatement['places']
  readonly onClose: () => void
}

/** Grants a customer store credit: how much of which money, why, and until when. */
export function GrantDialog({ customerId, name, places, onClose }: GrantDialogProps) {
  const t = useTranslations('gift-cards.credit')
  const client = useQueryClient()
  const [chosen, setChosen] = useState<string | null>(null)
  const [amount, setAmount] = useState<Money | null | undefined>(null)
  const [because, setBecause] = useState<CreditToGrant['because']>('goodwill')
  const [reason, setReason] = useState('')
  const [end, setEnd] = useState<End>('usual')
  const [day, setDay] = useState<string | Unread | undefined>()
  const [key] = useState(() => crypto.randomUUID())
  const place = places.find(({ market }) => market === chosen) ?? places[0]
  const lastDay = isUnread(day) ? undefined : day
  const { mutate, error, isPending } = useMutation({
    mutationFn: (wish: CreditToGrant) => grantCredit(customerId, wish, `${key}.${wish.amount.amount}`),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['gift-cards'] })
      sayDone(t('grant.done', { name }))
      onClose()
    },
  })
  const confirm = () => {
    if (!place || !amount) return
    const expiresOn = end === 'usual' ? {} : { expiresOn: end === 'never' ? null : (lastDay ?? null) }
    mutate({ market: place.market, amount, because, reason: reason.trim(), ...expiresOn })
  }
  return (
    <ConfirmDialog
      opened
      title={t('grant.title', { name })}
      confirm={t('grant.submit')}
      busy={isPending}
      ready={
        Boolean(place && amount && amount.amount > 0) && reason.trim() !== '' && (end !== 'day' || Boolean(lastDay))
      }
      error={error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t('grant.meaning')}</p>
      {places.length > 1 && (
        <Select
          label={t('grant.place')}
          allowDeselect={false}
          data={places.map(({ market, currency, entity }) => ({ value: market, label: `${currency} · ${entity}` }))}
          value={place?.market ?? null}
          onChange={setChosen}
        />
      )}
      {place && (
        <MoneyField
          key={place.currency}
          data-autofocus
          label={t('grant.amount')}
          currency={place.currency}
          initial={null}
          onChange={setAmount}
        />
      )}
      <Select
        label={t('grant.because')}
        allowDeselect={false}
        data={CAUSES.map((cause) => ({ value: cause, label: t(`causes.${cause}`) }))}
        value={because}
        onChange={(next) => setBecause((next ?? 'goodwill') as CreditToGrant['because'])}
      />
      <TextInput
        label={t('grant.reason')}
        description={t('grant.reasonMeaning')}
        maxLength={500}
        value={reason}
        onChange={(change) => setReason(change.currentTarget.value)}
      />
      <SegmentedControl
        fullWidth
        aria-label={t('grant.lastDay')}
        value={end}
        onChange={(next) => setEnd(next as End)}
        data={ENDS.map((value) => ({ value, label: t(`grant.ends.${value}`) }))}
      />
      {end === 'day' && <DayInput name="expiresOn" label={t('grant.lastDay')} value={day} onChange={setDay} />}
    </ConfirmDialog>
  )
}

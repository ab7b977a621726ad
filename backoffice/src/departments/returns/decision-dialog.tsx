import { NativeSelect, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { formatInstant } from '../../ui/format-instant.ts'
import { useFormatLocale } from '../../ui/use-format-locale.ts'
import { useKeyOf } from '../../ui/use-key-of.ts'
import {
  decideWithdrawal,
  EXEMPTIONS,
  type Decision,
  type DecisionBody,
  type Exemption,
  type Withdrawal,
} from './queries.ts'
import { RefundFields, refundOf } from './refund-fields.tsx'

interface DecisionDialogProps {
  readonly withdrawal: Withdrawal
  readonly decision: Decision
  readonly onClose: () => void
}

// i18n-dynamic: returns.exempt.*, returns.accept.*, returns.refuse.*, returns.close.*
/** Who refuses says why; else a note may be left. */
export function DecisionDialog({ withdrawal, decision, onClose }: DecisionDialogProps) {
  const t = useTranslations('returns')
  const words = useTranslations('ui.dialog')
  const locale = useFormatLocale()
  const client = useQueryClient()
  const [note, setNote] = useState('')
  const keyOf = useKeyOf()
  const { assessment } = withdrawal
  const [exempt, setExempt] = useState<Readonly<Record<number, Exemption | undefined>>>(() =>
    Object.fromEntries((assessment?.lines ?? []).map(({ position, exempt: why }) => [position, why ?? undefined])),
  )
  const usual = refundOf(withdrawal)
  const [refund, setRefund] = useState(usual)
  // As it was when this was opened: whoever decided meanwhile is not overruled unseen.
  const [seen] = useState(withdrawal.state)
  const body = { ...bodyOf({ decision, note, exempt, refund }), seen }
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => decideWithdrawal(withdrawal.id, body, keyOf(body)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['returns'] })
      sayDone(t(`${decision}.done`))
      onClose()
    },
    onError: () => client.invalidateQueries({ queryKey: ['returns'] }),
  })
  return (
    <ConfirmDialog
      opened
      danger={decision === 'refuse'}
      title={t(`${decision}.title`, { number: withdrawal.number })}
      confirm={t(`actions.${decision}`)}
      busy={isPending}
      ready={decision === 'close' ? !usual || refund !== undefined : decision !== 'refuse' || note.trim() !== ''}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <p>
        {t(`${decision}.meaning`, {
          day: formatInstant(new Date(`${withdrawal.refundBy}T00:00:00Z`), 'day', locale),
          email: withdrawal.email,
        })}
      </p>
      {decision === 'accept' &&
        assessment?.lines.map(({ position, name }) => (
          <NativeSelect
            key={position}
            label={t('exemptOf', { name })}
            value={exempt[position] ?? ''}
            onChange={(change) => {
              const why = (change.currentTarget.value || undefined) as Exemption | undefined
              setExempt((before) => ({ ...before, [position]: why }))
            }}
            data={[
              { value: '', label: t('exempt.none') },
              ...EXEMPTIONS.map((value) => ({ value, label: t(`exempt.${value}`) })),
            ]}
          />
        ))}
      {decision === 'close' && assessment && usual && (
        <RefundFields assessment={assessment} initial={usual} onChange={setRefund} />
      )}
      <Textarea
        label={decision === 'refuse' ? words('reason') : t('note')}
        maxLength={500}
        autosize
        minRows={2}
        required={decision === 'refuse'}
        withAsterisk={false}
        value={note}
        onChange={(change) => setNote(change.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}

interface Said {
  readonly decision: Decision
  readonly note: string
  readonly exempt: Readonly<Record<number, Exemption | undefined>>
  readonly refund: DecisionBody['refund'] | undefined
}

function bodyOf({ decision, note, exempt, refund }: Said): DecisionBody {
  const said = { decision, note: note.trim() }
  if (decision === 'close') return refund ? { ...said, refund } : said
  if (decision === 'refuse') return said
  const named = Object.entries(exempt).flatMap(([position, reason]) =>
    reason ? [{ position: Number(position), reason }] : [],
  )
  return { ...said, exempt: named }
}

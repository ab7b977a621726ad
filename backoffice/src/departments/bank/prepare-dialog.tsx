import { Select, Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { DayText } from '../../ui/date-text.tsx'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { formatInstant } from '../../ui/format-instant.ts'
import { formatMoney } from '../../ui/format-money.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { PanelLine, PanelLines } from '../../ui/panel-lines.tsx'
import { useFormatLocale } from '../../ui/use-format-locale.ts'
import { useKeyOf } from '../../ui/use-key-of.ts'
import { dueCollections, prepareCollection, type DueGroup } from './debit-queries.ts'

/** What is due, by day; everything until the chosen day goes into one file. */
export function PrepareDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('bank.debits.prepare')
  const client = useQueryClient()
  const navigate = useNavigate()
  const keyOf = useKeyOf()
  const { data, error: missing, refetch } = useQuery(dueCollections)
  const groups = data?.items ?? []
  const [chosen, setChosen] = useState<string | null>(null)
  const method = groups[0]?.method ?? ''
  const ofMethod = groups.filter((group) => group.method === method)
  const through = chosen ?? ofMethod[0]?.dueOn ?? ''
  const taken = ofMethod.filter(({ dueOn }) => dueOn <= through)
  const wish = { method, through }
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => prepareCollection(wish, keyOf({ ...wish, of: data })),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['bank'] })
      sayDone(t('done'))
      await navigate({ to: `/payment-runs/${id}` })
    },
  })
  return (
    <ConfirmDialog
      opened
      title={t('title')}
      confirm={t('submit')}
      busy={isPending}
      ready={taken.length > 0}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      {missing && <ErrorState error={missing} onRetry={() => void refetch()} />}
      {!data && !missing && <Skeleton height={160} />}
      {data && groups.length === 0 && <p>{t('nothing')}</p>}
      {ofMethod.length > 0 && (
        <>
          <p>{t('meaning')}</p>
          <PanelLines>
            {ofMethod.map((group) => (
              <PanelLine
                key={`${group.dueOn} ${group.sequence}`}
                title={<DayText value={group.dueOn} />}
                note={t('count', { count: group.items })}
              >
                <MoneyText value={group.total} />
              </PanelLine>
            ))}
          </PanelLines>
          <Through groups={ofMethod} value={through} onChange={setChosen} />
          <Sum taken={taken} />
        </>
      )}
    </ConfirmDialog>
  )
}

interface ThroughProps {
  readonly groups: readonly DueGroup[]
  readonly value: string
  readonly onChange: (day: string | null) => void
}

function Through({ groups, value, onChange }: ThroughProps) {
  const t = useTranslations('bank.debits.prepare')
  const locale = useFormatLocale()
  const days = [...new Set(groups.map(({ dueOn }) => dueOn))]
  const named = (day: string) => formatInstant(new Date(`${day}T00:00:00Z`), 'day', locale)
  return (
    <Select
      label={t('through')}
      data={days.map((day) => ({ value: day, label: named(day) }))}
      value={value}
      allowDeselect={false}
      onChange={onChange}
    />
  )
}

function Sum({ taken }: { readonly taken: readonly DueGroup[] }) {
  const t = useTranslations('bank.debits.prepare')
  const locale = useLocale()
  const count = taken.reduce((sum, { items }) => sum + items, 0)
  const amount = taken.reduce((sum, { total }) => sum + total.amount, 0)
  return (
    <p>
      <strong>{t('sum', { count, amount: formatMoney({ amount, currency: 'EUR' }, locale) })}</strong>
    </p>
  )
}

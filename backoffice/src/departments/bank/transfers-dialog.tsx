import { Select, Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { formatMoney } from '../../ui/format-money.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { PanelLine, PanelLines } from '../../ui/panel-lines.tsx'
import { useKeyOf } from '../../ui/use-key-of.ts'
import { prepareTransfers, refundsToTransfer } from './debit-queries.ts'

const MOST_SHOWN = 8

/** Refunds that no provider sends: those with a known account go into one file. */
export function TransfersDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('bank.transfers')
  const locale = useLocale()
  const client = useQueryClient()
  const navigate = useNavigate()
  const keyOf = useKeyOf()
  const { data, error: missing, refetch } = useQuery(refundsToTransfer)
  const [chosen, setChosen] = useState<string | null>(null)
  const items = data?.items ?? []
  const accounts = data?.accounts ?? []
  const method = chosen ?? accounts[0]?.method ?? ''
  const known = items.filter(({ ibanEndsOn }) => ibanEndsOn !== '')
  const unknown = items.length - known.length
  const total = known.reduce((sum, { amount }) => sum + amount.amount, 0)
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => prepareTransfers(method, keyOf({ method, of: items })),
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
      ready={known.length > 0 && method !== ''}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      {missing && <ErrorState error={missing} onRetry={() => void refetch()} />}
      {!data && !missing && <Skeleton height={160} />}
      {data && items.length === 0 && <p>{t('nothing')}</p>}
      {data && items.length > 0 && <p>{t('meaning')}</p>}
      {known.length > 0 && (
        <PanelLines>
          {known.slice(0, MOST_SHOWN).map(({ refundId, orderId, orderNumber, name, ibanEndsOn, amount }) => (
            <PanelLine
              key={refundId}
              title={name}
              note={
                <>
                  <Link to={`/orders/${orderId}`}>{`#${orderNumber}`}</Link> · •••• {ibanEndsOn}
                </>
              }
            >
              <MoneyText value={amount} />
            </PanelLine>
          ))}
        </PanelLines>
      )}
      {unknown > 0 && <p className="dimmed">{t('unknown', { count: unknown })}</p>}
      {known.length > 0 && accounts.length === 0 && <p>{t('noAccount')}</p>}
      {known.length > 0 && accounts.length > 0 && (
        <>
          <Select
            label={t('account')}
            data={accounts.map((one) => ({ value: one.method, label: `${one.name} · •••• ${one.iban.slice(-4)}` }))}
            value={method}
            allowDeselect={false}
            onChange={setChosen}
          />
          <p>
            <strong>
              {t('sum', { count: known.length, amount: formatMoney({ amount: total, currency: 'EUR' }, locale) })}
            </strong>
          </p>
        </>
      )}
    </ConfirmDialog>
  )
}

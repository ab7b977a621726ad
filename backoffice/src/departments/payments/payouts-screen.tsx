import { Button } from '@mantine/core'
import { IconBuildingBank, IconRefresh } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { sayDone } from '../../ui/done.ts'
import { DateText } from '../../ui/date-text.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { RecordList } from '../../ui/list/record-list.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import { MoneyText } from '../../ui/money-text.tsx'
import { OpenAwaited } from './open-awaited.tsx'
import { PayoutFileDialog } from './payout-file-dialog.tsx'
import { fetchPayouts, type PayoutRow } from './payout-queries.ts'
import { PayoutStateBadge } from './payout-state.tsx'
import { providerName } from './provider-name.ts'
import { ProviderBalances } from './provider-balances.tsx'

// Each line adds up: payments and the rest, with their signs, are what came to the bank.
const SHOWN = ['paidAt', 'provider', 'state', 'gross', 'refunds', 'fees', 'others', 'amount']

/** What providers paid out to the bank, the newest first; what nobody can explain stands out. */
export default function PayoutsScreen() {
  const t = useTranslations('payments.payouts')
  const mayRecord = useCan()('payments:record')
  const client = useQueryClient()
  const [isBringing, setBringing] = useState(false)
  const { mutate, isPending, error } = useMutation({
    mutationFn: fetchPayouts,
    onSuccess: async ({ away }) => {
      await client.invalidateQueries({ queryKey: ['payments'] })
      sayDone(away.length === 0 ? t('fetch.done') : t('fetch.away', { providers: away.map(providerName).join(', ') }))
    },
  })
  const looks = useMemo<Looks<PayoutRow>>(
    () => ({
      paidAt: { width: '144px', cell: ({ paidAt }) => <DateText value={paidAt} form="date" /> },
      provider: { width: '96px', place: 'line', cell: ({ provider }) => providerName(provider) },
      gross: { width: '136px', place: 'figure' },
      refunds: { width: '112px', place: 'figure' },
      fees: {
        width: '144px',
        place: 'figure',
        cell: ({ fees }) => <MoneyText value={{ ...fees, amount: 0 - fees.amount }} />,
      },
      others: {
        width: '136px',
        place: 'figure',
        cell: ({ others, unexplained, unexplainedLines }) => (
          <>
            <MoneyText value={others} />
            {unexplainedLines > 0 && (
              <div className="dimmed">
                {t('unexplained')}: <MoneyText value={unexplained} />
              </div>
            )}
          </>
        ),
      },
      state: { width: '128px', place: 'lead-end', cell: (payout) => <PayoutStateBadge payout={payout} /> },
      amount: {
        width: '176px',
        place: 'figure',
        cell: ({ amount }) => (
          <b>
            <MoneyText value={amount} />
          </b>
        ),
      },
      unexplained: {
        width: '128px',
        place: 'figure',
        cell: ({ unexplained, unexplainedLines }) =>
          unexplainedLines > 0 && (
            <span>
              <MoneyText value={unexplained} /> ({unexplainedLines})
            </span>
          ),
      },
    }),
    [t],
  )
  return (
    <RecordList
      department="payments"
      path="/api/payouts"
      icon={IconBuildingBank}
      words={{
        title: t('title'),
        meaning: t('meaning'),
        search: t('search'),
        empty: t('noneYet'),
        emptyRemedy: t('noneYetMeaning'),
        noneFound: t('noneFound'),
        noneFoundRemedy: t('noneFoundRemedy'),
      }}
      shown={SHOWN}
      looks={looks}
      rowTitle={titleOf}
      at="/payouts"
      beside={
        <>
          <FormError error={error} />
          <ProviderBalances />
          {isBringing && <PayoutFileDialog onClose={() => setBringing(false)} />}
        </>
      }
      actions={
        <>
          <OpenAwaited />
          {mayRecord && (
            <>
              <Button variant="default" onClick={() => setBringing(true)}>
                {t('file.open')}
              </Button>
              <Button leftSection={<IconRefresh size={18} aria-hidden />} loading={isPending} onClick={() => mutate()}>
                {t('fetch.open')}
              </Button>
            </>
          )}
        </>
      }
    />
  )
}

const titleOf = ({ providerRef }: PayoutRow) => providerRef

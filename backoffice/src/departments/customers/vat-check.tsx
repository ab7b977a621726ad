import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { DateText } from '../../ui/date-text.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useCodeWords } from '../../ui/use-code-words.ts'
import { checkAnew, vatNumberCheck } from './company-queries.ts'

// i18n-dynamic: customers.vat.states.*, customers.vat.reasons.*
/** What the authority says of a number, with the proof that it was asked. */
export function VatCheck({ vatNumber }: { readonly vatNumber: string }) {
  const t = useTranslations('customers.vat')
  const say = useCodeWords()
  const client = useQueryClient()
  const check = vatNumberCheck(vatNumber)
  const { data, error, refetch } = useQuery(check)
  const asking = useMutation({
    mutationFn: () => checkAnew(vatNumber),
    onSuccess: (answer) => client.setQueryData(check.queryKey, answer),
  })
  return (
    <Panel
      title={t('title')}
      aside={
        <Button size="compact-md" variant="default" loading={asking.isPending} onClick={() => asking.mutate()}>
          {t('anew')}
        </Button>
      }
    >
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      <FormError error={asking.error} />
      {data && (
        <Facts
          items={[
            [t('state'), say('customers.vat.states', data.state)],
            [t('name'), data.name],
            [t('checkedAt'), data.checkedAt && <DateText key="at" value={data.checkedAt} form="full" />],
            [t('consultation'), data.consultation],
            [t('reason'), data.reason && say('customers.vat.reasons', data.reason.toLowerCase())],
          ]}
        />
      )}
    </Panel>
  )
}

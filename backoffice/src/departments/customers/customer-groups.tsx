import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useLocale, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { RecordForm } from '../../ui/form/record-form.tsx'
import { Panel } from '../../ui/panel.tsx'
import { groupsOfCustomer, setLabels } from './group-queries.ts'
import styles from './groups.module.css'

interface CustomerGroupsProps {
  readonly customer: { readonly id: string; readonly labels: readonly string[]; readonly version: number }
}

/** What the shop calls a customer, and the groups that they are in: whose prices and promotions they get. */
export function CustomerGroups({ customer }: CustomerGroupsProps) {
  const t = useTranslations('customers')
  const client = useQueryClient()
  const permission = 'customers:write'
  const fixed = useCan()(permission) ? undefined : t('needsPermission', { permission })
  const { data, error, refetch } = useQuery(groupsOfCustomer(customer.id, useLocale()))
  return (
    <Panel title={t('groups.title')}>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && <p className="dimmed">{t('groups.inNone')}</p>}
      {data && data.items.length > 0 && (
        <ul className={styles.members}>
          {data.items.map(({ id, name, byHand }) => (
            <li key={id}>
              <span className={styles.words}>
                <Link to={`/customer-groups/${id}`}>{name}</Link>
                <span className={styles.note}>{t(byHand ? 'groups.members.byHand' : 'groups.members.byRule')}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {data?.company && (
        <p>
          {t('buysFor')} <Link to={`/buyer-companies/${data.company.id}`}>{data.company.legalName}</Link>
        </p>
      )}
      <RecordForm
        fields={[
          {
            kind: 'tags',
            name: 'labels',
            label: t('labels'),
            hint: t('labelsHint'),
            fixed,
            optional: true,
            maxLength: 60,
          },
        ]}
        initial={{ labels: customer.labels }}
        draft={`customer-labels/${customer.id}`}
        quiet
        label={t('labels')}
        submit={t('saveLabels')}
        save={({ values }) => setLabels(customer.id, [...((values['labels'] ?? []) as string[])])}
        onSaved={() => {
          void client.invalidateQueries({ queryKey: ['customers'] })
          sayDone(t('groups.form.saved'))
        }}
      />
    </Panel>
  )
}

import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useLocale, useTranslations } from 'use-intl'
import { useRecentRecord } from '../../app/palette/recent.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { RecordColumns } from '../../ui/panel.tsx'
import { RecordHeader } from '../../ui/record-header.tsx'
import { RecordWork } from '../work/record-work.tsx'
import { GroupForm } from './group-form.tsx'
import { GroupMembers } from './group-members.tsx'
import { GroupUses } from './group-uses.tsx'
import { groupDetail } from './group-queries.ts'

const CURRENCY = 'EUR'

/** One group of customers, or a new one. */
export default function GroupScreen() {
  const { id } = useParams({ strict: false }) as { id?: string }
  return id === undefined ? <NewGroup /> : <KnownGroup key={id} id={id} />
}

function NewGroup() {
  const t = useTranslations('customers.groups')
  return (
    <>
      <RecordHeader title={t('add')} back={{ to: '/customer-groups', label: t('title') }} />
      <GroupForm currency={CURRENCY} />
    </>
  )
}

function KnownGroup({ id }: { readonly id: string }) {
  const t = useTranslations('customers.groups')
  const locale = useLocale()
  const { data: group, error, refetch } = useQuery(groupDetail(id))
  const back = { to: '/customer-groups', label: t('title') }
  const name = group && (group.names[locale] ?? group.names['en'] ?? group.code)
  useRecentRecord('customer_group', `/customer-groups/${id}`, name)
  if (!group) {
    return (
      <>
        <RecordHeader title={t('one')} back={back} />
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={480} radius="lg" />}
      </>
    )
  }
  const record = { department: 'customers', type: 'customer_group' as const, id }
  return (
    <>
      <RecordHeader
        title={name ?? group.code}
        subtitle={group.code}
        state={{ tone: 'neutral', label: t(group.rule ? 'byRule' : 'byHand') }}
        back={back}
        record={{ type: 'customer_group', id }}
      />
      <RecordColumns
        main={
          <>
            <GroupForm group={group} currency={CURRENCY} />
            <GroupMembers group={group} />
            <GroupUses group={group} name={name ?? group.code} />
          </>
        }
        side={<RecordWork record={record} title={name ?? group.code} write="customers:write" />}
      />
    </>
  )
}

import { IconUsers } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { LANGUAGE_NAMES, isLanguage } from '../../app/messages/languages.ts'
import { DateText } from '../../ui/date-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListScreen } from '../../ui/list/list-screen.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import type { Customer } from './queries.ts'
import { FirstStep } from '../set-up/first-step.tsx'

const SHOWN = ['name', 'email', 'registered', 'createdAt']

export default function CustomersScreen() {
  const t = useTranslations('customers')
  const looks = useMemo<Looks<Customer>>(
    () => ({
      email: { place: 'line' },
      locale: { width: '144px', cell: ({ locale }) => (isLanguage(locale) ? LANGUAGE_NAMES[locale] : locale) },
      registered: {
        width: '160px',
        place: 'lead-end',
        cell: ({ registered }) => (
          <StateBadge tone={registered ? 'active' : 'neutral'}>{t(registered ? 'registered' : 'guest')}</StateBadge>
        ),
      },
      createdAt: { width: '168px', cell: ({ createdAt }) => <DateText value={createdAt} form="date" /> },
    }),
    [t],
  )
  return (
    <ListScreen
      department="customers"
      path="/api/customers"
      title={t('title')}
      searchLabel={t('search')}
      shown={SHOWN}
      looks={looks}
      rowId={idOf}
      rowTitle={nameOf}
      linkTo={linkOf}
      empty={
        <EmptyState icon={IconUsers} title={t('empty')} action={<FirstStep step="market" />}>
          {t('emptyRemedy')}
        </EmptyState>
      }
      noneFound={<EmptyState icon={IconUsers} title={t('noneFound')} />}
    />
  )
}

const idOf = ({ id }: Customer) => id
const nameOf = ({ name }: Customer) => name
const linkOf = ({ id }: Customer) => `/customers/${id}`

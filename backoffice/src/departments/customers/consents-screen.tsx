import { IconMailCheck } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { DateText } from '../../ui/date-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListScreen } from '../../ui/list/list-screen.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import type { ConsentRow } from './consent-queries.ts'

const SHOWN = ['name', 'email', 'purpose', 'state', 'since']
const TONES: Readonly<Record<string, 'waiting' | 'active' | 'neutral'>> = { claimed: 'waiting', given: 'active' }

/** Who agreed to what, and who said no. */
// i18n-dynamic: customers.consents.states.*
export default function ConsentsScreen() {
  const t = useTranslations('customers.consents')
  const looks = useMemo<Looks<ConsentRow>>(
    () => ({
      email: { place: 'line' },
      purpose: { place: 'detail' },
      state: {
        width: '176px',
        place: 'lead-end',
        cell: ({ state }) => (
          <StateBadge tone={TONES[state] ?? 'neutral'}>{t(`states.${state as 'given'}`)}</StateBadge>
        ),
      },
      since: { width: '168px', cell: ({ since }) => <DateText value={since} form="date" /> },
    }),
    [t],
  )
  return (
    <ListScreen
      department="customers"
      path="/api/consents"
      title={t('list')}
      shown={SHOWN}
      looks={looks}
      rowId={idOf}
      rowTitle={nameOf}
      linkTo={linkOf}
      empty={
        <EmptyState icon={IconMailCheck} title={t('empty')}>
          {t('emptyRemedy')}
        </EmptyState>
      }
      noneFound={<EmptyState icon={IconMailCheck} title={t('noneFound')} />}
    />
  )
}

const idOf = ({ id }: ConsentRow) => id
const nameOf = ({ name, purpose }: ConsentRow) => `${name}: ${purpose}`
const linkOf = ({ customerId }: ConsentRow) => `/customers/${customerId}`

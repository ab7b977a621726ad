import { Button } from '@mantine/core'
import { IconUserShield } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useNow, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { Cell } from '../../ui/cell.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListScreen } from '../../ui/list/list-screen.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { CompaniesDialog } from './companies-dialog.tsx'
import { PeopleNav } from './people-nav.tsx'
import { PersonStateBadge } from './person-state.tsx'
import type { Outsider } from './queries.ts'
import { useScopeText } from './use-scope-text.ts'

const SHOWN = ['name', 'roles', 'scope', 'sponsor', 'endsAt', 'lastSeenAt', 'state']
const WEEK_MS = 7 * 86_400_000

export default function OutsidersScreen() {
  const t = useTranslations('people.outside')
  const mayRename = useCan()('people:write')
  const [naming, setNaming] = useState(false)
  const scopeText = useScopeText()
  const now = useNow({ updateInterval: 60_000 }).getTime()
  const looks = useMemo<Looks<Outsider>>(
    () => ({
      name: { place: 'lead', cell: ({ name, company }) => <Cell title={<b>{name}</b>} note={company} /> },
      roles: { width: '16%', place: 'line' },
      scope: { width: '152px', cell: ({ scope }) => (scope === null ? t('everything') : scopeText(scope)) },
      sponsor: {
        width: '160px',
        cell: ({ sponsor, sponsorLeft }) => (sponsorLeft ? <Cell title={sponsor} note={t('sponsorLeft')} /> : sponsor),
      },
      endsAt: { width: '136px', cell: ({ endsAt }) => <DateText value={endsAt} form="date" /> },
      lastSeenAt: {
        width: '120px',
        place: 'hidden',
        cell: ({ lastSeenAt }) => (lastSeenAt ? <DateText value={lastSeenAt} form="date" /> : t('never')),
      },
      state: {
        width: '136px',
        place: 'lead-end',
        cell: ({ state, endsAt }) =>
          state === 'active' && new Date(endsAt).getTime() - now < WEEK_MS ? (
            <StateBadge tone="waiting">{t('endsSoon')}</StateBadge>
          ) : (
            <PersonStateBadge state={state} />
          ),
      },
    }),
    [t, now, scopeText],
  )
  return (
    <>
      <PeopleNav />
      <ListScreen
        department="people"
        path="/api/outsiders"
        title={t('title')}
        subtitle={t('intro')}
        searchLabel={t('search')}
        shown={SHOWN}
        looks={looks}
        rowId={idOf}
        rowTitle={nameOf}
        linkTo={linkOf}
        actions={
          mayRename && (
            <Button variant="default" onClick={() => setNaming(true)}>
              {t('companies')}
            </Button>
          )
        }
        empty={
          <EmptyState icon={IconUserShield} title={t('empty')}>
            {t('emptyRemedy')}
          </EmptyState>
        }
        noneFound={<EmptyState icon={IconUserShield} title={t('noneFound')} />}
      />
      {naming && <CompaniesDialog onClose={() => setNaming(false)} />}
    </>
  )
}

const idOf = ({ id }: Outsider) => id
const nameOf = ({ name }: Outsider) => name
const linkOf = ({ id }: Outsider) => `/team/${id}`

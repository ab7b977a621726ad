import { Button } from '@mantine/core'
import { IconUserPlus, IconUsersGroup } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { Cell } from '../../ui/cell.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListScreen } from '../../ui/list/list-screen.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import { useActions } from '../../ui/use-actions.ts'
import { FirstStep } from '../set-up/first-step.tsx'
import { ActivationLinkDialog } from './activation-link-dialog.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { PeopleNav } from './people-nav.tsx'
import { PersonStateBadge } from './person-state.tsx'
import type { Staff } from './queries.ts'

const SHOWN = ['name', 'roles', 'units', 'company', 'state']

export default function TeamScreen() {
  const t = useTranslations('people')
  const mayInvite = useCan()('people:write')
  const [inviting, setInviting] = useState(false)
  const [link, setLink] = useState<string>()
  useActions(
    mayInvite
      ? [{ id: 'people:invite', label: t('invite.open'), icon: IconUserPlus, run: () => setInviting(true) }]
      : [],
  )
  const looks = useMemo<Looks<Staff>>(
    () => ({
      name: { place: 'lead', cell: ({ name, email }) => <Cell title={<b>{name}</b>} note={email} /> },
      roles: { place: 'line' },
      company: { width: '208px', cell: ({ company }) => company ?? t('ownCompany') },
      state: { width: '152px', place: 'lead-end', cell: ({ state }) => <PersonStateBadge state={state} /> },
    }),
    [t],
  )
  return (
    <>
      <PeopleNav />
      <ListScreen
        department="people"
        path="/api/staff"
        title={t('title')}
        subtitle={t('intro')}
        searchLabel={t('search')}
        shown={SHOWN}
        looks={looks}
        rowId={idOf}
        rowTitle={nameOf}
        linkTo={linkOf}
        actions={
          mayInvite && (
            <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setInviting(true)}>
              {t('invite.open')}
            </Button>
          )
        }
        empty={<EmptyState icon={IconUsersGroup} title={t('title')} action={<FirstStep step="people" />} />}
        noneFound={<EmptyState icon={IconUsersGroup} title={t('noneFound')} />}
      />
      {inviting && (
        <InviteDialog
          onClose={() => setInviting(false)}
          onInvited={(path) => {
            setInviting(false)
            setLink(path)
          }}
        />
      )}
      <ActivationLinkDialog path={link} onClose={() => setLink(undefined)} />
    </>
  )
}

const idOf = ({ id }: Staff) => id
const nameOf = ({ name }: Staff) => name
const linkOf = ({ id }: Staff) => `/team/${id}`

import { Button } from '@mantine/core'
import { IconUserPlus, IconUsersGroup } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { Cell } from '../../ui/cell.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { useKeysetList } from '../../ui/use-keyset-list.ts'
import { ActivationLinkDialog } from './activation-link-dialog.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { renewActivation, roleList, staffList, type Staff } from './queries.ts'
import { FirstStep } from '../set-up/first-step.tsx'

export default function TeamScreen() {
  const t = useTranslations('people')
  const locale = useLocale()
  const can = useCan()
  const list = useKeysetList<Staff>(staffList)
  const { data: roles } = useQuery(roleList)
  const [inviting, setInviting] = useState(false)
  const [link, setLink] = useState<string>()
  const renew = useMutation({ mutationFn: renewActivation, onSuccess: ({ activationPath }) => setLink(activationPath) })
  const mayInvite = can('people:write')
  const renewLink = renew.mutate
  const columns = useMemo<Column<Staff>[]>(() => {
    const nameOf = (code: string) => {
      const names = roles?.roles.find((role) => role.code === code)?.names
      return names?.[locale] ?? names?.en ?? code
    }
    return [
      {
        id: 'name',
        header: t('columns.name'),
        place: 'lead',
        cell: ({ name, email }) => <Cell title={<b>{name}</b>} note={email} />,
      },
      { id: 'roles', header: t('columns.roles'), place: 'detail', cell: (staff) => staff.roles.map(nameOf).join(', ') },
      {
        id: 'state',
        width: '128px',
        header: t('columns.state'),
        place: 'lead-end',
        cell: ({ activated, endedAt }) => {
          if (endedAt) return <StateBadge tone="neutral">{t('state.ended')}</StateBadge>
          if (!activated) return <StateBadge tone="waiting">{t('state.invited')}</StateBadge>
          return <StateBadge tone="good">{t('state.active')}</StateBadge>
        },
      },
      {
        id: 'link',
        width: '144px',
        header: '',
        align: 'end',
        place: 'detail',
        cell: ({ id, activated, endedAt, name }) =>
          mayInvite && !activated && !endedAt ? (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={t('newLinkFor', { name })}
              onClick={() => renewLink(id)}
            >
              {t('newLink')}
            </Button>
          ) : null,
      },
    ]
  }, [t, locale, roles, mayInvite, renewLink])
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('intro')}
        actions={
          mayInvite && (
            <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setInviting(true)}>
              {t('invite.open')}
            </Button>
          )
        }
      />
      <DataTable
        label={t('title')}
        list={list}
        columns={columns}
        rowId={idOf}
        empty={<EmptyState icon={IconUsersGroup} title={t('title')} action={<FirstStep step="people" />} />}
      />
      <InviteDialog
        opened={inviting}
        onClose={() => setInviting(false)}
        onInvited={(path) => {
          setInviting(false)
          setLink(path)
        }}
      />
      <ActivationLinkDialog path={link} onClose={() => setLink(undefined)} />
    </>
  )
}

const idOf = ({ id }: Staff) => id

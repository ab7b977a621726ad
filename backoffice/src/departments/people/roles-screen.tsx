import { Button, Skeleton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { useActions } from '../../ui/use-actions.ts'
import styles from './people.module.css'
import { PeopleNav } from './people-nav.tsx'
import { roleList, type Role } from './queries.ts'
import { useRoleName } from './role-choice.tsx'

export default function RolesScreen() {
  const t = useTranslations('people.roles')
  const mayChange = useCan()('people:write')
  const navigate = useNavigate()
  const { data, error, refetch } = useQuery(roleList)
  const make = () => void navigate({ to: '/team/roles/new' })
  useActions(mayChange ? [{ id: 'people:role', label: t('add'), icon: IconPlus, run: make }] : [])
  return (
    <>
      <PeopleNav />
      <PageHeader
        title={t('title')}
        subtitle={t('intro')}
        actions={
          mayChange && (
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={make}>
              {t('add')}
            </Button>
          )
        }
      />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={480} radius="lg" />}
      {data && (
        <div className={styles.stack}>
          <RolePanel title={t('own')} roles={data.roles.filter((role) => !role.readyMade)} empty={t('noOwn')} />
          <RolePanel title={t('readyMade')} roles={data.roles.filter((role) => role.readyMade)} />
        </div>
      )}
    </>
  )
}

interface RolePanelProps {
  readonly title: string
  readonly roles: readonly Role[]
  readonly empty?: string
}

function RolePanel({ title, roles, empty }: RolePanelProps) {
  const t = useTranslations('people.roles')
  const nameOf = useRoleName()
  return (
    <Panel title={title}>
      {roles.length === 0 && <p className="dimmed">{empty}</p>}
      <ul className={styles.list}>
        {roles.map((role) => (
          <li key={role.code} className={styles.line}>
            <span>
              <Link to={`/team/roles/${role.code}`}>{nameOf(role)}</Link>
              {role.description && <div className={styles.note}>{role.description}</div>}
            </span>
            <span className={styles.buttons}>
              <span className={styles.note}>{t('rights', { count: role.permissions.length })}</span>
              <StateBadge tone={role.holders > 0 ? 'active' : 'neutral'}>
                {t('holders', { count: role.holders })}
              </StateBadge>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

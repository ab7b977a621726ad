import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { Panel } from '../../ui/panel.tsx'
import { GrantedWords } from './granted-words.tsx'
import styles from './people.module.css'
import type { Person } from './queries.ts'
import { useRoleName } from './role-choice.tsx'

/** The roles that somebody holds, and what they may do by each. */
export function PersonGrants({ person }: { readonly person: Person }) {
  const t = useTranslations('people.grants')
  const nameOf = useRoleName()
  const roleNames = new Map(person.roleNames.map((role) => [role.code, nameOf(role)]))
  const held = new Map(person.permissions.map(({ permission, roles }) => [permission, roles]))
  const rolesFor = (permission: string) =>
    held
      .get(permission)
      ?.map((role) => roleNames.get(role) ?? role)
      .join(', ')
  return (
    <>
      <Panel title={t('roles')}>
        {person.roleNames.length === 0 && <p className="dimmed">{t('noRoles')}</p>}
        <ul className={styles.list}>
          {person.roleNames.map((role) => (
            <li key={role.code} className={styles.line}>
              <Link to={`/team/roles/${role.code}`}>{nameOf(role)}</Link>
            </li>
          ))}
        </ul>
      </Panel>
      {person.permissions.length > 0 && (
        <Panel title={t('title')}>
          <GrantedWords permissions={[...held.keys()]} {...(person.roleNames.length > 1 ? { noteOf: rolesFor } : {})} />
        </Panel>
      )}
    </>
  )
}

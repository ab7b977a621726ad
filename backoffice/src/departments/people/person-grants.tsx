import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useLocale, useTranslations } from 'use-intl'
import { Panel } from '../../ui/panel.tsx'
import styles from './people.module.css'
import { permissionList, type Person } from './queries.ts'
import { useRoleName } from './role-choice.tsx'

/** What somebody may do, in words, each with the role that it comes by. */
export function PersonGrants({ person }: { readonly person: Person }) {
  const t = useTranslations('people.grants')
  const nameOf = useRoleName()
  const { data } = useQuery(permissionList(useLocale()))
  const roleNames = new Map(person.roleNames.map((role) => [role.code, nameOf(role)]))
  const held = new Map(person.permissions.map(({ permission, roles }) => [permission, roles]))
  const departments = (data?.departments ?? []).flatMap(({ code, label, permissions }) => {
    const mine = permissions.filter(({ permission }) => held.has(permission))
    return mine.length === 0 ? [] : [{ code, label, mine }]
  })
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
          {data ? (
            <div className={styles.grants}>
              {departments.map(({ code, label, mine }) => (
                <section key={code}>
                  <h3 className={styles.groupTitle}>{label}</h3>
                  <ul className={styles.list}>
                    {mine.map(({ permission, label: words }) => (
                      <li key={permission} className={styles.right}>
                        {words}
                        <div className={styles.note}>
                          {held
                            .get(permission)
                            ?.map((role) => roleNames.get(role) ?? role)
                            .join(', ')}
                        </div>
                      </li>
                    ))}
                  </ul>
                </section>
              ))}
            </div>
          ) : (
            <Skeleton height={240} />
          )}
        </Panel>
      )}
    </>
  )
}

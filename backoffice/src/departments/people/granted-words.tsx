import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useLocale } from 'use-intl'
import styles from './people.module.css'
import { permissionList } from './queries.ts'

interface GrantedWordsProps {
  readonly permissions: readonly string[]
  /** Stands below a right: the roles that it comes by. */
  readonly noteOf?: (permission: string) => string | undefined
}

/** What may be done, in words, by department; nothing of what may not. */
export function GrantedWords({ permissions, noteOf }: GrantedWordsProps) {
  const { data } = useQuery(permissionList(useLocale()))
  if (!data) return <Skeleton height={240} />
  const held = new Set(permissions)
  const groups = data.departments.flatMap((group) => {
    const granted = group.permissions.filter(({ permission }) => held.has(permission))
    return granted.length === 0 ? [] : [{ ...group, granted }]
  })
  return (
    <div className={styles.grants}>
      {groups.map(({ code, label, granted }) => (
        <section key={code}>
          <h3 className={styles.groupTitle}>{label}</h3>
          <ul className={styles.list}>
            {granted.map(({ permission, label: words }) => (
              <li key={permission} className={styles.right}>
                {words}
                {noteOf && <div className={styles.note}>{noteOf(permission)}</div>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

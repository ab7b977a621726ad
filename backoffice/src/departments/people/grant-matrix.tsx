import { Checkbox, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import styles from './people.module.css'
import { permissionList, type PermissionGroup } from './queries.ts'

interface GrantMatrixProps {
  readonly value: readonly string[]
  readonly onChange: (permissions: string[]) => void
}

/** All rights of the house by department, in words; what the reader lacks stays as it is. */
export function GrantMatrix({ value, onChange }: GrantMatrixProps) {
  const t = useTranslations('people.roles')
  const { data } = useQuery(permissionList(useLocale()))
  if (!data) return <Skeleton height={360} />
  const held = new Set(value)
  const set = (permissions: readonly string[], on: boolean) => {
    const next = new Set(held)
    for (const one of permissions) {
      if (on) next.add(one)
      else next.delete(one)
    }
    onChange([...next].sort())
  }
  return (
    <div className={styles.grants}>
      {data.departments.map((group) => (
        <fieldset key={group.code} className={styles.group}>
          <legend>{group.label}</legend>
          <WholeGroup group={group} held={held} set={set} />
          {group.permissions.map(({ permission, label, mine }) => (
            <div key={permission} className={styles.check}>
              <Checkbox
                label={label}
                checked={held.has(permission)}
                disabled={!mine}
                onChange={(change) => set([permission], change.currentTarget.checked)}
                {...(mine ? {} : { description: t('notYours') })}
              />
            </div>
          ))}
        </fieldset>
      ))}
    </div>
  )
}

interface WholeGroupProps {
  readonly group: PermissionGroup
  readonly held: ReadonlySet<string>
  readonly set: (permissions: readonly string[], on: boolean) => void
}

function WholeGroup({ group, held, set }: WholeGroupProps) {
  const t = useTranslations('people.roles')
  const mine = group.permissions.filter((one) => one.mine).map(({ permission }) => permission)
  if (group.permissions.length < 2) return null
  const count = group.permissions.filter(({ permission }) => held.has(permission)).length
  const all = count === group.permissions.length
  return (
    <div className={styles.check}>
      <Checkbox
        label={t('everything', { department: group.label })}
        fw={500}
        checked={all}
        indeterminate={count > 0 && !all}
        disabled={mine.length === 0}
        onChange={(change) => set(mine, change.currentTarget.checked)}
      />
    </div>
  )
}

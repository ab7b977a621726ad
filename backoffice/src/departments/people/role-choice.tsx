import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import styles from './people.module.css'
import { roleList, type Role } from './queries.ts'

interface RoleChoiceProps {
  readonly label: string
  readonly error?: string | undefined
  readonly value: string[]
  readonly onChange: (codes: string[]) => void
}

export function useRoleName() {
  const locale = useLocale()
  return ({ names }: Pick<Role, 'names'>) => names[locale as keyof Role['names']] ?? names.en
}

/** The roles that there are; what somebody lacks themselves they can neither give nor take. */
export function RoleChoice({ label, error, value, onChange }: RoleChoiceProps) {
  const t = useTranslations('people.roles')
  const can = useCan()
  const nameOf = useRoleName()
  const { data } = useQuery(roleList)
  return (
    <Checkbox.Group label={label} error={error} value={value} onChange={onChange}>
      {data?.roles.map((role) => {
        const isMine = role.permissions.every((permission) => can(permission))
        return (
          <div key={role.code} className={styles.check}>
            <Checkbox
              value={role.code}
              label={nameOf(role)}
              disabled={!isMine}
              {...(isMine ? {} : { description: t('notYours') })}
            />
          </div>
        )
      })}
    </Checkbox.Group>
  )
}

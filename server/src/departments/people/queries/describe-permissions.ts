import type { Translate } from '../../../host/i18n/translate.ts'

export interface PermissionWords {
  readonly code: string
  readonly label: string
  readonly permissions: { readonly permission: string; readonly label: string; readonly mine: boolean }[]
}

// i18n-dynamic: people.permissions.*
export const permissionKey = (permission: string) =>
  `people.permissions.${permission.replace(':', '.').replaceAll('-', '_')}`
export const departmentKey = (permission: string) =>
  `people.permissions.${(permission.split(':')[0] ?? '').replaceAll('-', '_')}.title`

/** What can be granted, by department, in words, with what the asker may grant. */
export function describePermissions(
  known: Iterable<string>,
  { translate, mine }: { translate: Translate; mine: ReadonlySet<string> },
): PermissionWords[] {
  const byDepartment = Map.groupBy([...known].sort(), (permission) => permission.split(':')[0] ?? '')
  return [...byDepartment]
    .map(([code, permissions]) => ({
      code,
      label: translate(departmentKey(permissions[0] ?? '')),
      permissions: permissions.map((permission) => ({
        permission,
        label: translate(permissionKey(permission)),
        mine: mine.has(permission),
      })),
    }))
    .sort((a, b) => a.label.localeCompare(b.label))
}

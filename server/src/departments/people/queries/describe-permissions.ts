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

/** A right that has no words yet is shown by its name rather than hidden. */
function wordsOr(name: string, key: string, translate: Translate): string {
  const words = translate(key)
  return words === key ? name : words
}

/** What can be granted, by department, in words, with what the asker may grant. */
export function describePermissions(
  known: Iterable<string>,
  { translate, mine }: { translate: Translate; mine: ReadonlySet<string> },
): PermissionWords[] {
  const byDepartment = Map.groupBy([...known].sort(), (permission) => permission.split(':')[0] ?? '')
  return [...byDepartment]
    .map(([code, permissions]) => ({
      code,
      label: wordsOr(code, departmentKey(permissions[0] ?? ''), translate),
      permissions: permissions.map((permission) => ({
        permission,
        label: wordsOr(permission, permissionKey(permission), translate),
        mine: mine.has(permission),
      })),
    }))
    .sort((a, b) => a.label.localeCompare(b.label))
}

import type { Values } from '../../ui/form/field.ts'
import { codesOf, setOf } from '../../ui/form/set-value.ts'
import type { Role, RoleDraft } from './queries.ts'

export const roleDraft = ({
  names,
  description,
  permissions,
}: Pick<Role, 'names' | 'description' | 'permissions'>): RoleDraft => ({
  name: names.en,
  description,
  permissions: [...permissions],
})

/** As its form holds it: each right by itself. */
export const roleValues = ({ name, description, permissions }: RoleDraft): Values => ({
  name,
  description: description ?? '',
  permissions: setOf(permissions),
})

/** As it is sent. */
export const roleOf = (values: Values): RoleDraft => ({
  name: String(values['name']).trim(),
  description: String(values['description'] ?? '').trim() || null,
  permissions: codesOf(values['permissions']).sort(),
})

import { fragment } from '../../../host/database/sql.ts'
import type { SavedAttribute } from '../domain/attribute.ts'

export type AttributeRow = Omit<SavedAttribute, 'perVariant'> & { readonly per_variant: boolean }

export const attributeColumns = fragment`
  a.code, a.names, a.kind, a.unit, a.choices, a.section, a.localised, a.per_variant, a.filterable, a.shown, a.version`

export const familyColumns = fragment`f.code, f.names, f.attributes, f.languages, f.pictures, f.safety, f.channels, f.version`

export function attributeOf({ per_variant, ...same }: AttributeRow): SavedAttribute {
  return { ...same, perVariant: per_variant }
}

import type { Id } from '../../../kernel/ids.ts'

export type UnitId = Id<'unit'>

export const UNIT_KINDS = ['department', 'team'] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

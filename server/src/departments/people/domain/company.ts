import type { Id } from '../../../kernel/ids.ts'

export type CompanyId = Id<'company'>

/** Those that have rows. Whoever has no company here belongs to the organisation itself. */
export const OUTSIDE_KINDS = ['partner', 'vendor'] as const
export type OutsideKind = (typeof OUTSIDE_KINDS)[number]
export const COMPANY_KINDS = ['own', ...OUTSIDE_KINDS] as const
export type CompanyKind = (typeof COMPANY_KINDS)[number]

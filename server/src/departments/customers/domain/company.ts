import type { Id } from '../../../kernel/ids.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from './refusals.ts'

export type CompanyId = Id<'buyer-company'>
export type ExemptionId = Id<'exemption'>

export interface CompanyDraft {
  readonly legalName: string
  readonly country: string
  /** With its prefix; null where it has none. */
  readonly vatNumber: string | null
  readonly vatCountry: string | null
  readonly taxCode: string | null
  readonly street: string
  readonly postcode: string
  readonly city: string
  readonly region: string
}

export const EXEMPTION_KINDS = ['resale', 'diplomatic', 'public_body', 'charity', 'other'] as const

export interface ExemptionDraft {
  readonly kind: (typeof EXEMPTION_KINDS)[number]
  readonly number: string
  readonly country: string
  readonly region: string | null
  readonly validFrom: string
  readonly validTo: string | null
}

export type ExemptionState = 'proposed' | 'approved' | 'withdrawn'

/** A certificate says what it is called and ends no sooner than it begins. */
export function soundExemption(draft: ExemptionDraft): Result<ExemptionDraft> {
  const number = draft.number.trim()
  if (number === '') return refusals.exemption_number_missing({ field: 'number' })
  if (draft.validTo !== null && draft.validTo < draft.validFrom) return refusals.exemption_turned({ field: 'validTo' })
  return ok({ ...draft, number, region: draft.region?.trim() || null })
}

/** Proposed, approved, withdrawn: what was approved may be taken back, and what is withdrawn stays so. */
export function decideExemption(state: ExemptionState, to: 'approved' | 'withdrawn'): Result<void> {
  const allowed = to === 'approved' ? state === 'proposed' : state !== 'withdrawn'
  return allowed ? ok() : refusals.exemption_decided({ params: { state } })
}

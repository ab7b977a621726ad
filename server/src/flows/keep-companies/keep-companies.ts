/**
 * A company as staff keep it: its VAT number is read by those who know tax numbers, the company is kept, and then, outside of any
 * transaction, the authority is asked about the number, so that its buyers are priced by the answer when they come.
 */
import { runCommand, type Actor, type House } from '../../host/context.ts'
import { ok, type Result } from '../../kernel/result.ts'
import {
  changeCompany,
  createCompany,
  type CompanyDraft,
  type SavedCompany,
} from '../../departments/customers/index.ts'
import { checkVatNumber, readVatNumber } from '../../departments/tax/index.ts'

export interface CompanyWish extends Omit<CompanyDraft, 'vatNumber' | 'vatCountry'> {
  /** As it was typed. */
  readonly vatNumber: string | null
}

export interface CompanyToKeep {
  /** Undefined: a new one. */
  readonly id?: string
  readonly wish: CompanyWish
  readonly version?: number | undefined
}

interface Asker {
  readonly actor: Actor
  readonly requestId: string
}

export async function keepCompany(
  house: House,
  { id, wish, version }: CompanyToKeep,
  { actor, requestId }: Asker,
): Promise<Result<SavedCompany>> {
  const draft = draftOf(wish)
  if (!draft.ok) return draft
  const saved = await runCommand(house, { actor, requestId }, (ctx) =>
    id === undefined ? createCompany(ctx, draft.value) : changeCompany(ctx, { id, wish: draft.value, version }),
  )
  if (saved.ok && draft.value.vatNumber) await checkVatNumber(house, { typed: draft.value.vatNumber })
  return saved
}

function draftOf(wish: CompanyWish): Result<CompanyDraft> {
  const typed = wish.vatNumber?.trim() ?? ''
  if (typed === '') return ok({ ...wish, vatNumber: null, vatCountry: null })
  const number = readVatNumber(typed, wish.country)
  if (!number.ok) return { ok: false, refusal: { ...number.refusal, field: 'vatNumber' } }
  return ok({ ...wish, vatNumber: number.value.text, vatCountry: number.value.country })
}

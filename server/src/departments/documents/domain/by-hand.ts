import { ok, type Result } from '../../../kernel/result.ts'
import { isSaleKind } from './document.ts'
import { packingCause, type Documented } from './owed.ts'
import { refusals } from './refusals.ts'

/** What a person can issue: the document of the sale, where the shop has not done so by itself, and the slip that goes into the parcel. */
export const BY_HAND = ['sale', 'packing_slip'] as const
export type ByHand = (typeof BY_HAND)[number]

export interface Documentable {
  readonly id: string
  readonly paid: boolean
  /** Whether something of it lies in a parcel. */
  readonly packed: boolean
  readonly there: readonly Documented[]
}

export function mayIssue({ id, paid, packed, there }: Documentable, what: ByHand): Result<void> {
  if (what === 'packing_slip' && !packed) return refusals.nothing_to_pack()
  if (!paid) return refusals.not_paid()
  const cause = packingCause(id)
  const done = there.some((one) => (what === 'sale' ? isSaleKind(one.kind) : one.cause === cause))
  return done ? refusals.already_issued() : ok()
}

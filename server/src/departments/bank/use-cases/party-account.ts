import { erasePerson, openValue, sealValues } from '../../../host/auth/sealed-values.ts'
import type { Context, House } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { lockEntry, saveSealedAccounts } from '../store/entries.ts'

type Sealer = Pick<House, 'linkKey' | 'formerLinkKeys' | 'organisation'>

export const PARTY_IBAN = 'bank.entry.party_iban'
/** Whose account it is nobody knows when the bank tells of it: each entry is a person of its own. */
const personOf = (entryId: string) => `bank_entry:${entryId}`

/** Account numbers of somebody else are kept as ciphertext alone. */
export async function sealAccounts(
  ctx: Context,
  house: Sealer,
  accounts: readonly { readonly entryId: string; readonly iban: string }[],
): Promise<void> {
  const told = accounts.filter(({ iban }) => iban !== '')
  const sealed = await sealValues(
    ctx,
    house,
    told.map(({ entryId, iban }) => ({ person: personOf(entryId), place: PARTY_IBAN, text: iban })),
  )
  saveSealedAccounts(
    ctx,
    told.flatMap(({ entryId }, index) => {
      const id = sealed[index]
      return id === undefined ? [] : [{ entryId, sealedId: id }]
    }),
  )
}

/** The whole account number, for a purpose that stays in the trail with who asked. */
export async function revealAccount(
  ctx: Context,
  house: Sealer,
  { id, purpose }: { readonly id: string; readonly purpose: string },
): Promise<Result<{ readonly iban: string }>> {
  const entry = await lockEntry(ctx, id)
  if (!entry) return refusals.not_found()
  if (purpose.trim() === '') return refusals.note_missing({ field: 'purpose' })
  const sealedId = entry.partyIbanSealed
  const iban = sealedId === null ? undefined : await openValue(ctx.tx, house, { id: sealedId, place: PARTY_IBAN })
  if (iban === undefined) return refusals.no_account()
  ctx.audit({ action: 'bank:reveal', objectType: 'bank_entry', objectId: id, reason: purpose.trim() })
  return ok({ iban })
}

/** Its key is destroyed: the number can be read nowhere any more, in no backup either. */
export async function forgetAccount(ctx: Context, id: string): Promise<Result<void>> {
  const entry = await lockEntry(ctx, id)
  if (!entry) return refusals.not_found()
  if (entry.partyIbanSealed === null) return refusals.no_account()
  erasePerson(ctx, personOf(id))
  saveSealedAccounts(ctx, [{ entryId: id, sealedId: null }])
  ctx.audit({ action: 'bank:forget', objectType: 'bank_entry', objectId: id })
  return ok()
}

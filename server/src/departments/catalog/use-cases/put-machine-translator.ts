import { changedFields } from '../../../host/audit/changed-fields.ts'
import { expectVersion } from '../../../host/audit/expect-version.ts'
import { resealRows } from '../../../host/auth/reseal-rows.ts'
import { sealText } from '../../../host/auth/sealed-text.ts'
import type { Context, House } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { isMachineAddress, MACHINE_PROVIDER } from '../domain/machine-translator.ts'
import { refusals } from '../domain/refusals.ts'
import { MACHINE_KEY_PLACE, readMachineSettings } from '../queries/machine-translator.ts'
import { lockMachineSettings, sealedMachineKey, writeMachineSettings } from '../store/machine-translator.ts'

export interface MachineWish {
  readonly enabled: boolean
  readonly address: string
  /** Undefined: the one that is there stays; empty: it asks for none. */
  readonly key?: string | undefined
  readonly monthlyCharacters: number
}

/** Which program drafts translations, and how much it may be sent in a month. What its key is stands in no trail. */
export async function putMachineTranslator(
  ctx: Context,
  house: House,
  { wish, version }: { readonly wish: MachineWish; readonly version: number | undefined },
): Promise<Result<{ readonly version: number }>> {
  await lockMachineSettings(ctx)
  const before = await readMachineSettings(ctx.tx)
  const seen = expectVersion(before.version, version)
  if (!seen.ok) return seen
  const { enabled, key, monthlyCharacters } = wish
  const address = wish.address.trim()
  if ((enabled || address !== '') && !isMachineAddress(address)) return refusals.machine_address({ field: 'address' })
  // A key goes to the address that it was given for, and to no other.
  const kept = address === before.address ? before.sealedKey : null
  const sealedKey = key === undefined ? kept : key === '' ? null : sealText(house, MACHINE_KEY_PLACE, key)
  const now = before.version + 1
  writeMachineSettings(ctx, { enabled, address, sealedKey, monthlyCharacters, version: now })
  const changes = changedFields(
    { ...told(before), key: before.sealedKey !== null },
    { enabled, address, monthlyCharacters, key: sealedKey !== null },
  )
  ctx.audit({
    action: 'catalog:set_machine_translator',
    objectType: 'machine_translator',
    objectId: MACHINE_PROVIDER,
    version: now,
    changes,
  })
  return ok({ version: now })
}

const told = ({ enabled, address, monthlyCharacters }: MachineWish) => ({ enabled, address, monthlyCharacters })

/** After a change of secret (docs/guides/secrets.md). */
export async function resealMachineKey(house: House): Promise<void> {
  const count = await resealRows(house, sealedMachineKey)
  if (count > 0) house.log.info('secrets.resealed', { machineKeys: count })
}

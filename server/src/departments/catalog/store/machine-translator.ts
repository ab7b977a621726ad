import type { SealedStore } from '../../../host/auth/reseal-rows.ts'
import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import { MACHINE_PROVIDER } from '../domain/machine-translator.ts'
import { MACHINE_KEY_PLACE, monthOf, type MachineSettings } from '../queries/machine-translator.ts'

/** Whoever saves waits for whoever saves; a row that is not there yet cannot be locked. */
export async function lockMachineSettings(ctx: Context): Promise<void> {
  await ctx.tx.rows(sql`SELECT pg_advisory_xact_lock(hashtextextended(${MACHINE_KEY_PLACE}, 0))`)
}

export function writeMachineSettings(ctx: Context, settings: MachineSettings): void {
  const { enabled, address, sealedKey, monthlyCharacters, version } = settings
  ctx.tx.later(sql`
    INSERT INTO catalog.machine_translator
      (provider, enabled, address, sealed_key, monthly_characters, version, updated_at)
    VALUES (${MACHINE_PROVIDER}, ${enabled}, ${address}, ${sealedKey}, ${monthlyCharacters}, ${version}, ${ctx.now})
    ON CONFLICT (provider) DO UPDATE SET enabled = excluded.enabled, address = excluded.address,
      sealed_key = excluded.sealed_key, monthly_characters = excluded.monthly_characters, version = excluded.version,
      updated_at = excluded.updated_at`)
}

/** Counts what is about to be sent; false where the month has no room for it, and then nothing is counted. */
export async function takeMachineCharacters(ctx: Context, count: number, limit: number): Promise<boolean> {
  const row = await ctx.tx.row(sql<{ characters: bigint }>`
    INSERT INTO catalog.machine_use AS spent (month, characters)
    SELECT ${monthOf(ctx.now)}, ${count}::bigint WHERE ${count}::bigint <= ${limit}::bigint
    ON CONFLICT (month) DO UPDATE SET characters = spent.characters + excluded.characters
    WHERE spent.characters + excluded.characters <= ${limit}::bigint RETURNING characters`)
  return row !== undefined
}

/** What was counted and came to nothing. */
export function giveBackMachineCharacters(ctx: Context, count: number): void {
  ctx.tx.later(sql`
    UPDATE catalog.machine_use SET characters = greatest(characters - ${count}::bigint, 0)
    WHERE month = ${monthOf(ctx.now)}`)
}

/** The key of the program that drafts translations. */
export const sealedMachineKey: SealedStore = {
  list: async (reader, after) => {
    const rows = await reader.rows(sql<{ sealed: Buffer }>`
      SELECT sealed_key AS sealed FROM catalog.machine_translator
      WHERE provider = ${MACHINE_PROVIDER} AND provider > ${after} AND sealed_key IS NOT NULL`)
    return rows.map(({ sealed }) => ({ key: MACHINE_PROVIDER, place: MACHINE_KEY_PLACE, sealed }))
  },
  replace: (ctx, { key, sealed: before }, sealed) =>
    ctx.tx.later(sql`
      UPDATE catalog.machine_translator SET sealed_key = ${sealed} WHERE provider = ${key} AND sealed_key = ${before}`),
}

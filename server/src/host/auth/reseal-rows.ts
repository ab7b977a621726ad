import { runCommand, system, type Context, type House } from '../context.ts'
import { ok } from '../../kernel/result.ts'
import { resealText } from './sealed-text.ts'

/** One ciphertext of a table, and the place that it is bound to. */
export interface SealedRow {
  readonly key: string
  readonly place: string
  readonly sealed: Buffer
}

/** Where a department keeps what is sealed under the house's key. */
export interface SealedStore {
  /** In the order of their keys, those after one; so that a run goes on where another one ended. */
  readonly list: (reader: House['database'], after: string, limit: number) => Promise<readonly SealedRow[]>
  /** Writes only where the row still holds what was read. */
  readonly replace: (ctx: Context, row: SealedRow, sealed: Buffer) => void
}

const CHUNK = 200

/**
 * After a change of secret: what is sealed under a former one is sealed anew under the present one, in chunks of one transaction each.
 * Killed anywhere it begins anew and finds less to do; a house without former secrets does nothing. Answers how many it sealed anew.
 */
export async function resealRows(house: House, { list, replace }: SealedStore): Promise<number> {
  if ((house.formerLinkKeys ?? []).length === 0) return 0
  let after = ''
  let count = 0
  for (;;) {
    const rows = await list(house.database, after, CHUNK)
    const last = rows.at(-1)
    if (!last) return count
    after = last.key
    const old = rows.flatMap((row) => {
      const sealed = resealText(house, row.place, row.sealed)
      return sealed ? [{ row, sealed }] : []
    })
    if (old.length === 0) continue
    count += old.length
    await runCommand(house, { actor: system('secrets') }, async (ctx) => {
      for (const { row, sealed } of old) replace(ctx, row, sealed)
      return ok()
    })
  }
}

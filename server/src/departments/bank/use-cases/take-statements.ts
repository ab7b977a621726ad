import type { Context, House } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { findStatementNamed } from '../queries/find-statement.ts'
import { insertEntries, insertStatement } from '../store/statements.ts'
import { sealAccounts } from './party-account.ts'
import { readFile } from './read-file.ts'

export interface TakenStatement {
  readonly id: string
  readonly bankId: string
  /** Whether it was here already; then nothing of it is taken twice. */
  readonly known: boolean
  readonly entries: number
  /** Of its entries those that no other file told of. */
  readonly fresh: number
}

/** A file of the bank: every statement in it, or none. What was brought in before is found again and takes no effect. */
export async function takeStatements(
  ctx: Context,
  house: Pick<House, 'linkKey' | 'formerLinkKeys' | 'organisation'>,
  { bytes, fileName }: { readonly bytes: Uint8Array; readonly fileName: string },
): Promise<Result<readonly TakenStatement[]>> {
  const read = readFile(bytes)
  if (!read.ok) return read
  const taken: TakenStatement[] = []
  for (const statement of read.value) {
    const { bankId, identity, movements } = statement
    const inserted = await insertStatement(ctx, statement, fileName)
    const id = inserted ?? (await findStatementNamed(ctx.tx, identity))
    if (id === undefined) throw new Error(`the statement ${bankId} was neither taken nor there`)
    const entries = inserted === undefined ? [] : await insertEntries(ctx, id, movements)
    await sealAccounts(ctx, house, entries)
    const fresh = entries.length
    taken.push({ id, bankId, known: inserted === undefined, entries: movements.length, fresh })
    if (inserted === undefined) continue
    ctx.audit({
      action: 'bank:import',
      objectType: 'bank_statement',
      objectId: id,
      changes: [
        { field: 'bankId', before: null, after: bankId },
        { field: 'entries', before: null, after: fresh },
      ],
    })
  }
  return ok(taken)
}

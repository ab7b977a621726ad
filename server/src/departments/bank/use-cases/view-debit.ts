import type { Database } from '../../../host/database/pool.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { findDebit, type Debit } from '../queries/read-debits.ts'

export async function getDebit(reader: Pick<Database, 'rows'>, id: string): Promise<Result<Debit>> {
  const debit = await findDebit(reader, id)
  return debit ? ok(debit) : refusals.not_found()
}

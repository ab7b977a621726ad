import { sql } from '../../../host/database/sql.ts'
import type { Transaction } from '../../../host/database/transaction.ts'

export interface LockedJob {
  readonly kind: string
  readonly state: string
}

export function lockJob(tx: Transaction, id: string): Promise<LockedJob | undefined> {
  return tx.row(sql<LockedJob>`SELECT kind, state FROM host.job WHERE id = ${id} FOR UPDATE`)
}

/** Back into the queue, its attempts forgiven. */
export function requeueJob(tx: Transaction, id: string, runAt: Date): void {
  tx.later(sql`
    UPDATE host.job SET state = 'ready', attempts = 0, run_at = ${runAt}, finished_at = NULL WHERE id = ${id}`)
}

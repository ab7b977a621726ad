import type { Database } from '../../../host/database/pool.ts'
import { money, moneyToJson } from '../../../kernel/money.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { findRun, listGroupsOfRun, nameOfRun } from '../queries/read-runs.ts'

const euro = (amount: bigint) => moneyToJson(money(amount, 'EUR'))

/** A file for the bank, with its groups as the bank will book them. */
export async function viewRun(reader: Pick<Database, 'rows'>, id: string) {
  const run = await findRun(reader, id)
  if (!run) return refusals.not_found()
  const { kind, state, items, firstOn, message, endedBecause, sha256, account } = run
  const { name, iban, creditorId = null } = account
  const groups = await listGroupsOfRun(reader, id)
  const view = {
    ...{ id, name: nameOfRun(run), kind, state, items, firstOn, message, endedBecause, sha256 },
    ...{ account: { name, iban, creditorId }, total: euro(run.total) },
    ...{ madeAt: run.madeAt.toISOString(), sentAt: run.sentAt?.toISOString() ?? null },
    groups: groups.map((group) => ({ ...group, total: euro(group.total) })),
  }
  return ok(view) satisfies Result<typeof view>
}

import type { House } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { findStaffActorById, findStaffNames } from '../../people/index.ts'
import { refusals } from '../domain/refusals.ts'
import { seesFacts } from '../queries/public-events.ts'
import { readWebhook } from '../queries/read-webhooks.ts'
import type { WebhookLine } from '../queries/webhooks-list.ts'

type Database = House['database']

/** Lines of the list, with who answers for each. */
export async function nameOwners(database: Database, lines: readonly WebhookLine[]) {
  const names = await findStaffNames(database, [...new Set(lines.map(({ ownerId }) => ownerId))])
  return lines.map((line) => ({ ...line, owner: names.get(line.ownerId) ?? null }))
}

/** One, with what its owner has lost the right to: it is not told of that. */
export async function viewWebhook(database: Database, webhookId: string): Promise<Result<object>> {
  const row = await readWebhook(database, webhookId)
  if (!row) return refusals.webhook_not_found()
  const [names, owner] = await Promise.all([
    findStaffNames(database, [row.owner_id]),
    findStaffActorById(database, row.owner_id),
  ])
  const sees = (kind: string) => owner !== undefined && owner.scope === undefined && seesFacts(kind, owner.permissions)
  const { id, name, address, kinds, version, cause } = row
  return ok({
    ...{ id, name, address, kinds, version, cause },
    ownerId: row.owner_id,
    owner: names.get(row.owner_id) ?? null,
    state: cause === 'by_hand' ? 'paused' : cause !== null ? 'disabled' : row.failing_since ? 'failing' : 'on',
    createdAt: row.created_at.toISOString(),
    failingSince: row.failing_since?.toISOString() ?? null,
    pausedAt: row.paused_at?.toISOString() ?? null,
    lost: kinds.filter((kind) => !sees(kind)),
    secrets: row.secrets.map(({ createdAt, endsAt }) => ({
      createdAt: new Date(createdAt).toISOString(),
      endsAt: endsAt === null ? null : new Date(endsAt).toISOString(),
    })),
  })
}

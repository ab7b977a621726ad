import { actorText } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { jsonText } from '../../../host/database/json.ts'
import { sql } from '../../../host/database/sql.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { Match } from '../domain/match-entry.ts'
import { readEntry, type Entry } from '../queries/read-entries.ts'

/** Held until the transaction ends: before the order that it is for, and its payments (docs/lock-order.md). */
export async function lockEntry(ctx: Context, id: string): Promise<Entry | undefined> {
  if (!isUuid(id)) return undefined
  await ctx.tx.rows(sql`SELECT id FROM bank.entry WHERE id = ${id} FOR UPDATE`)
  return readEntry(ctx.tx, id)
}

export interface DecisionToSave {
  readonly decision: 'booked' | 'dismissed'
  readonly orderId: string | null
  /** What a provider paid out. */
  readonly payoutId?: string
  /** Of a file of ours that the bank carried out. */
  readonly runId?: string | null
  readonly note: string
}

export function saveDecision(
  ctx: Context,
  entryId: string,
  { decision, orderId, payoutId, runId = null, note }: DecisionToSave,
): void {
  ctx.tx.later(sql`
    UPDATE bank.entry SET state = ${decision}, order_id = ${orderId}, payout_id = ${payoutId ?? null}, run_id = ${runId}, proposed_order_id = NULL, proposed_because = NULL
    WHERE id = ${entryId}`)
  ctx.tx.later(sql`
    INSERT INTO bank.entry_decision (id, entry_id, decision, order_id, run_id, note, actor, at)
    VALUES (${ctx.newId()}, ${entryId}, ${decision}, ${orderId}, ${runId}, ${note}, ${actorText(ctx.actor)}, ${ctx.now})`)
}

export function saveProposal(ctx: Context, entryId: string, match: Match): void {
  const [orderId, because] = match.kind === 'proposed' ? [match.orderId, match.because] : [null, null]
  ctx.tx.later(sql`
    UPDATE bank.entry SET proposed_order_id = ${orderId}, proposed_because = ${because} WHERE id = ${entryId} AND state = 'open'`)
}

/** Where the accounts on the other side lie sealed; null: forgotten, with the last four that were shown. */
export function saveSealedAccounts(
  ctx: Context,
  accounts: readonly { readonly entryId: string; readonly sealedId: string | null }[],
): void {
  if (accounts.length === 0) return
  ctx.tx.later(sql`
    UPDATE bank.entry e SET party_iban_sealed = r."sealedId",
      party_iban_ends_on = CASE WHEN r."sealedId" IS NULL THEN '' ELSE e.party_iban_ends_on END
    FROM jsonb_to_recordset(${jsonText(accounts)}::jsonb) AS r ("entryId" uuid, "sealedId" uuid) WHERE e.id = r."entryId"`)
}

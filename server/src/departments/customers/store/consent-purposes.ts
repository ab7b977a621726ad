import { actorText } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { jsonText } from '../../../host/database/json.ts'
import { sql } from '../../../host/database/sql.ts'
import type { PurposeDraft, PurposeId } from '../domain/consent.ts'
import { refusals } from '../domain/refusals.ts'

export interface LockedPurpose extends PurposeDraft {
  readonly id: PurposeId
  readonly code: string
  /** Number of the wording that is asked now. */
  readonly wording: number
  readonly softSince: Date | null
  readonly retiredAt: Date | null
  readonly version: number
}

/** Held: wordings get their numbers without gaps, one after the other. */
export function lockPurpose(ctx: Context, id: string): Promise<LockedPurpose | undefined> {
  return ctx.tx.row(sql<LockedPurpose>`
    SELECT p.id, p.code, p.channel, p.names, p.markets, p.asked_at AS "askedAt", p.confirmed, p.position, p.wording, p.version,
      p.soft_since AS "softSince", p.soft_since IS NOT NULL AS "softOptIn", p.retired_at AS "retiredAt",
      p.retired_at IS NOT NULL AS retired,
      (SELECT w.texts FROM customers.consent_wording w WHERE w.purpose_id = p.id AND w.number = p.wording) AS texts
    FROM customers.consent_purpose p WHERE p.id = ${id} FOR UPDATE OF p`)
}

export function insertPurpose(ctx: Context, id: PurposeId, draft: PurposeDraft & { readonly code: string }): void {
  const { code, channel, names, markets, askedAt, confirmed, softOptIn, position, retired } = draft
  ctx.tx.later(
    sql`
    INSERT INTO customers.consent_purpose (id, code, channel, names, markets, asked_at, confirmed, soft_since, position, wording,
      retired_at, created_at)
    VALUES (${id}, ${code}, ${channel}, ${jsonText(names)}::jsonb, ${markets}, ${askedAt}, ${confirmed},
      ${softOptIn ? ctx.now : null}, ${position}, 1, ${retired ? ctx.now : null}, ${ctx.now})`,
    { refusals: { consent_purpose_code: () => refusals.consent_code_taken({ field: 'code' }) } },
  )
}

export interface PurposeChange {
  readonly draft: PurposeDraft
  readonly wording: number
  readonly softSince: Date | null
  readonly retiredAt: Date | null
}

export function updatePurpose(ctx: Context, id: PurposeId, change: PurposeChange): void {
  const { channel, names, markets, askedAt, confirmed, position } = change.draft
  ctx.tx.later(sql`
    UPDATE customers.consent_purpose SET channel = ${channel}, names = ${jsonText(names)}::jsonb, markets = ${markets},
      asked_at = ${askedAt}, confirmed = ${confirmed}, soft_since = ${change.softSince}, position = ${position},
      wording = ${change.wording}, retired_at = ${change.retiredAt}, version = version + 1
    WHERE id = ${id}`)
}

/** For ever the same: what was agreed to stays as it was read. */
export function insertWording(
  ctx: Context,
  { id, number, texts }: { readonly id: PurposeId; readonly number: number; readonly texts: PurposeDraft['texts'] },
): void {
  ctx.tx.later(sql`
    INSERT INTO customers.consent_wording (purpose_id, number, texts, made_at, made_by)
    VALUES (${id}, ${number}, ${jsonText(texts)}::jsonb, ${ctx.now}, ${actorText(ctx.actor)})`)
}

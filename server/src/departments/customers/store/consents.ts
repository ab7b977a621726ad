import { actorText } from '../../../host/actor.ts'
import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { AskingPlace, ConsentId, ConsentState, ConsentWay, PurposeId, Standing } from '../domain/consent.ts'

export interface LockedConsent extends Standing {
  readonly purposeId: PurposeId
  readonly code: string
  readonly markets: readonly string[]
  readonly askedAt: readonly AskingPlace[]
  readonly retired: boolean
  /** Number of the wording that is asked now. */
  readonly present: number
  /** Number of each wording -> the languages in which it is written. */
  readonly wordings: Readonly<Record<string, readonly string[]>>
  /** Undefined: nothing was ever said. */
  readonly consentId: ConsentId | undefined
  readonly records: number
}

/** One who changes a customer's consents at a time; the purposes in the order of their codes. */
export async function lockConsents(
  ctx: Context,
  { customerId, codes }: { readonly customerId: string; readonly codes: readonly string[] },
): Promise<LockedConsent[]> {
  await ctx.tx.rows(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`consents ${customerId}`}, 0))`)
  const rows = await ctx.tx.rows(sql<LockedRow>`
    SELECT p.id AS "purposeId", p.code, p.markets, p.asked_at AS "askedAt", p.retired_at IS NOT NULL AS retired, p.confirmed,
      p.wording AS present, u.password_hash IS NOT NULL AS registered,
      (SELECT jsonb_object_agg(w.number, (SELECT jsonb_agg(k) FROM jsonb_object_keys(w.texts) k))
        FROM customers.consent_wording w WHERE w.purpose_id = p.id) AS wordings,
      c.id AS "consentId", c.state, coalesce(c.records, 0) AS records, r.wording
    FROM customers.consent_purpose p JOIN customers.customer u ON u.id = ${customerId}
    LEFT JOIN customers.consent c ON c.purpose_id = p.id AND c.customer_id = u.id
    LEFT JOIN customers.consent_record r ON r.consent_id = c.id AND r.number = c.records
    WHERE p.code = ANY(${[...codes]}) ORDER BY p.code`)
  return rows.map(({ consentId, state, wording, ...row }) => ({
    ...row,
    consentId: consentId ?? undefined,
    state: state ?? undefined,
    wording: wording ?? undefined,
  }))
}

type LockedRow = Omit<LockedConsent, 'consentId' | 'state' | 'wording'> & {
  readonly consentId: ConsentId | null
  readonly state: ConsentState | null
  readonly wording: number | null
}

export interface ConsentRecord {
  readonly consentId: ConsentId
  readonly customerId: string
  readonly purposeId: PurposeId
  /** From 1, without a gap. */
  readonly number: number
  readonly act: ConsentState
  readonly wording: number
  readonly locale: string
  readonly how: ConsentWay
  readonly proof: string | undefined
  readonly network: string | undefined
  readonly reason: string | undefined
}

/** The record, and what holds from now on: in one transaction, so that they never disagree. */
export function insertRecord(ctx: Context, record: ConsentRecord): void {
  const { consentId, customerId, purposeId, number, act, wording, locale, how, proof, network, reason } = record
  ctx.tx.later(sql`
    INSERT INTO customers.consent (id, customer_id, purpose_id, state, since, records)
    VALUES (${consentId}, ${customerId}, ${purposeId}, ${act}, ${ctx.now}, ${number})
    ON CONFLICT ON CONSTRAINT one_consent_for_a_purpose
    DO UPDATE SET state = excluded.state, since = excluded.since, records = excluded.records`)
  ctx.tx.later(sql`
    INSERT INTO customers.consent_record (id, consent_id, number, act, purpose_id, wording, locale, how, proof, network, actor, reason, at)
    VALUES (${ctx.newId<'consent-record'>()}, ${consentId}, ${number}, ${act}, ${purposeId}, ${wording}, ${locale}, ${how},
      ${proof ?? null}, ${network ?? null}, ${actorText(ctx.actor)}, ${reason ?? null}, ${ctx.now})`)
}

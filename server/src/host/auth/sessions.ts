import type { Id } from '../../kernel/ids.ts'
import type { Context } from '../context.ts'
import { sql } from '../database/sql.ts'
import { hashToken, newToken } from './tokens.ts'

export type SubjectKind = 'staff' | 'customer'

export interface SessionSubject {
  readonly sessionId: string
  readonly kind: SubjectKind
  readonly id: string
}

/** A working day and a bit for staff; a month for shoppers, who lose a basket rather than a company. */
const LIFETIME_HOURS: Readonly<Record<SubjectKind, number>> = { staff: 14, customer: 24 * 30 }

/**
 * Opens a session with a token of its own. Called after every sign-in, never reusing a token that the browser brought along
 * (session fixation, OWASP ASVS 5.0 V7.2).
 */
export function openSession(ctx: Context, subject: { kind: SubjectKind; id: string }, userAgent?: string): string {
  const token = newToken()
  const expiresAt = new Date(ctx.now.getTime() + LIFETIME_HOURS[subject.kind] * 3_600_000)
  ctx.tx.later(sql`
    INSERT INTO host.session (id, token_hash, subject_kind, subject_id, created_at, last_seen_at, expires_at, user_agent)
    VALUES (${ctx.newId<'session'>()}, ${hashToken(token)}, ${subject.kind}, ${subject.id}, ${ctx.now}, ${ctx.now},
      ${expiresAt}, ${userAgent?.slice(0, 200) ?? null})`)
  return token
}

export function endSession(ctx: Context, token: string): void {
  ctx.tx.later(sql`
    UPDATE host.session SET ended_at = ${ctx.now} WHERE token_hash = ${hashToken(token)} AND ended_at IS NULL`)
}

export function endSessionsOf(ctx: Context, kind: SubjectKind, id: string): void {
  ctx.tx.later(sql`
    UPDATE host.session SET ended_at = ${ctx.now}
    WHERE subject_kind = ${kind} AND subject_id = ${id} AND ended_at IS NULL`)
}

const TOKEN_MINUTES = 60

/** A single-use link's token: spent once, gone in an hour. */
export function issueSingleUseToken(ctx: Context, purpose: string, subjectId: Id<string>): string {
  const token = newToken()
  ctx.tx.later(sql`
    INSERT INTO host.single_use_token (token_hash, purpose, subject_id, created_at, expires_at)
    VALUES (${hashToken(token)}, ${purpose}, ${subjectId}, ${ctx.now}, ${new Date(ctx.now.getTime() + TOKEN_MINUTES * 60_000)})`)
  return token
}

/** Spends the token and tells whose it was; of two at once, one gets it. */
export async function spendSingleUseToken(ctx: Context, purpose: string, token: string): Promise<string | undefined> {
  const row = await ctx.tx.row(sql<{ subject_id: string }>`
    UPDATE host.single_use_token SET spent_at = ${ctx.now}
    WHERE token_hash = ${hashToken(token)} AND purpose = ${purpose} AND spent_at IS NULL AND expires_at > ${ctx.now}
    RETURNING subject_id`)
  return row?.subject_id
}

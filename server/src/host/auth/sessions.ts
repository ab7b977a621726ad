import type { Id } from '../../kernel/ids.ts'
import type { Context, House } from '../context.ts'
import type { Database } from '../database/pool.ts'
import { sql } from '../database/sql.ts'
import { deviceOf, type Device } from './device-name.ts'
import { hashToken, newToken } from './tokens.ts'

export type SubjectKind = 'staff' | 'customer'

export interface SessionSubject {
  readonly sessionId: string
  readonly kind: SubjectKind
  readonly id: string
}

/** A working day and a bit for staff; a month for shoppers, who lose a basket rather than a company. */
export const LIFETIME_HOURS: Readonly<Record<SubjectKind, number>> = { staff: 14, customer: 24 * 30 }

/**
 * Opens a session with a token of its own. Called after every sign-in, never reusing a token that the browser brought along
 * (session fixation, OWASP ASVS 5.0 V7.2).
 */
export function openSession(ctx: Context, subject: { kind: SubjectKind; id: string }, userAgent?: string): string {
  const token = newToken()
  const expiresAt = new Date(ctx.now.getTime() + LIFETIME_HOURS[subject.kind] * 3_600_000)
  ctx.tx.later(sql`
    INSERT INTO host.session (id, token_hash, subject_kind, subject_id, created_at, last_seen_at, confirmed_at, expires_at,
      user_agent)
    VALUES (${ctx.newId<'session'>()}, ${hashToken(token)}, ${subject.kind}, ${subject.id}, ${ctx.now}, ${ctx.now},
      ${ctx.now}, ${expiresAt}, ${userAgent?.slice(0, 200) ?? null})`)
  return token
}

/** How long a proof of who one is counts for dangerous acts (OWASP ASVS 5.0 V7.5). */
export const CONFIRMED_MINUTES = 15

/**
 * Whoever holds the session has proved anew who they are: it goes on under another token, and the one that may have been
 * copied before ends. Undefined where the session has ended.
 */
export async function confirmSession(ctx: Context, token: string): Promise<string | undefined> {
  const next = newToken()
  const row = await ctx.tx.row(sql<{ id: string }>`
    UPDATE host.session SET token_hash = ${hashToken(next)}, confirmed_at = ${ctx.now}
    WHERE token_hash = ${hashToken(token)} AND ended_at IS NULL AND expires_at > ${ctx.now} RETURNING id`)
  return row && next
}

/** Until when the session's last proof counts; undefined for what is no open session. */
export async function confirmedUntil(reader: Pick<Database, 'row'>, token: string): Promise<Date | undefined> {
  const row = await reader.row(sql<{ confirmed_at: Date }>`
    SELECT confirmed_at FROM host.session WHERE token_hash = ${hashToken(token)} AND ended_at IS NULL`)
  return row && new Date(row.confirmed_at.getTime() + CONFIRMED_MINUTES * 60_000)
}

/** That somebody was here, to the minute: written once a minute at most, however many calls come in it. */
const SEEN_MS = 60_000

export async function keepSeen(house: House, token: string, lastSeenAt: Date): Promise<void> {
  const now = house.clock.now()
  if (now.getTime() - lastSeenAt.getTime() < SEEN_MS) return
  await house.database.rows(sql`
    UPDATE host.session SET last_seen_at = ${now}
    WHERE token_hash = ${hashToken(token)} AND last_seen_at <= ${new Date(now.getTime() - SEEN_MS)}`)
}

export function endSession(ctx: Context, token: string): void {
  ctx.tx.later(sql`
    UPDATE host.session SET ended_at = ${ctx.now} WHERE token_hash = ${hashToken(token)} AND ended_at IS NULL`)
}

export interface OpenSession {
  readonly id: string
  readonly createdAt: string
  readonly lastSeenAt: string
  readonly expiresAt: string
  readonly device: Device
  readonly isThis: boolean
}

interface OpenSessionRow {
  readonly id: string
  readonly created_at: Date
  readonly last_seen_at: Date
  readonly expires_at: Date
  readonly user_agent: string | null
  readonly is_this: boolean
}

const MOST_SHOWN = 100

/** Where somebody is signed in now, the last seen first; `token` tells which of them asks. */
export async function listOpenSessions(
  house: House,
  subject: { kind: SubjectKind; id: string },
  token?: string,
): Promise<OpenSession[]> {
  const rows = await house.database.rows(sql<OpenSessionRow>`
    SELECT id, created_at, last_seen_at, expires_at, user_agent, token_hash = ${hashToken(token ?? '')} AS is_this
    FROM host.session
    WHERE subject_kind = ${subject.kind} AND subject_id = ${subject.id} AND ended_at IS NULL
      AND expires_at > ${house.clock.now()}
    ORDER BY last_seen_at DESC, id DESC LIMIT ${MOST_SHOWN}`)
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    device: deviceOf(row.user_agent),
    isThis: row.is_this,
  }))
}

/** Ends one session of this subject and answers whether there was one. */
export async function endSessionById(
  ctx: Context,
  subject: { kind: SubjectKind; id: string },
  sessionId: string,
): Promise<boolean> {
  const row = await ctx.tx.row(sql<{ id: string }>`
    UPDATE host.session SET ended_at = ${ctx.now}
    WHERE id = ${sessionId} AND subject_kind = ${subject.kind} AND subject_id = ${subject.id} AND ended_at IS NULL
    RETURNING id`)
  return row !== undefined
}

/** All but the one that asks. */
export function endOtherSessions(ctx: Context, subject: { kind: SubjectKind; id: string }, token: string): void {
  ctx.tx.later(sql`
    UPDATE host.session SET ended_at = ${ctx.now}
    WHERE subject_kind = ${subject.kind} AND subject_id = ${subject.id} AND ended_at IS NULL
      AND token_hash <> ${hashToken(token)}`)
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

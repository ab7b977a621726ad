import type { Actor } from '../../../host/actor.ts'
import { fragment, sql } from '../../../host/database/sql.ts'
import type { Transaction } from '../../../host/database/transaction.ts'
import { KEY_PREFIX } from '../domain/api-key.ts'
import type { StaffId } from '../domain/staff.ts'
import { actorColumns, actorOf, keyActorOf, keyColumns, worksHere, type ActorRow, type KeyRow } from './who-may-act.ts'

interface Asked {
  readonly token: string
  /** As they were let in. */
  readonly actor: Actor
  readonly now: Date
}

/** Written by this very transaction: who takes a right from themselves, or signs themselves out, may still do just that. */
const own = fragment`pg_current_xact_id_if_assigned()::xid`
const tokenHash = (token: string) => fragment`sha256(convert_to(${token}::text, 'UTF8'))`

/** Of `people.staff s`: they, or a role of theirs, are changed by this transaction. */
const changedHere = fragment`
  s.xmin = ${own} OR EXISTS (SELECT 1 FROM people.staff_role g JOIN people.role r ON r.code = g.role_code
    WHERE g.staff_id = s.id AND r.xmin = ${own}) AS changed_here`

interface Locked {
  readonly changed_here: boolean
}

/**
 * Who acts by this token, with what they may at this moment, and the rows locked by which it would be taken from them: so that is done after
 * this transaction. Locked first and read by another statement: the first would still see what was there before it waited.
 */
export function lockActor(tx: Transaction, asked: Asked): Promise<Actor | undefined> {
  return asked.token.startsWith(KEY_PREFIX) ? lockKeyActor(tx, asked) : lockStaffActor(tx, asked)
}

async function lockStaffActor(tx: Transaction, { token, actor, now }: Asked): Promise<Actor | undefined> {
  const hash = tokenHash(token)
  const [, , row] = await Promise.all([
    tx.rows(sql<{ id: StaffId }>`
      SELECT s.id FROM people.staff s WHERE s.id = (SELECT h.subject_id FROM host.session h WHERE h.token_hash = ${hash})
      FOR KEY SHARE`),
    tx.rows(sql<{ id: string }>`SELECT h.id FROM host.session h WHERE h.token_hash = ${hash} FOR SHARE`),
    tx.row(sql<ActorRow & Locked>`
      SELECT ${actorColumns}, ${changedHere} FROM host.session h JOIN people.staff s ON s.id = h.subject_id
      WHERE h.token_hash = ${hash} AND h.subject_kind = 'staff' AND h.expires_at > ${now}
        AND (h.ended_at IS NULL OR h.xmin = ${own}) AND (s.xmin = ${own} OR (${worksHere(now)}))`),
  ])
  return row && (row.changed_here ? actor : actorOf(row))
}

async function lockKeyActor(tx: Transaction, { token, actor, now }: Asked): Promise<Actor | undefined> {
  const hash = tokenHash(token)
  const [, , row] = await Promise.all([
    tx.rows(sql<{ id: StaffId }>`
      SELECT s.id FROM people.staff s WHERE s.id = (SELECT k.staff_id FROM people.api_key k WHERE k.token_hash = ${hash})
      FOR KEY SHARE`),
    tx.rows(sql<{ id: string }>`SELECT k.id FROM people.api_key k WHERE k.token_hash = ${hash} FOR KEY SHARE`),
    tx.row(sql<KeyRow & Locked>`
      SELECT ${keyColumns}, ${changedHere}
      FROM people.api_key k JOIN people.staff s ON s.id = k.staff_id
      WHERE k.token_hash = ${hash} AND k.expires_at > ${now} AND (s.xmin = ${own} OR (${worksHere(now)}))
        AND NOT EXISTS (SELECT 1 FROM people.api_key_revocation r WHERE r.key_id = k.id AND r.xmin IS DISTINCT FROM ${own})`),
  ])
  return row && (row.changed_here ? actor : keyActorOf(row))
}

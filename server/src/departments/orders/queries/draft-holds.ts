import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { readSetting } from '../../../host/settings/read-setting.ts'
import { integerSetting } from '../../../host/settings/setting.ts'

type Reader = Pick<Database, 'rows'>

/** How long the goods of a draft are set aside, where nobody says otherwise. */
export const draftHoldHours = integerSetting({
  key: 'orders.draft_hold_hours',
  default: 24,
  minimum: 1,
  maximum: 720,
  unit: 'hours',
  read: 'orders:read',
  write: 'organisation:write',
  affects: ['orders.areas.checkout', 'inventory.areas.stock'],
})

export const readDraftHoldHours = (reader: Pick<Database, 'row'>): Promise<number> =>
  readSetting(reader, draftHoldHours)

interface DraftHold {
  readonly draftId: string
  readonly heldBy: string
  readonly heldAt: Date
  readonly endsAt: Date
}

export async function findDraftHold(reader: Reader, draftId: string): Promise<DraftHold | undefined> {
  const [hold] = await reader.rows(sql<DraftHold>`
    SELECT draft_id AS "draftId", held_by AS "heldBy", held_at AS "heldAt", ends_at AS "endsAt" FROM orders.draft_hold
    WHERE draft_id = ${draftId}`)
  return hold
}

/** Drafts whose goods are set aside no longer, those that ended first before the others. */
export async function listEndedHolds(reader: Reader, now: Date, limit: number): Promise<string[]> {
  const rows = await reader.rows(sql<{ id: string }>`
    SELECT draft_id::text AS id FROM orders.draft_hold WHERE ends_at <= ${now} ORDER BY ends_at LIMIT ${limit}`)
  return rows.map(({ id }) => id)
}

/** By variant, what is set aside for the draft of a basket; undefined where nothing is. */
export async function setAsideFor(reader: Reader, basketId: string): Promise<ReadonlyMap<string, number> | undefined> {
  const [held] = await reader.rows(sql<{ id: string }>`
    SELECT h.draft_id::text AS id FROM orders.draft_hold h JOIN orders.draft d ON d.id = h.draft_id WHERE d.basket_id = ${basketId}`)
  return held && piecesSetAside(reader, held.id)
}

export async function piecesSetAside(reader: Reader, draftId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await reader.rows(sql<{ id: string; pieces: bigint }>`
    SELECT variant_id AS id, sum(quantity)::bigint AS pieces FROM inventory.pub_reservation
    WHERE held_for_uuid = ${draftId} GROUP BY variant_id`)
  return new Map(rows.map(({ id, pieces }) => [id, Number(pieces)]))
}

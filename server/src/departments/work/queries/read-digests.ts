import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

export const DIGESTS = ['daily', 'never'] as const
export type Digests = (typeof DIGESTS)[number]

type Reader = Pick<Database, 'row' | 'rows'>

/** Under which addresses somebody was mentioned or alerted since then, and nobody has settled it. */
export async function listNoticed(reader: Reader, since: Date): Promise<string[]> {
  const rows = await reader.rows(sql<{ recipient: string }>`
    SELECT DISTINCT recipient FROM work.inbox_item
    WHERE closed_at IS NULL AND kind IN ('mention', 'alert') AND at > ${since}`)
  return rows.map(({ recipient }) => recipient)
}

/** Of these, who wants such mails and has not had that day's. */
export async function listDueForDigest(reader: Reader, staffIds: readonly string[], day: string): Promise<string[]> {
  const rows = await reader.rows(sql<{ id: string }>`
    SELECT DISTINCT wanted.id FROM unnest(${staffIds}::uuid[]) AS wanted (id)
    WHERE NOT EXISTS (SELECT 1 FROM work.notice_choice c WHERE c.staff_id = wanted.id AND c.digest = 'never')
      AND NOT EXISTS (SELECT 1 FROM work.digest d WHERE d.staff_id = wanted.id AND d.on_day = ${day}::date)
    ORDER BY wanted.id`)
  return rows.map(({ id }) => id)
}

export async function lastDigestAt(reader: Reader, staffId: string): Promise<Date | undefined> {
  const row = await reader.row(sql<{ at: Date }>`
    SELECT at FROM work.digest WHERE staff_id = ${staffId} ORDER BY on_day DESC LIMIT 1`)
  return row?.at
}

export async function readDigestChoice(reader: Pick<Reader, 'row'>, staffId: string): Promise<Digests> {
  const row = await reader.row(sql<{ digest: Digests }>`
    SELECT digest FROM work.notice_choice WHERE staff_id = ${staffId}`)
  return row?.digest ?? 'daily'
}

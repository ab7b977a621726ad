import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { RunState } from '../domain/run.ts'

type Reader = Pick<Database, 'rows'>

export interface RunAccount {
  readonly name: string
  readonly iban: string
  readonly bic: string
  /** Of who collects. */
  readonly creditorId?: string
}

/** A file for the bank, as it stands. */
export interface Run {
  readonly id: string
  readonly kind: 'collection' | 'transfer'
  readonly number: string
  readonly method: string
  readonly account: RunAccount
  readonly message: string
  readonly state: RunState
  readonly items: number
  /** Whole cents of euro. */
  readonly total: bigint
  readonly firstOn: LocalDate
  readonly sha256: string | null
  readonly madeAt: Date
  readonly madeBy: string
  readonly sentAt: Date | null
  readonly endedBecause: string | null
  readonly version: number
}

export async function findRun(reader: Reader, id: string): Promise<Run | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await reader.rows(sql<Run>`
    SELECT id, kind, number::text, method, account, message, state, items, total, first_on AS "firstOn", sha256, made_at AS "madeAt",
      made_by AS "madeBy", sent_at AS "sentAt", ended_because AS "endedBecause", version
    FROM bank.payment_run WHERE id = ${id}`)
  return row
}

/** As the file is called, to people and to the bank: at most 35 letters with the number of a group behind it. */
export const nameOfRun = ({ number, madeAt }: Pick<Run, 'number' | 'madeAt'>): string =>
  `FON-${madeAt.toISOString().slice(0, 10).replaceAll('-', '')}-${number}`

export async function runExists(reader: Pick<Database, 'row'>, id: string): Promise<boolean> {
  return (await reader.row(sql`SELECT 1 FROM bank.payment_run WHERE id = ${id}`)) !== undefined
}

export async function runTitles(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(sql<{ id: string; number: string; madeAt: Date }>`
    SELECT id, number::text, made_at AS "madeAt" FROM bank.payment_run WHERE id = ANY(${ids}::uuid[])`)
  return new Map(rows.map((row) => [row.id, nameOfRun(row)]))
}

/** In which the days of the seller begin. */
export async function readSellersZone(reader: Reader): Promise<string> {
  const [row] = await reader.rows(sql<{ zone: string }>`
    SELECT time_zone AS zone FROM organisation.pub_entity ORDER BY id LIMIT 1`)
  return row?.zone ?? 'UTC'
}

export interface GroupOfRun {
  readonly batch: string
  readonly on: LocalDate
  readonly sequence: string
  readonly items: number
  readonly total: bigint
}

/** What the bank will book in one sum each. */
export function listGroupsOfRun(reader: Reader, runId: string): Promise<GroupOfRun[]> {
  return reader.rows(sql<GroupOfRun>`
    SELECT d.batch, min(d.collects_on) AS "on", min(CASE m.kind WHEN 'one_off' THEN 'OOFF' ELSE 'RCUR' END) AS sequence, count(*)::int AS items,
      sum(d.amount)::bigint AS total
    FROM bank.direct_debit d JOIN bank.mandate m ON m.id = d.mandate_id WHERE d.run_id = ${runId} GROUP BY d.batch
    UNION ALL
    SELECT t.batch, r.first_on, '', count(*)::int, sum(t.amount)::bigint
    FROM bank.transfer t JOIN bank.payment_run r ON r.id = t.run_id WHERE t.run_id = ${runId} AND t.state <> 'dropped' GROUP BY t.batch, r.first_on
    ORDER BY 1`)
}

/** The file that the bank calls so. */
export async function findRunNamed(reader: Reader, name: string): Promise<Run | undefined> {
  const number = /^FON-\d{8}-(\d{1,15})$/.exec(name)?.[1]
  if (number === undefined) return undefined
  const [row] = await reader.rows(sql<{ id: string }>`SELECT id FROM bank.payment_run WHERE number = ${BigInt(number)}`)
  const run = row && (await findRun(reader, row.id))
  return run && nameOfRun(run) === name ? run : undefined
}

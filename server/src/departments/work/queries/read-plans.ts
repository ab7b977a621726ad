import type { Database } from '../../../host/database/pool.ts'
import { fragment, sql } from '../../../host/database/sql.ts'
import type { TimeSpan } from '../../../kernel/time-span.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { PlanFields, PlanGoods, PlanKind } from '../domain/plan.ts'

type Reader = Pick<Database, 'rows'>

export interface RecordOfPlan {
  readonly type: string
  readonly id: string
}

/** A plan as it was saved. */
export interface SavedPlan extends PlanFields {
  readonly id: string
  readonly ownerId: string
  readonly version: number
  readonly createdAt: Date
  readonly updatedAt: Date
  /** Whose record's intention it is (a promotion), and then changed with that alone; null: somebody keeps it by hand. */
  readonly record: RecordOfPlan | null
  readonly withdrawal: { readonly reason: string; readonly actor: string; readonly at: Date } | null
}

export interface PlanRow {
  readonly id: string
  readonly kind: PlanKind
  readonly title: string
  readonly note: string
  readonly from_on: LocalDate | null
  readonly to_on: LocalDate | null
  readonly starts_at: Date
  readonly ends_at: Date
  readonly zone: string
  readonly markets: string[]
  readonly locations: string[]
  readonly products: PlanGoods[]
  readonly categories: PlanGoods[]
  readonly path: string | null
  readonly owner_id: string
  readonly unit_id: string | null
  readonly version: number
  readonly created_at: Date
  readonly updated_at: Date
  readonly record_type: string | null
  readonly record_id: string | null
  readonly withdrawn_at: Date | null
  readonly withdrawn_by: string | null
  readonly withdrawn_reason: string | null
}

export const planColumns = fragment`
  p.id, p.kind, p.title, p.note, p.from_on, p.to_on, p.starts_at, p.ends_at, p.zone, p.markets, p.locations, p.products,
  p.categories, p.path, p.owner_id, p.unit_id, p.version, p.created_at, p.updated_at,
  p.record_type, p.record_id, w.at AS withdrawn_at, w.actor AS withdrawn_by, w.reason AS withdrawn_reason
  FROM work.plan p LEFT JOIN work.plan_withdrawal w ON w.plan_id = p.id`

export function toPlan(row: PlanRow): SavedPlan {
  const { id, kind, title, note, zone, markets, locations, products, categories, path, version } = row
  return {
    ...{ id, kind, title, note, zone, markets, locations, products, categories, path, version },
    fromOn: row.from_on,
    toOn: row.to_on,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    ownerId: row.owner_id,
    unitId: row.unit_id,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    record: row.record_type === null || row.record_id === null ? null : { type: row.record_type, id: row.record_id },
    withdrawal:
      row.withdrawn_at === null
        ? null
        : { at: row.withdrawn_at, actor: row.withdrawn_by ?? '', reason: row.withdrawn_reason ?? '' },
  }
}

export async function findPlan(reader: Reader, id: string): Promise<SavedPlan | undefined> {
  const [row] = await reader.rows(sql<PlanRow>`SELECT ${planColumns} WHERE p.id = ${id}`)
  return row && toPlan(row)
}

/** The intention of a record, as it stands on the calendar. */
export async function findPlanOfRecord(reader: Reader, { type, id }: RecordOfPlan): Promise<SavedPlan | undefined> {
  const [row] = await reader.rows(
    sql<PlanRow>`SELECT ${planColumns} WHERE p.record_type = ${type} AND p.record_id = ${id}`,
  )
  return row && toPlan(row)
}

export async function planExists(reader: Pick<Database, 'row'>, id: string): Promise<boolean> {
  return (await reader.row(sql`SELECT 1 AS one FROM work.plan WHERE id = ${id}`)) !== undefined
}

export async function hasPlans(reader: Reader): Promise<boolean> {
  return (await reader.rows(sql`SELECT 1 AS one FROM work.plan LIMIT 1`)).length > 0
}

export interface PlansAsked extends TimeSpan {
  readonly limit: number
  readonly kinds?: readonly string[] | undefined
  readonly unitId?: string | undefined
  readonly except?: string | undefined
}

/** Those not withdrawn that are in force at some moment of the span, the earliest first. Walks plan_in_time. */
export async function listPlansMeeting(reader: Reader, asked: PlansAsked): Promise<SavedPlan[]> {
  const { startsAt, endsAt, limit, kinds = null, unitId = null, except = null } = asked
  const rows = await reader.rows(sql<PlanRow>`
    SELECT ${planColumns}
    WHERE tstzrange(p.starts_at, p.ends_at) && tstzrange(${startsAt}, ${endsAt}) AND w.plan_id IS NULL
      AND (${kinds}::text[] IS NULL OR p.kind = ANY(${kinds}::text[]))
      AND (${unitId}::uuid IS NULL OR p.unit_id = ${unitId}::uuid)
      AND (${except}::uuid IS NULL OR p.id <> ${except}::uuid)
    ORDER BY p.starts_at, p.id LIMIT ${limit}`)
  return rows.map(toPlan)
}

/** What is not over yet, for the look at all that is to come. */
export async function listPlansToCome(reader: Reader, now: Date, limit: number): Promise<SavedPlan[]> {
  return listPlansMeeting(reader, { startsAt: now, endsAt: new Date(now.getTime() + HORIZON_MS), limit })
}

/** What is further away is looked at when it comes nearer. */
const HORIZON_MS = 120 * 86_400_000

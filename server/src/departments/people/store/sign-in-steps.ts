import { hashToken, newToken } from '../../../host/auth/tokens.ts'
import type { Context } from '../../../host/context.ts'
import { jsonText } from '../../../host/database/json.ts'
import { sql } from '../../../host/database/sql.ts'
import type { StaffId } from '../domain/staff.ts'

export type StepKind = 'second-factor' | 'enrolment' | 'passkey' | 'new-passkey' | 'oidc'

export interface NewStep {
  readonly kind: StepKind
  /** Whose step it is; undefined while nobody has said who they are. */
  readonly staffId?: StaffId | undefined
  readonly data?: Readonly<Record<string, string>>
}

/** Long enough to fetch the telephone from the next room. */
export const STEP_MINUTES = 10

/** Begins a step and answers its token, which goes into the browser's cookie and nowhere else. */
export function insertStep(ctx: Context, step: NewStep): string {
  const token = newToken()
  const { now } = ctx
  ctx.tx.later(sql`DELETE FROM people.sign_in_step WHERE expires_at < ${now}`)
  ctx.tx.later(sql`
    INSERT INTO people.sign_in_step (token_hash, kind, staff_id, data, created_at, expires_at)
    VALUES (${hashToken(token)}, ${step.kind}, ${step.staffId ?? null}, ${jsonText(step.data ?? {})}::jsonb, ${now},
      ${new Date(now.getTime() + STEP_MINUTES * 60_000)})`)
  return token
}

export interface SpentStep {
  readonly staffId: StaffId | undefined
  readonly data: Readonly<Record<string, string>>
}

/** Spends the step; of two at once, one gets it. */
export async function spendStep(ctx: Context, kind: StepKind, token: string): Promise<SpentStep | undefined> {
  const row = await ctx.tx.row(sql<{ staff_id: StaffId | null; data: Record<string, string> }>`
    UPDATE people.sign_in_step SET spent_at = ${ctx.now}
    WHERE token_hash = ${hashToken(token)} AND kind = ${kind} AND spent_at IS NULL AND expires_at > ${ctx.now}
    RETURNING staff_id, data`)
  return row && { staffId: row.staff_id ?? undefined, data: row.data }
}

/** Whatever somebody's browsers have begun comes to nothing. */
export function voidSteps(ctx: Context, staffId: StaffId): void {
  ctx.tx.later(
    sql`UPDATE people.sign_in_step SET spent_at = ${ctx.now} WHERE staff_id = ${staffId} AND spent_at IS NULL`,
  )
}

import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { VatState } from '../domain/where-taxed.ts'

const DAY_MS = 86_400_000
/** A state's register that is away today is asked again tomorrow: until then the market's policy holds. */
const AWAY_DAYS = 1

/** How a number stands at a moment: by the last word of the authority, while that holds. */
export interface VatCheck {
  readonly state: VatState
  readonly checkedAt: Date | undefined
  readonly consultation: string | undefined
  readonly name: string | undefined
  /** Why there was no answer. */
  readonly reason: string | undefined
}

interface CheckRow {
  readonly outcome: 'valid' | 'invalid' | 'unavailable'
  readonly checked_at: Date
  readonly consultation: string | null
  readonly name: string | null
  readonly reason: string | null
}

const UNCHECKED: VatCheck = {
  state: 'unchecked',
  checkedAt: undefined,
  consultation: undefined,
  name: undefined,
  reason: undefined,
}

/** The last answer within the days that it holds; else that there was none to be had; else nothing. */
export async function findVatCheck(
  reader: Pick<Database, 'rows'>,
  { number, now, days }: { readonly number: string; readonly now: Date; readonly days: number },
): Promise<VatCheck> {
  const since = (ago: number) => new Date(now.getTime() - ago * DAY_MS)
  const [row] = await reader.rows(sql<CheckRow>`
    SELECT outcome, checked_at, consultation, name, reason FROM tax.vat_check
    WHERE number = ${number} AND checked_at <= ${now}
      AND checked_at > CASE WHEN outcome = 'unavailable' THEN ${since(AWAY_DAYS)}::timestamptz ELSE ${since(days)}::timestamptz END
    ORDER BY outcome = 'unavailable', checked_at DESC LIMIT 1`)
  if (!row) return UNCHECKED
  const { outcome, checked_at, consultation, name, reason } = row
  return {
    state: outcome,
    checkedAt: checked_at,
    consultation: consultation ?? undefined,
    name: name ?? undefined,
    reason: reason ?? undefined,
  }
}

/** Numbers of the last week of which nobody could tell anything yet, those that were asked last come last. */
export async function listUnansweredNumbers(
  reader: Pick<Database, 'rows'>,
  now: Date,
  limit: number,
): Promise<string[]> {
  const week = new Date(now.getTime() - 7 * DAY_MS)
  const rows = await reader.rows(sql<{ number: string }>`
    SELECT u.number FROM tax.vat_check u WHERE u.outcome = 'unavailable' AND u.checked_at > ${week}
      AND NOT EXISTS (SELECT 1 FROM tax.vat_check a WHERE a.number = u.number AND a.outcome <> 'unavailable'
        AND a.checked_at > u.checked_at)
    GROUP BY u.number ORDER BY max(u.checked_at), u.number LIMIT ${limit}`)
  return rows.map(({ number }) => number)
}

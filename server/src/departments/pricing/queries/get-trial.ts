import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { PromotionDraft } from '../domain/promotions/promotion-draft.ts'
import { readTrialDraft, type TrialDraftJson, type TrialPlace } from '../domain/trial/trial-draft.ts'
import type { TrialTally } from '../domain/trial/trial-tally.ts'
import { refusals } from '../domain/refusals.ts'

type Reader = Pick<Database, 'row' | 'rows'>

/** A run that has not moved for so long is taken up by whoever wants to. */
export const QUIET_MS = 60_000

export interface Trial {
  readonly id: string
  readonly promotionId: string | null
  readonly promotionVersion: number | null
  /** As it is now; null where it is only a draft. */
  readonly promotionVersionNow: number | null
  readonly draft: PromotionDraft
  readonly since: Date
  readonly until: Date
  readonly others: string
  readonly state: 'running' | 'stopped' | 'done'
  readonly place: TrialPlace
  readonly tally: TrialTally
  readonly looked: number
  readonly toLookAt: number
  readonly run: number
  readonly startedAt: Date
  readonly movedAt: Date
}

interface TrialRow extends Omit<Trial, 'draft'> {
  readonly draft: TrialDraftJson
}

export async function getTrial(reader: Reader, id: string): Promise<Result<Trial>> {
  const row = isUuid(id)
    ? await reader.row(sql<TrialRow>`
        SELECT t.id, t.promotion_id AS "promotionId", t.promotion_version AS "promotionVersion",
          p.version AS "promotionVersionNow", t.draft, t.since, t.until, t.others, t.state, t.place,
          t.tally, t.looked, t.to_look_at AS "toLookAt", t.run, t.started_at AS "startedAt", t.moved_at AS "movedAt"
        FROM pricing.promotion_trial t LEFT JOIN pricing.promotion p ON p.id = t.promotion_id WHERE t.id = ${id}`)
    : undefined
  return row ? ok({ ...row, draft: readTrialDraft(row.draft) }) : refusals.trial_not_found()
}

export interface TrialSummary {
  readonly id: string
  readonly state: Trial['state']
  readonly since: Date
  readonly until: Date
  readonly startedAt: Date
}

const LATEST = 10

/** The latest trials of a promotion, by the index promotion_trial_by_promotion. */
export function listTrials(reader: Reader, promotionId: string): Promise<TrialSummary[]> {
  return reader.rows(sql<TrialSummary>`
    SELECT id, state, since, until, started_at AS "startedAt" FROM pricing.promotion_trial
    WHERE promotion_id = ${promotionId} ORDER BY started_at DESC, id DESC LIMIT ${LATEST}`)
}

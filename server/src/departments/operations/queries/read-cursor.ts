import { decodeCursor } from '../../../host/http/pagination.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result } from '../../../kernel/result.ts'

export interface TimeCursor {
  readonly at: string
  readonly id: string
}

/** All lists here run back in time: their key is an instant, in full microseconds, and an id. */
export function readTimeCursor(after: string | undefined): Result<TimeCursor | null> {
  const cursor = decodeCursor(after, 2)
  if (!cursor.ok) return cursor
  const [at, id] = cursor.value ?? []
  if (at === undefined || id === undefined) return ok(null)
  const isInstant = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?\+00$/.test(at)
  return isInstant && isUuid(id) ? ok({ at, id }) : hostRefusals.invalid_cursor({ field: 'after' })
}

import { decodeCursor } from '../../../host/http/pagination.ts'
import { ok, type Result } from '../../../kernel/result.ts'

export interface TimeCursor {
  readonly at: string
  readonly id: string
}

/** All lists here run back in time: their key is an instant, in full microseconds, and an id. */
export function readTimeCursor(after: string | undefined): Result<TimeCursor | null> {
  const cursor = decodeCursor(after, ['instant', 'id'])
  if (!cursor.ok) return cursor
  const [at, id] = cursor.value ?? []
  return ok(at === undefined || id === undefined ? null : { at, id })
}

import { ok, type Result } from '../../../kernel/result.ts'
import { listAwaited } from '../../inventory/index.ts'
import type { Reader } from '../../organisation/index.ts'
import { refusals } from '../domain/refusals.ts'
import { withoutAwaited, type SentLine } from '../domain/what-is-left.ts'

/** What may be packed: goods that were sold before they are there wait, also while others of them lie on the shelf for older promises. */
export async function whatIsThere(
  reader: Reader,
  orderId: string,
  left: readonly SentLine[],
): Promise<Result<SentLine[]>> {
  const awaited = await listAwaited(reader, orderId)
  const there = withoutAwaited(left, awaited)
  const [first] = awaited.toSorted((a, b) => (a.shipsOn < b.shipsOn ? -1 : 1))
  if (first && left.length > 0 && there.length === 0) {
    return refusals.still_awaited({ params: { day: first.shipsOn } })
  }
  return ok(there)
}

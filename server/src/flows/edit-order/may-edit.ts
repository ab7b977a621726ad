import { ok, type Result } from '../../kernel/result.ts'
import { mayAmend, type OrderToAmend } from '../../departments/orders/index.ts'
import type { Database } from '../../host/database/pool.ts'

/** Position -> how many pieces of a line have not left the house; of lines without a word all are there. */
export type PiecesLeft = ReadonlyMap<number, number>

/** Whether an order can be changed at all, and of which lines how much: what is in a parcel is not. */
export async function mayEdit(
  _reader: Pick<Database, 'rows'>,
  { state, hasLeft }: OrderToAmend,
): Promise<Result<PiecesLeft>> {
  const possible = mayAmend(state, hasLeft)
  return possible.ok ? ok<PiecesLeft>(new Map()) : possible
}

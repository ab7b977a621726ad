import { ok, type Result } from '../../../kernel/result.ts'
import type { Reader } from '../../organisation/index.ts'
import { refuseHeld } from '../domain/hold.ts'
import { refusals } from '../domain/refusals.ts'
import { findBalanceDue } from '../queries/balances.ts'
import { heldBecause } from '../queries/holds.ts'

/**
 * Whether anything holds an order back from being sent: a hold of it, or a change that waits for its difference, until which nobody knows
 * what goes into the parcel. Who decides by it holds the order's lock, under which both come and go.
 */
export async function checkNotHeld(reader: Reader, orderId: string): Promise<Result<void>> {
  const held = refuseHeld(await heldBecause(reader, orderId))
  if (!held.ok) return held
  return (await findBalanceDue(reader, orderId)) ? refusals.balance_due() : ok()
}

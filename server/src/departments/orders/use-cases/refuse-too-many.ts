import { ok, type Result } from '../../../kernel/result.ts'
import { deskRefusals } from '../domain/desk-refusals.ts'

/** More at once than somebody can mean, or none at all. */
export function refuseTooMany(count: number, maximum: number): Result<void> {
  if (count === 0) return deskRefusals.no_orders_meant()
  return count > maximum ? deskRefusals.too_many_orders({ params: { maximum } }) : ok()
}

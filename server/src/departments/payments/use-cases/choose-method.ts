import type { Database } from '../../../host/database/pool.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { whyNotOffered, type PaymentMethod, type Purchase } from '../domain/method.ts'
import { refusals } from '../domain/refusals.ts'
import { listActiveMethods } from '../queries/payment-methods.ts'

type Reader = Pick<Database, 'rows'>

/** By what a purchase can be paid, in the shop's order. */
export async function offeredMethods(reader: Reader, purchase: Purchase): Promise<readonly PaymentMethod[]> {
  return (await listActiveMethods(reader)).filter((method) => whyNotOffered(method, purchase) === undefined)
}

/** The method that was chosen; where nobody chose, the first that is offered. */
export async function chooseMethod(
  reader: Reader,
  purchase: Purchase,
  code: string | undefined,
): Promise<Result<PaymentMethod>> {
  const offered = await offeredMethods(reader, purchase)
  const method = code ? offered.find((one) => one.code === code) : offered[0]
  if (method) return ok(method)
  const field = 'paymentMethod'
  return offered.length === 0 ? refusals.no_method({ field }) : refusals.method_unavailable({ field })
}

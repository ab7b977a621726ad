import type { House } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { stateOf, usable } from '../domain/card.ts'
import { CAUSES, CAUSES_BY_HAND } from '../domain/credit.ts'
import { refusals } from '../domain/refusals.ts'
import {
  findHolder,
  listCreditMovements,
  listCreditPlaces,
  type CreditMovement,
  type CreditPlace,
} from '../queries/credits.ts'
import { listCreditsOf, todayOf, type Card } from '../queries/read-cards.ts'

export { CAUSES, CAUSES_BY_HAND }

type Reader = Pick<House['database'], 'rows'>

export interface CreditBalance {
  readonly currency: string
  readonly balance: bigint
  readonly held: bigint
  /** What can be paid with it now. */
  readonly available: bigint
}

export interface CreditStatement {
  readonly balances: readonly CreditBalance[]
  readonly grants: readonly (Card & { readonly state: ReturnType<typeof stateOf>; readonly available: bigint })[]
  readonly movements: readonly CreditMovement[]
}

/** All that a customer is owed, each grant with its last day, and every movement of it. */
export async function statementOf(reader: Reader, customerId: string, now: Date): Promise<CreditStatement> {
  const [cards, movements] = await Promise.all([
    listCreditsOf(reader, customerId),
    listCreditMovements(reader, customerId),
  ])
  const grants = cards.map((card) => {
    const today = todayOf(card, now)
    return { ...card, state: stateOf(card, today), available: usable(card, today) }
  })
  const balances = new Map<string, CreditBalance>()
  for (const { currency, balance, held, available } of grants) {
    const known = balances.get(currency) ?? { currency, balance: 0n, held: 0n, available: 0n }
    balances.set(currency, {
      currency,
      balance: known.balance + balance,
      held: known.held + held,
      available: known.available + available,
    })
  }
  const inOrder = [...balances.values()].toSorted((a, b) => a.currency.localeCompare(b.currency))
  return { balances: inOrder, grants, movements }
}

/** The same for staff, with where more can be granted. */
export async function viewCredit(
  reader: Reader,
  customerId: string,
  now: Date,
): Promise<Result<CreditStatement & { readonly places: readonly CreditPlace[] }>> {
  if (!(await findHolder(reader, customerId))) return refusals.unknown_customer()
  const [statement, places] = await Promise.all([statementOf(reader, customerId, now), listCreditPlaces(reader)])
  return ok({ ...statement, places })
}

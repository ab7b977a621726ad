import type { CreditOwed, OwedTo } from '../queries/credit-owed.ts'
import type { CreditPlace } from '../queries/credits.ts'
import type { CreditStatement } from '../use-cases/view-credit.ts'

const moneyIn = (currency: string) => (amount: bigint) => ({ amount: Number(amount), currency })

type Shown = CreditStatement & { readonly places: readonly CreditPlace[] }

export function presentStatement({ balances, grants, movements, places }: Shown) {
  return {
    balances: balances.map(({ currency, balance, held, available }) => {
      const money = moneyIn(currency)
      return { balance: money(balance), held: money(held), available: money(available) }
    }),
    grants: grants.map(({ id, because, state, currency, expiresOn, market, issuedAt, ...amounts }) => {
      const money = moneyIn(currency)
      return {
        id,
        because: because ?? 'goodwill',
        state,
        initial: money(amounts.initial),
        balance: money(amounts.balance),
        held: money(amounts.held),
        available: money(amounts.available),
        expiresOn,
        market,
        issuedAt: issuedAt.toISOString(),
      }
    }),
    movements: movements.map(({ cardId, amount, balance, currency, at, ...rest }) => {
      const money = moneyIn(currency)
      return { ...rest, grantId: cardId, amount: money(amount), balance: money(balance), at: at.toISOString() }
    }),
    places: [...places],
  }
}

export function presentCreditOwed(on: string, totals: readonly CreditOwed[], holders: readonly OwedTo[]) {
  return {
    on,
    totals: totals.map(({ entity, currency, customers, ...amounts }) => {
      const money = moneyIn(currency)
      return {
        entity,
        currency,
        customers: Number(customers),
        balance: money(amounts.balance),
        ledger: money(amounts.ledger),
        granted: money(amounts.granted),
        spent: money(amounts.spent),
        adjusted: money(amounts.adjusted),
        lapsed: money(amounts.lapsed),
      }
    }),
    holders: holders.map(({ currency, balance, ...holder }) => ({ ...holder, balance: moneyIn(currency)(balance) })),
  }
}

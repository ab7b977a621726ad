import type { Terms } from '../domain/programme.ts'
import type { PointsOwed, PointsOwedTo } from '../queries/owed.ts'
import type { PointsOfOrder, PointsStatement } from '../use-cases/view-points.ts'

const moneyIn = (currency: string) => (amount: bigint) => ({ amount: Number(amount), currency })

export function presentTerms(terms: Terms) {
  const { version, running, afterTax, confirmDays, expiryMonths, expiresAfter, redemptionPpm, from } = terms
  return {
    ...{ version, running, afterTax, confirmDays, expiryMonths, expiresAfter, redemptionPpm },
    names: { ...terms.names },
    excludedCategories: [...terms.excludedCategories],
    excludedGroups: [...terms.excludedGroups],
    earnPoints: Number(terms.earnPoints),
    earnAmount: Number(terms.earnAmount),
    pointWorth: Number(terms.pointWorth),
    leastPoints: Number(terms.leastPoints),
    from: from.toISOString(),
  }
}

/** As its holder sees it, too: nothing of who of the staff did what. */
export function presentOwn({ accounts, movements }: PointsStatement) {
  return {
    accounts: accounts.map(({ market, names, currency, balance, worth, pending, leastPoints, parts, waiting }) => {
      const money = moneyIn(currency)
      return {
        ...{ market, names: { ...names }, balance: Number(balance), worth: money(worth), pending: Number(pending) },
        leastPoints: Number(leastPoints),
        parts: parts.map((part) => ({ ...part, points: Number(part.points), worth: money(part.worth) })),
        waiting: waiting.map(({ orderId, orderNumber, earned, reversed, ripeOn }) => ({
          ...{ orderId, orderNumber, points: Number(earned - reversed), certainOn: ripeOn },
        })),
      }
    }),
    movements: movements.map(({ id, market, kind, points, pending, balance, credited, currency, ...rest }) => ({
      ...{ id, market, kind, points: Number(points), pending: Number(pending), balance: Number(balance) },
      credited: moneyIn(currency)(credited),
      orderId: rest.orderId,
      orderNumber: rest.orderNumber,
      reason: rest.reason,
      at: rest.at.toISOString(),
    })),
  }
}

export function presentStatement(statement: PointsStatement & { readonly programmes: readonly Terms[] }) {
  const own = presentOwn(statement)
  const actors = statement.movements.map(({ actor }) => actor)
  return {
    ...own,
    movements: own.movements.map((movement, at) => ({ ...movement, actor: actors[at] ?? '' })),
    programmes: statement.programmes.map(({ market, names }) => ({ market, names: { ...names } })),
  }
}

export function presentOfOrder({ state, earned, reversed, ripeOn, confirmedAt, terms }: PointsOfOrder) {
  return {
    ...{ state, earned: Number(earned), reversed: Number(reversed), certainOn: ripeOn },
    confirmedAt: confirmedAt?.toISOString() ?? null,
    names: { ...terms.names },
    termsVersion: terms.version,
  }
}

export function presentDebts(totals: readonly PointsOwed[], holders: readonly PointsOwedTo[]) {
  return {
    totals: totals.map(({ entity, currency, customers, points, pending, debt, worth, owed, ledger, ages, ends }) => {
      const money = moneyIn(currency)
      return {
        ...{ entity, currency, customers: Number(customers), points: Number(points) },
        ...{ pending: Number(pending), debt: Number(debt) },
        ...{ worth: money(worth), owed: money(owed), ledger: money(ledger) },
        ages: {
          to_3: money(ages.to_3),
          to_12: money(ages.to_12),
          to_24: money(ages.to_24),
          older: money(ages.older),
        },
        ends: {
          in_30: money(ends.in_30),
          in_90: money(ends.in_90),
          in_365: money(ends.in_365),
          later: money(ends.later),
          never: money(ends.never),
        },
      }
    }),
    holders: holders.map(({ customerId, name, email, currency, points, worth, owed, expiresOn }) => ({
      ...{ customerId, name, email, points: Number(points), expiresOn },
      worth: moneyIn(currency)(worth),
      owed: moneyIn(currency)(owed),
    })),
  }
}

import type { House } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import { MOVEMENT_KINDS } from '../domain/points.ts'
import { EXPIRES_AFTER, type Terms } from '../domain/programme.ts'
import { refusals } from '../domain/refusals.ts'
import {
  findEarning,
  findHolder,
  listAccountsOf,
  listLots,
  listMovements,
  listWaiting,
  type Earned,
  type Movement,
} from '../queries/read-accounts.ts'
import { findTermsById, listTermsInForce } from '../queries/read-terms.ts'

export { EXPIRES_AFTER, MOVEMENT_KINDS }

type Reader = Pick<House['database'], 'rows'>

/** Points that end on the same day. */
export interface Part {
  readonly points: bigint
  readonly worth: bigint
  /** Null: they never end. */
  readonly expiresOn: LocalDate | null
}

export interface PointsAccount {
  readonly market: string
  readonly currency: string
  readonly names: Readonly<Record<string, string>>
  /** Below zero: points that were spent before their order came back. */
  readonly balance: bigint
  /** As store credit, in whole minor units. */
  readonly worth: bigint
  readonly pending: bigint
  /** Fewer are not turned into credit. */
  readonly leastPoints: bigint
  readonly parts: readonly Part[]
  readonly waiting: readonly Earned[]
}

export interface PointsStatement {
  readonly accounts: readonly PointsAccount[]
  readonly movements: readonly Movement[]
}

/** What a customer has in each programme, what it is worth, until when, what waits, and all that happened. */
export async function statementOfPoints(reader: Reader, customerId: string): Promise<PointsStatement> {
  const accounts = await listAccountsOf(reader, customerId)
  if (accounts.length === 0) return { accounts: [], movements: [] }
  const [lots, waiting, movements, terms] = await Promise.all([
    listLots(
      reader,
      accounts.map(({ id }) => id),
    ),
    listWaiting(reader, customerId),
    listMovements(reader, customerId),
    listTermsInForce(reader),
  ])
  const inForce = new Map(terms.map((one) => [one.market, one]))
  return {
    movements,
    accounts: accounts.map(({ id, market, currency, balance, pending }) => {
      const parts = partsOf(lots.filter(({ accountId }) => accountId === id))
      return {
        ...{ market, currency, balance, pending, parts },
        names: inForce.get(market)?.names ?? {},
        worth: parts.reduce((all, part) => all + part.worth, 0n),
        leastPoints: inForce.get(market)?.leastPoints ?? 1n,
        waiting: waiting.filter(({ accountId }) => accountId === id),
      }
    }),
  }
}

function partsOf(lots: Awaited<ReturnType<typeof listLots>>): Part[] {
  const parts = new Map<LocalDate | null, Part>()
  for (const { expiresOn, remaining, pointWorth } of lots) {
    const known = parts.get(expiresOn) ?? { points: 0n, worth: 0n, expiresOn }
    parts.set(expiresOn, {
      expiresOn,
      points: known.points + remaining,
      worth: known.worth + remaining * pointWorth,
    })
  }
  return [...parts.values()]
}

/** The same for staff, with the programmes in which points can be given. */
export async function viewPoints(
  reader: Reader,
  customerId: string,
): Promise<Result<PointsStatement & { readonly programmes: readonly Terms[] }>> {
  if (!(await findHolder(reader, customerId))) return refusals.unknown_customer()
  const [statement, programmes] = await Promise.all([statementOfPoints(reader, customerId), listTermsInForce(reader)])
  return ok({ ...statement, programmes })
}

export interface PointsOfOrder {
  readonly state: 'pending' | 'confirmed' | 'reversed'
  readonly earned: bigint
  readonly reversed: bigint
  /** From which day on they are certain; null while not all of it has arrived. */
  readonly ripeOn: LocalDate | null
  readonly confirmedAt: Date | null
  readonly terms: Terms
}

/** What an order earned and how it stands; undefined where it earned nothing. */
export async function pointsOfOrder(reader: Reader, orderId: string): Promise<PointsOfOrder | undefined> {
  const earning = await findEarning(reader, orderId)
  const terms = earning && (await findTermsById(reader, earning.termsId))
  if (!earning || !terms) return undefined
  const { earned, reversed, ripeOn, confirmedAt } = earning
  const state = earned === reversed ? 'reversed' : confirmedAt === null ? 'pending' : 'confirmed'
  return { state, earned, reversed, ripeOn, confirmedAt, terms }
}

import type { PossibleAction } from '../../../host/http/allowed-actions.ts'
import { moneyFromJson, moneyToJson, sum, type MoneyJson } from '../../../kernel/money.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { localDateIn, localDate, type LocalDate } from '../../../kernel/time.ts'
import { needsDelivery } from '../../catalog/index.ts'
import { listParcelsOf } from '../../fulfilment/index.ts'
import { listPoliciesInForce, listPoliciesOfOrder } from '../../legal/index.ts'
import { getOrder, viewIntangibles, type OrderDetail } from '../../orders/index.ts'
import type { Reader } from '../../organisation/index.ts'
import { refusals } from '../domain/refusals.ts'
import { DECISIONS, mayDecide } from '../domain/statement.ts'
import { lastDayToWithdraw, timeliness, type Timeliness } from '../domain/withdrawal-period.ts'
import { findWithdrawal, zoneOfMarket, type Withdrawal } from '../queries/read-withdrawals.ts'

/** What the law and the terms make of it, as far as the house knows; a person decides. */
export interface Assessment {
  readonly orderNumber: string
  /** A company has no right of withdrawal. */
  readonly forCompany: boolean
  /** Null while not all of it has arrived: the period has not begun to run out. */
  readonly lastDay: LocalDate | null
  readonly timeliness: Timeliness
  /** Whether the terms said it: untold, the period is a year longer. */
  readonly informed: boolean
  readonly lines: readonly {
    readonly name: string
    readonly quantity: number
    readonly total: MoneyJson
    /** Agreed to lose it: files that may be fetched, a service that began. */
    readonly exempt: 'digital' | 'service' | null
  }[]
  /** What would go back for all of it, without what is exempt; only the cheapest ordinary delivery is owed (art. 13 (2)). */
  readonly goods: MoneyJson
  readonly delivery: MoneyJson
}

export interface WithdrawalView {
  readonly withdrawal: Withdrawal
  readonly assessment: Assessment | null
  readonly possible: readonly PossibleAction[]
}

export async function viewWithdrawal(reader: Reader, id: string, now: Date): Promise<Result<WithdrawalView>> {
  const withdrawal = await findWithdrawal(reader, id)
  if (!withdrawal) return refusals.not_found()
  const order = withdrawal.orderId === null ? undefined : await getOrder(reader, withdrawal.orderId)
  const possible = DECISIONS.map((decision) => {
    const may = mayDecide(withdrawal.state, decision)
    return { action: decision, permission: 'returns:write', refusal: may.ok ? null : may.refusal }
  })
  const assessment = order?.ok ? await assess(reader, { withdrawal, order: order.value, now }) : null
  return ok({ withdrawal, assessment, possible })
}

async function assess(
  reader: Reader,
  { withdrawal, order, now }: { withdrawal: Withdrawal; order: OrderDetail; now: Date },
): Promise<Assessment> {
  const zone = await zoneOfMarket(reader, order.market)
  const terms = await listPoliciesOfOrder(reader, order.id)
  const inForce = await listPoliciesInForce(reader, { market: order.market, at: new Date(order.placedAt) })
  const days = inForce.find(({ kind }) => kind === 'returns')?.rules.withdrawalDays ?? 0
  const informed = terms.some(({ kind }) => kind === 'returns')
  const placedOn = localDateIn(new Date(order.placedAt), zone)
  const arrivals = await arrivalsOf(reader, order)
  const last = lastDayToWithdraw({ placedOn, arrivals, days, informed })
  const intangibles = await viewIntangibles(reader, order.id, now)
  const consents = new Set(intangibles.ok ? intangibles.value.consents.map(({ kind }) => kind) : [])
  const lines = order.lines.map(({ name, quantity, total, kind }) => ({
    name,
    quantity,
    total,
    exempt: exemptionOf(kind, consents),
  }))
  const owed = lines.filter(({ exempt }) => exempt === null).map(({ total }) => moneyFromJson(total))
  return {
    orderNumber: order.number,
    forCompany: order.business !== null,
    lastDay: last,
    timeliness: timeliness(last, localDateIn(withdrawal.receivedAt, zone)),
    informed,
    lines,
    goods: moneyToJson(sum(owed, order.total.currency)),
    delivery: order.delivery.total,
  }
}

function exemptionOf(kind: string, consents: ReadonlySet<string>): 'digital' | 'service' | null {
  if (!consents.has(kind)) return null
  return kind === 'digital' || kind === 'service' ? kind : null
}

/** When each piece that is sent arrived; one that is in no delivered parcel is not there yet. */
async function arrivalsOf(reader: Reader, order: OrderDetail): Promise<(LocalDate | null)[]> {
  const sent = order.lines.filter(({ kind }) => needsDelivery(kind))
  const parcels = (await listParcelsOf(reader, order.id)).filter(({ state }) => state === 'delivered')
  return sent.map(({ position, quantity }) => {
    const its = parcels.filter(({ lines }) => lines.some((line) => line.position === position))
    const pieces = its.flatMap(({ lines }) => lines.filter((line) => line.position === position))
    if (pieces.reduce((all, line) => all + line.quantity, 0) < quantity) return null
    return localDate(
      its
        .map(({ deliveredOn }) => deliveredOn ?? '')
        .toSorted()
        .at(-1) ?? '',
    )
  })
}

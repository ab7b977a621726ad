import type { House } from '../../host/context.ts'
import { money, moneyFromJson, type Money } from '../../kernel/money.ts'
import { findBalanceDue, isBalanceAsked, type ContentLine, type OrderDetail } from '../../departments/orders/index.ts'
import { transferOf, type TransferDetails } from '../../departments/payments/index.ts'
import { waysToPayBalance } from '../../flows/start-payment/index.ts'

/** A change that waits for its difference, as who bought the order reads it. */
export interface BalanceShown {
  /** Of the rest of a pre-order: what was paid, and about when it was to be ready; undefined for a change. */
  readonly rest: { readonly paid: Money; readonly readyOn: string; readonly isDue: boolean } | undefined
  readonly amount: Money
  readonly total: Money
  readonly until: Date
  /** What it holds otherwise then. */
  readonly lines: readonly { readonly name: string; readonly before: number; readonly after: number }[]
  readonly isPaidOnline: boolean
  readonly transfer: TransferDetails | undefined
}

export async function readBalance(
  house: House,
  order: OrderDetail,
  timeZone: string,
): Promise<BalanceShown | undefined> {
  const due = await findBalanceDue(house.database, order.id)
  if (!due) return undefined
  const { online, transfer } = await waysToPayBalance(house, order, due)
  const amount = money(due.amount, due.currency)
  const rest =
    due.kind === 'rest' && due.readyOn !== null
      ? { paid: moneyFromJson(order.total), readyOn: due.readyOn, isDue: isBalanceAsked(due) }
      : undefined
  const isDue = isBalanceAsked(due)
  return {
    rest,
    amount,
    total: money(due.after.total, due.currency),
    until: due.expiresAt,
    lines: differing(order.lines, due.after.lines),
    isPaidOnline: isDue && online !== undefined,
    transfer:
      isDue && transfer?.account ? transferOf(transfer.account, { number: order.number, amount, timeZone }) : undefined,
  }
}

type Line = Pick<ContentLine, 'position' | 'name' | 'options' | 'quantity'>

function differing(before: readonly Line[], after: readonly Line[]): BalanceShown['lines'] {
  const positions = [...new Set([...before, ...after].map(({ position }) => position))]
  return positions.flatMap((position) => {
    const was = before.find((line) => line.position === position)
    const is = after.find((line) => line.position === position)
    if (was?.quantity === is?.quantity) return []
    const { name, options } = (is ?? was)!
    const called = options === '' ? name : `${name}, ${options}`
    return [{ name: called, before: was?.quantity ?? 0, after: is?.quantity ?? 0 }]
  })
}

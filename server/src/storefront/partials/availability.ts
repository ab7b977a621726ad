import type { PaidToday, PromiseOfVariant } from '../../departments/inventory/index.ts'
import { html, type Html } from '../../host/http/html.ts'
import { money } from '../../kernel/money.ts'
import { showDay, showMoney, type Visit } from '../visit.ts'

const FEW = 5

type Promised = PromiseOfVariant | undefined

/** Free on the shelf: of what may be sold beyond it, nobody says that it is there. */
const onShelf = (available: number, promise: Promised) => (promise ? Math.min(available, promise.onShelf) : available)

export function availabilityWords(visit: Visit, available: number, promise?: Promised): string {
  const { t } = visit
  if (available <= 0) return t('availability.sold_out')
  const there = onShelf(available, promise)
  if (promise && there <= 0) {
    const late = t('availability.late', { kind: promise.kind, day: showDay(visit, promise.shipsOn) })
    return [late, paidTodayWords(visit, promise.paidToday)].filter(Boolean).join('. ')
  }
  return there <= FEW ? t('availability.few', { count: there }) : t('availability.in_stock')
}

/** What is paid when it is ordered, where that is not all of it. */
function paidTodayWords(visit: Visit, { kind, sharePpm, amount, currency }: PaidToday): string {
  const { t, market } = visit
  if (kind === 'nothing') return t('availability.pays_nothing')
  if (kind === 'share' && sharePpm !== null) return t('availability.pays_share', { percent: sharePpm / 10_000 })
  const known = kind === 'amount' && amount !== null && currency === market.currency
  return known ? t('availability.pays_amount', { amount: showMoney(visit, money(amount, market.currency)) }) : ''
}

export function availabilityKind(available: number, promise?: Promised): 'out' | 'few' | 'in' {
  return available <= 0 ? 'out' : onShelf(available, promise) <= FEW ? 'few' : 'in'
}

export function availability(visit: Visit, available: number, promise?: Promised): Html {
  const kind = availabilityKind(available, promise)
  return html`<span class="availability ${kind}">${availabilityWords(visit, available, promise)}</span>`
}

/** Of a line of the basket: pieces that are not there yet, and about when they ship. */
export function latePiecesOf(
  visit: Visit,
  { late }: { readonly late?: { readonly count: number; readonly shipsOn: string } | undefined },
): Html | undefined {
  if (!late) return undefined
  const { count, shipsOn } = late
  const words = visit.t('availability.late_pieces', { count, day: showDay(visit, shipsOn) })
  return html`<span class="options">${words}</span>`
}

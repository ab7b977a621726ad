import { Outage } from '../kernel/outage.ts'
import type { OrderDetail } from '../departments/orders/index.ts'
import { findPaymentOfOrder, isAsked, type Decline, type Keeping } from '../departments/payments/index.ts'
import { chargeSaved, startPayment } from '../flows/start-payment/index.ts'
import type { PageCall } from './desk.ts'
import type { CheckoutForm } from './pages/checkout.ts'
import { findOrderByLink } from './reads/read-order.ts'
import { href } from './visit.ts'

type Wish = Pick<CheckoutForm, 'card' | 'keep_card' | 'keep_later'>

/** Why what is kept could not be charged, where the rules of the house say so. */
const REFUSED: Readonly<Record<string, Decline>> = {
  'payments.saved_method_not_found': 'gone',
  'payments.saved_method_expired': 'expired_card',
}

/**
 * Where who is signed in goes once the order is placed: paid by a card that is kept for them, or to the provider's page, which keeps theirs if they
 * agreed. Whoever holds the order's link alone never gets here: only its own customer, signed in, on the page that ordered.
 */
export async function payAsWished(call: PageCall, linkToken: string, wish: Wish): Promise<string> {
  const page = href(call.visit, `/orders/${linkToken}`)
  const order = await findOrderByLink(call.house, linkToken)
  if (!order || !(await isTheirs(call, order))) return `${page}/pay`
  try {
    return (await pay(call, { order, page, wish })) ?? `${page}/pay`
  } catch (error) {
    if (!(error instanceof Outage)) throw error
    // Nobody knows: the page asks again under the same key.
    call.house.log.warn('outage', { requestId: call.request.id, orderId: order.id, error: error.message })
    return `${page}/pay`
  }
}

async function isTheirs({ house, visit }: PageCall, order: OrderDetail): Promise<boolean> {
  const payment = await findPaymentOfOrder(house.database, order.id)
  return (
    visit.shopper !== undefined && order.customerId === visit.shopper.id && payment !== undefined && isAsked(payment)
  )
}

interface ToPay {
  readonly order: OrderDetail
  readonly page: string
  readonly wish: Wish
}

async function pay(call: PageCall, { order, page, wish }: ToPay): Promise<string | undefined> {
  const { house, request, visit } = call
  if (wish.card === '' || wish.card === 'new') {
    const keep = keepingOf(call, wish)
    const started = keep && (await startPayment(house, order, request.actor, { keep }))
    return started?.ok ? started.value.url : undefined
  }
  const charge = { customerId: visit.shopper?.id ?? '', methodId: wish.card }
  const charged = await chargeSaved(house, order, request.actor, charge)
  if (!charged.ok) {
    const why = REFUSED[charged.refusal.code]
    return why === undefined ? undefined : `${page}?declined=${why}`
  }
  if (charged.value.state === 'confirm') return charged.value.url
  return charged.value.state === 'done' ? `${page}?payment=returned` : `${page}?declined=${charged.value.decline}`
}

/** With the words that stood beside the boxes. */
function keepingOf({ visit }: PageCall, { keep_card: keeps, keep_later: later }: Wish): Keeping | undefined {
  const { shopper, t, locale } = visit
  if (keeps !== 'yes' || !shopper) return undefined
  const isLater = later === 'yes'
  const words = [t('cards.keep'), ...(isLater ? [t('cards.keep_later')] : [])].join(' ')
  return { customerId: shopper.id, later: isLater, words, locale }
}

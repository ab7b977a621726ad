import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Locale } from '../../host/i18n/locales.ts'
import { hostRefusals } from '../../host/refusals.ts'
import { moneyFromJson } from '../../kernel/money.ts'
import type { OrderDetail } from '../../departments/orders/index.ts'
import { cancelByBuyer, foreseeCancelByBuyer, viewBuyerCancellation } from '../../flows/cancel-by-buyer/index.ts'
import { goTo, sendPage, type Desk, type PageCall } from '../desk.ts'
import { cancelOrderPage, confirmCancelPage, type CancelForm } from '../pages/cancel-order.ts'
import { findOrderByLink } from '../reads/read-order.ts'
import { refusalWords } from '../refusal-words.ts'
import { inCountry } from '../visit-of.ts'
import { href } from '../visit.ts'

/** Two steps, without an account: who has the order's link calls it off as far as the terms allow. */
export function mountCancellations(scope: FastifyInstance, desk: Desk, locale: Locale): void {
  scope.get('/orders/:token/cancellation', desk.own(locale, showForm))
  scope.post('/orders/:token/cancellation', desk.own(locale, review))
  scope.post('/orders/:token/cancellation/confirmation', desk.own(locale, confirm))
}

const tokenOf = ({ request }: PageCall) => (request.params as { token: string }).token
const isOver = ({ state }: OrderDetail) => state === 'cancelled' || state === 'expired'

function formOf({ request }: PageCall, order: OrderDetail): CancelForm {
  const body = request.body instanceof URLSearchParams ? request.body : new URLSearchParams()
  const lines = body.getAll('line').flatMap((text) => (/^\d{1,3}$/.test(text) ? [Number(text)] : []))
  const version = Number(body.get('version') ?? order.version)
  return {
    scope: body.get('scope') === 'part' ? 'part' : 'whole',
    lines: [...new Set(lines)].slice(0, 100),
    reason: (body.get('reason') ?? '').trim().slice(0, 300),
    version: Number.isInteger(version) ? version : order.version,
  }
}

/** Undefined: there is no such order, or nothing of it is left to call off; then the answer is given already. */
async function orderOf(call: PageCall): Promise<OrderDetail | undefined> {
  const { reply, house } = call
  reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer')
  const order = await findOrderByLink(house, tokenOf(call))
  if (!order) reply.callNotFound()
  else if (isOver(order)) goTo(reply, href(call.visit, `/orders/${tokenOf(call)}?cancelled=whole`))
  return order && !isOver(order) ? order : undefined
}

async function showForm(call: PageCall): Promise<FastifyReply> {
  const order = await orderOf(call)
  return order ? answerForm(call, order) : call.reply
}

interface Said {
  readonly form: CancelForm
  readonly warning?: string | undefined
  readonly status?: number
}

async function answerForm(
  call: PageCall,
  order: OrderDetail,
  { form, warning, status = 200 }: Said = { form: formOf(call, order) },
): Promise<FastifyReply> {
  const { house, reply } = call
  const view = await viewBuyerCancellation(house.database, { id: order.id, now: house.clock.now() })
  if (!view.ok) throw new Error('an order that was found can be viewed')
  const visit = inCountry(call.visit, order.country)
  // What is shown is what is agreed to, whatever an older form carried.
  const shown = { ...form, version: view.value.version }
  const page = { number: order.number, linkToken: tokenOf(call), cancellation: view.value, form: shown, warning }
  return sendPage(reply, cancelOrderPage(visit, page), status)
}

async function review(call: PageCall): Promise<FastifyReply> {
  const order = await orderOf(call)
  if (!order) return call.reply
  const { house, reply, request } = call
  const form = formOf(call, order)
  if ((request.body as URLSearchParams).has('back')) return answerForm(call, order, { form })
  if (form.scope === 'part' && form.lines.length === 0) {
    return answerForm(call, order, { form, warning: call.visit.t('cancel.none_chosen'), status: 422 })
  }
  const foreseen = await foreseeCancelByBuyer(house, { orderId: order.id, ...wishOf(form) })
  if (!foreseen.ok) {
    const { refusal } = foreseen
    return answerForm(call, order, { form, warning: refusalWords(call.visit, refusal), status: refusal.status })
  }
  const { view, paid, before, after, currency } = foreseen.value
  const isWhole = after === 0 && (form.scope === 'whole' || form.lines.length === view.lines.length)
  const inCurrency = (amount: number) => moneyFromJson({ amount, currency })
  const page = {
    number: order.number,
    linkToken: tokenOf(call),
    cancellation: view,
    form,
    foreseen: { after: isWhole ? undefined : inCurrency(after), back: inCurrency(paid ? before - after : 0) },
  }
  return sendPage(reply, confirmCancelPage(inCountry(call.visit, order.country), page))
}

const wishOf = ({ scope, lines, reason }: CancelForm) => ({ lines: scope === 'part' ? lines : undefined, reason })

async function confirm(call: PageCall): Promise<FastifyReply> {
  const order = await orderOf(call)
  if (!order) return call.reply
  const { house, request, reply, visit } = call
  const form = formOf(call, order)
  const { actor, id: requestId } = request
  const done = await cancelByBuyer(house, {
    orderId: order.id,
    ...wishOf(form),
    expected: { version: form.version, otherwise: hostRefusals.version_conflict },
    actor,
    requestId,
  })
  if (!done.ok) {
    const { refusal } = done
    const now = await findOrderByLink(house, tokenOf(call))
    // Pressed twice: the first did it.
    if (now && isOver(now)) return goTo(reply, href(visit, `/orders/${tokenOf(call)}?cancelled=whole`))
    return answerForm(call, order, { form, warning: refusalWords(visit, refusal), status: refusal.status })
  }
  const what = done.value.whole ? 'whole' : 'part'
  return goTo(reply, href(visit, `/orders/${tokenOf(call)}?cancelled=${what}`))
}

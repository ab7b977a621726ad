import type { FastifyInstance, FastifyReply } from 'fastify'
import { pointsOfOrder } from '../../departments/loyalty/index.ts'
import { guest } from '../../host/actor.ts'
import { runCommand } from '../../host/context.ts'
import type { Locale } from '../../host/i18n/locales.ts'
import { Outage } from '../../kernel/outage.ts'
import { findDebitOfOrder } from '../../departments/bank/index.ts'
import { listDocumentsOfOrder } from '../../departments/documents/index.ts'
import { viewParcelsOf, type ParcelsOfOrder } from '../../departments/fulfilment/index.ts'
import { listAwaited } from '../../departments/inventory/index.ts'
import { listPoliciesOfOrder } from '../../departments/legal/index.ts'
import {
  findBalanceDue,
  giveConsents,
  isBalanceAsked,
  wasTaken,
  viewIntangibles,
  type Intangibles,
  type OrderDetail,
} from '../../departments/orders/index.ts'
import {
  DECLINES,
  findPaymentOfOrder,
  findTransfer,
  isAsked,
  listPaymentsOf,
} from '../../departments/payments/index.ts'
import { cancellationOfOrder, type BuyerCancellation } from '../../flows/cancel-by-buyer/index.ts'
import { startPayment } from '../../flows/start-payment/index.ts'
import { goTo, sendPage, type Desk, type PageCall } from '../desk.ts'
import { orderPage } from '../pages/order.ts'
import { consentsIn } from '../partials/consents.ts'
import { readBalance } from '../reads/read-balance.ts'
import { cardsOfOrder, findOrderByLink, orderPageOf, paymentOf } from '../reads/read-order.ts'
import { refusalWords } from '../refusal-words.ts'
import { inCountry } from '../visit-of.ts'
import { href } from '../visit.ts'

/** The page looks for the news of a payment by itself for two minutes; then it offers to pay. */
const LOOKS = 40

export function mountOrders(scope: FastifyInstance, desk: Desk, locale: Locale): void {
  scope.get('/orders/:token', desk.own(locale, showOrder))
  scope.get('/orders/:token/pay', desk.own(locale, pay))
  scope.post('/orders/:token/consents', desk.own(locale, agree))
}

const tokenOf = ({ request }: PageCall) => (request.params as { token: string }).token

async function showOrder(call: PageCall): Promise<FastifyReply> {
  call.reply.header('cache-control', 'no-store')
  const order = await findOrderByLink(call.house, tokenOf(call))
  return order ? answerOrder(call, order, declinedWords(call, order)) : noSuchOrder(call)
}

// i18n-dynamic: storefront.cards.declined.*
/** Why a card that is kept could not be charged; nothing any more once the order is paid. */
function declinedWords({ visit }: PageCall, { state }: OrderDetail): string | undefined {
  const why = DECLINES.find((one) => one === new URLSearchParams(visit.query).get('declined'))
  return why && state === 'awaiting_payment' ? visit.t(`cards.declined.${why}`) : undefined
}

function noSuchOrder({ reply }: PageCall): FastifyReply {
  reply.callNotFound()
  return reply
}

async function answerOrder(call: PageCall, order: OrderDetail, message?: string, status = 200): Promise<FastifyReply> {
  const query = new URLSearchParams(call.visit.query)
  const look = Number(query.get('look') ?? '0')
  const settling = query.get('payment') === 'returned' && look < LOOKS
  const { database } = call.house
  const [
    policies,
    kept,
    intangibles,
    payments,
    parcels,
    transfer,
    debit,
    cancellation,
    awaited,
    balance,
    isTaken,
    points,
  ] = await Promise.all([
    listPoliciesOfOrder(database, order.id),
    listDocumentsOfOrder(database, order.id),
    intangiblesOf(call, order),
    listPaymentsOf(database, order.id),
    parcelsOf(call, order),
    findTransfer(database, order.id),
    findDebitOfOrder(database, order.id),
    cancellationOf(call, order),
    awaitedOf(call, order),
    readBalance(call.house, order, call.visit.market.timeZone),
    order.state === 'awaiting_payment' && wasTaken(database, order.id),
    pointsOfOrder(database, order.id),
  ])
  const giftCards = cardsOfOrder(payments, order)
  const documents = kept.map(({ document: { id, kind, label } }) => ({ id, kind, label }))
  const view = {
    order: orderPageOf(order, { locale: call.visit.locale, giftCards, payment: paymentOf(call.visit, payments) }),
    policies,
    documents,
    linkToken: tokenOf(call),
    settling,
    look,
    message,
    intangibles,
    parcels,
    transfer,
    debit,
    balance,
    isTaken,
    cancellation,
    awaited,
    cancelled: query.get('cancelled'),
    points,
  }
  return sendPage(call.reply, orderPage(inCountry(call.visit, order.country), view), status)
}

/** Asks nothing of an order of goods alone. */
async function intangiblesOf({ house }: PageCall, { id, lines }: OrderDetail): Promise<Intangibles | undefined> {
  if (!lines.some(({ kind }) => kind === 'digital' || kind === 'service')) return undefined
  const view = await viewIntangibles(house.database, id, house.clock.now())
  return view.ok ? view.value : undefined
}

async function awaitedOf({ house }: PageCall, { id, lines }: OrderDetail) {
  const awaited = await listAwaited(house.database, id)
  return awaited.map(({ variantId, quantity, shipsOn }) => {
    const line = lines.find((one) => one.variantId === variantId)
    return { name: [line?.name, line?.options].filter(Boolean).join(', '), quantity, shipsOn }
  })
}

async function cancellationOf({ house }: PageCall, order: OrderDetail): Promise<BuyerCancellation | undefined> {
  if (order.state === 'cancelled' || order.state === 'expired') return undefined
  return cancellationOfOrder(house.database, order, house.clock.now())
}

async function parcelsOf({ house }: PageCall, { id, dispatch }: OrderDetail): Promise<ParcelsOfOrder | undefined> {
  if (dispatch === null) return undefined
  const view = await viewParcelsOf(house.database, id, house.clock.now())
  return view.ok ? view.value : undefined
}

/** The buyer agrees after all, so that it begins at once. */
async function agree(call: PageCall): Promise<FastifyReply> {
  const { house, request, reply, visit } = call
  const order = await findOrderByLink(house, tokenOf(call))
  if (!order) return noSuchOrder(call)
  const kinds = consentsIn(request.body as URLSearchParams)
  if (kinds.length === 0) return answerOrder(call, order, visit.t('order.consent.unticked'), 422)
  const given = await runCommand(house, { actor: request.actor, requestId: request.id }, (ctx) =>
    giveConsents(ctx, { orderId: order.id, kinds, locale: visit.locale }),
  )
  if (!given.ok) return answerOrder(call, order, refusalWords(visit, given.refusal), given.refusal.status)
  return goTo(reply, `${href(visit, `/orders/${tokenOf(call)}`)}#downloads`)
}

/** To the provider's page. An order that cannot be paid says why on its own page. */
async function pay(call: PageCall): Promise<FastifyReply> {
  const { house, reply, visit } = call
  const order = await findOrderByLink(house, tokenOf(call))
  if (!order) return noSuchOrder(call)
  const payment = await findPaymentOfOrder(house.database, order.id)
  const isOnline = payment !== undefined && isAsked(payment)
  const due = await findBalanceDue(house.database, order.id)
  const waits = (order.state === 'awaiting_payment' && isOnline) || (due !== undefined && isBalanceAsked(due))
  if (!waits) return goTo(reply, href(visit, `/orders/${tokenOf(call)}`))
  try {
    const started = await startPayment(house, order, guest)
    if (started.ok) return goTo(reply, started.value.url)
    return answerOrder(call, order, refusalWords(visit, started.refusal), started.refusal.status)
  } catch (error) {
    if (!(error instanceof Outage)) throw error
    house.log.warn('outage', { requestId: call.request.id, orderId: order.id, error: error.message })
    return answerOrder(call, order, visit.t('order.pay_failed'), 503)
  }
}

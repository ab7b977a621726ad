import { html, type Html } from '../../host/http/html.ts'
import { localDateIn } from '../../kernel/time.ts'
import { intangibles } from '../partials/intangibles.ts'
import type { BalanceShown } from '../reads/read-balance.ts'
import { balanceDue } from '../partials/balance-due.ts'
import { icons } from '../partials/icons.ts'
import { notice } from '../partials/notice.ts'
import { pointsLine } from '../partials/points.ts'
import { picture } from '../partials/picture.ts'
import { totals } from '../partials/totals.ts'
import { transfer } from '../partials/transfer.ts'
import { directDebit } from '../partials/direct-debit.ts'
import type { Debit } from '../../departments/bank/index.ts'
import { totalOf } from './basket.ts'
import { policyTitle } from './policy.ts'
import type { DocumentKind } from '../../departments/documents/index.ts'
import type { Intangibles } from '../../departments/orders/index.ts'
import type { ParcelsOfOrder } from '../../departments/fulfilment/index.ts'
import type { TransferDetails } from '../../departments/payments/index.ts'
import type { PointsOfOrder } from '../../departments/loyalty/index.ts'
import type { PolicyKind } from '../../departments/legal/index.ts'
import type { BuyerCancellation } from '../../flows/cancel-by-buyer/index.ts'
import { cancelHere } from '../partials/cancel-here.ts'
import { untaxedBecause } from '../partials/untaxed-because.ts'
import { isAllSent, parcels } from '../partials/parcels.ts'
import { whereTo } from '../partials/where-to.ts'
import { withdrawHere } from '../partials/withdrawal-words.ts'
import { partsOf } from '../partials/parts-of.ts'
import { promiseOf } from '../partials/delivery-ways.ts'
import { renderPage } from '../layout.ts'
import type { OrderPage } from '../views.ts'
import { href, showDateTime, showDay, showMoney, textIn, type Visit } from '../visit.ts'

export interface OrderView {
  readonly order: OrderPage
  /** The versions under which it was sold. */
  readonly policies: readonly { readonly id: string; readonly kind: PolicyKind; readonly number: number }[]
  /** What was issued of it. */
  readonly documents: readonly { readonly id: string; readonly kind: DocumentKind; readonly label: string }[]
  /** Carries the right to see this order; part of its address. */
  readonly linkToken: string
  /** Back from the payment page, whose news may still be on its way. */
  readonly settling: boolean
  /** How often this page has looked for it. */
  readonly look: number
  readonly message: string | undefined
  /** Undefined where all of it is delivered. */
  readonly intangibles: Intangibles | undefined
  /** Undefined where none of it is sent, or not yet. */
  readonly parcels: ParcelsOfOrder | undefined
  /** Where its money is to be transferred; undefined where none is awaited so. */
  readonly transfer: TransferDetails | undefined
  /** What is, or was, collected for it; undefined where nothing is. */
  readonly debit: Debit | undefined
  /** A change that waits for its difference; undefined where none does. */
  readonly balance: BalanceShown | undefined
  /** Staff took it for its buyer, who confirms it here. */
  readonly isTaken: boolean
  /** What of it its buyer may call off; undefined where there is nothing left of it. */
  readonly cancellation: BuyerCancellation | undefined
  /** What it earned; undefined where nothing. */
  readonly points: PointsOfOrder | undefined
  /** Back from calling it off, or a part of it. */
  readonly cancelled: string | null
  /** What was sold before it was there, and is not yet. */
  readonly awaited: readonly { readonly name: string; readonly quantity: number; readonly shipsOn: string }[]
}

export function orderPage(visit: Visit, view: OrderView): string {
  const { t } = visit
  const { order, settling, look, linkToken, message } = view
  // Of a rest that nobody asks for yet there is no news to wait for.
  const isAsked =
    order.state === 'awaiting_payment' || (view.balance !== undefined && view.balance.rest?.isDue !== false)
  const waits = isAsked && settling
  return renderPage(visit, {
    title: t('order.title', { number: order.number }),
    noindex: true,
    ...(waits
      ? { refresh: { seconds: 3, url: `${href(visit, `/orders/${linkToken}`)}?payment=returned&look=${look + 1}` } }
      : {}),
    body: html`<div class="wide narrow-page">
      ${message !== undefined && notice('warning', html`<p>${message}</p>`)} ${justCancelled(visit, view)}
      ${stateOf(visit, view, waits)} ${view.balance && !waits && balanceDue(visit, view.balance, linkToken)}
      <div class="two even">
        <section aria-labelledby="what">
          <h2 id="what">${t('order.lines')}</h2>
          ${lines(visit, order)}
          ${totals(visit, { ...order, taxes: order.tax, delivery: order.delivery?.total, isPaid: order.state !== 'awaiting_payment' })}
          ${untaxedBecause(visit, order)} ${pointsLine(visit, view.points)}
        </section>
        <div class="order-side">
          ${view.transfer && transfer(visit, view.transfer)}${directDebit(visit, view.debit)}${parcels(visit, view)}${toCome(visit, view)}${intangibles(visit, view)}${next(visit, view)}${whereTo(visit, order)}${wordsOf(visit, order)}${forCompany(visit, order)}${papers(visit, view)}${cancelHere(visit, { ...view, withdrawsBelow: isContract(order) })}${isContract(order) && withdrawHere(visit, view)}${soldUnder(visit, view)}
        </div>
      </div>
    </div>`,
  })
}

function toCome(visit: Visit, { awaited }: OrderView): Html | undefined {
  if (awaited.length === 0) return undefined
  const { t } = visit
  return html`<section aria-labelledby="to-come">
    <h2 id="to-come">${t('order.to_come')}</h2>
    <ul>
      ${awaited.map(({ name, quantity: count, shipsOn }) => html`<li>${t('order.to_come_line', { name, count, day: showDay(visit, shipsOn) })}</li>`)}
    </ul>
  </section>`
}

/** Said once, after the two steps; whoever opens such an address by hand reads what the state of the order says. */
function justCancelled({ t }: Visit, { order, cancelled }: OrderView): Html | undefined {
  const { email } = order
  if (cancelled === 'part' && isContract(order)) return notice('good', html`<p>${t('cancel.done_part', { email })}</p>`)
  const isWhole = cancelled === 'whole' && order.state === 'cancelled'
  return isWhole ? notice('good', html`<p>${t('cancel.done_whole', { email })}</p>`) : undefined
}

/** Paid, or sent to be paid at the door: goods may be there before the money is. */
const isContract = ({ state, payment }: OrderPage) =>
  state === 'paid' || (state === 'awaiting_payment' && payment?.kind === 'cash_on_delivery')

function stateOf(visit: Visit, view: OrderView, waits: boolean): Html {
  const { t } = visit
  const { order, linkToken, isTaken } = view
  const number = html`<p class="order-number">
    ${t('order.number', { number: order.number })} · ${t('order.placed', { at: showDateTime(visit, order.placedAt) })}
  </p>`
  if (order.state === 'paid' && !waits) {
    return html`<header class="order-head good">
      ${icons.tick}
      <div>
        <h1>${t(view.balance?.rest ? 'order.rest.placed' : 'order.paid.title')}</h1>
        <p class="lead">
          ${view.balance?.rest ? t('order.paid.text_nothing_sent', { email: order.email }) : t(order.delivery && !isAllSent(view) ? 'order.paid.text' : 'order.paid.text_nothing_sent', { email: order.email })}
        </p>
        ${number}
      </div>
    </header>`
  }
  if (order.state === 'cancelled' || order.state === 'expired') {
    const expired = order.state === 'expired'
    return html`<header class="order-head">
      ${icons.cross}
      <div>
        <h1>${expired ? t('order.expired.title') : t('order.cancelled.title')}</h1>
        <p class="lead">${expired ? t('order.expired.text') : t('order.cancelled.text')}</p>
        ${number} <a class="button" href="${href(visit, '/products')}">${t('basket.browse')}</a>
      </div>
    </header>`
  }
  if (order.state !== 'paid' && order.payment && order.payment.kind !== 'provider_hosted')
    return waitsOtherwise(visit, order, number)
  const pay = html`<a class="button" href="${href(visit, `/orders/${linkToken}/pay`)}"
    >${t(isTaken ? 'checkout.order' : 'order.pay_now')}</a
  >`
  if (waits) {
    return html`<header class="order-head">
      ${icons.clock}
      <div>
        <h1>${t('order.settling.title')}</h1>
        <p class="lead" role="status">${t('order.settling.text')}</p>
        ${number}
      </div>
    </header>`
  }
  return html`<header class="order-head">
    ${icons.clock}
    <div>
      <h1>${t('order.waiting.title')}</h1>
      <p class="lead">${t('order.waiting.text', { until: showDateTime(visit, order.expiresAt) })}</p>
      ${number}${pay}
    </div>
  </header>`
}

// i18n-dynamic: storefront.order.otherwise.*
/** Its money comes by transfer, or is paid at the door: nothing to press, but to know. */
function waitsOtherwise(visit: Visit, { payment, expiresAt, giftCards }: OrderPage, number: Html): Html {
  const { t } = visit
  const kind = payment?.kind ?? ''
  // It ends with that day: its last instant is the first of the next.
  const lastDay = localDateIn(new Date(expiresAt.getTime() - 1), visit.market.timeZone)
  return html`<header class="order-head">
    ${icons.clock}
    <div>
      <h1>${t(`order.otherwise.${kind}.title`)}</h1>
      <p class="lead">
        ${t(`order.otherwise.${kind}.text`, { amount: showMoney(visit, giftCards.due), until: showDay(visit, lastDay) })}
      </p>
      ${number}
    </div>
  </header>`
}

function lines(visit: Visit, order: OrderPage): Html {
  return html`<ul class="small-lines">
    ${order.lines.map(
      (line) =>
        html`<li>
          <span class="box">${picture(line.imageFileId, { alt: '', sizes: '56px' })}</span
          ><span
            ><a class="small-name" href="${href(visit, `/products/${line.handle}`)}">${line.name}</a
            >${line.options !== '' && html`<span class="options">${line.options}</span>`}<span class="options"
              >${visit.t('order.quantity', { count: line.quantity })}${line.unitPrice && html` × ${showMoney(visit, line.unitPrice)}`}</span
            >${line.parts && partsOf(visit, line.parts)}</span
          ><span class="small-total">${totalOf(visit, line)}</span>
        </li>`,
    )}
  </ul>`
}

function next(visit: Visit, view: OrderView): Html | undefined {
  const { t } = visit
  const { order, awaited } = view
  if (isAllSent(view)) return undefined
  if (order.state !== 'paid' && order.state !== 'awaiting_payment') return undefined
  return html`<section aria-labelledby="next">
    <h2 id="next">${t('order.next')}</h2>
    <ol class="next">
      ${order.state === 'awaiting_payment' && howPaid(visit, order)}
      <li>${t('order.next_mail', { email: order.email })}</li>
      ${order.delivery && onItsWay(visit, order, order.delivery)}
      ${awaited.length > 0 && html`<li>${t('order.next_rest')}</li>`}
    </ol>
  </section>`
}

/** The first step of an unpaid order; of what is paid at the door it is the last. */
function howPaid({ t }: Visit, { payment }: OrderPage): Html | undefined {
  if (payment?.kind === 'cash_on_delivery') return undefined
  const { kind } = payment ?? {}
  if (kind === 'sepa_debit') return html`<li>${t('order.next_debit')}</li>`
  return html`<li>${t(kind === 'bank_transfer' ? 'order.next_transfer' : 'order.next_pay')}</li>`
}

/** Days were promised from the order on: of a transfer that is still awaited, nobody knows them. */
function onItsWay(visit: Visit, order: OrderPage, delivery: NonNullable<OrderPage['delivery']>): Html {
  const { kind } = order.payment ?? {}
  const isAwaited = order.state === 'awaiting_payment' && (kind === 'bank_transfer' || kind === 'sepa_debit')
  const when = isAwaited ? visit.t('order.next_once_paid') : promiseOf(visit, delivery)
  return html`<li>${visit.t('order.next_pack')}</li>
    <li>${textIn(visit, delivery.names)}: ${when}</li>`
}

/** What they wrote with it, as they wrote it. */
function wordsOf({ t }: Visit, { note, giftMessage }: OrderPage): Html[] {
  const said = [
    { title: t('order.note'), words: note },
    { title: t('order.gift_message'), words: giftMessage },
  ]
  return said.flatMap(({ title, words }) =>
    words === null
      ? []
      : [
          html`<section>
            <h2>${title}</h2>
            <p class="with-lines">${words}</p>
          </section>`,
        ],
  )
}

/** For which company, with the number under which it bears no tax. */
function forCompany({ t }: Visit, { company }: OrderPage): Html | undefined {
  if (!company) return undefined
  const rows = [company.name, company.vatNumber, company.taxCode].filter((row) => row !== null)
  return html`<section aria-labelledby="for-company">
    <h2 id="for-company">${t('company.for')}</h2>
    <p>${rows.map((row, index) => html`${index > 0 && html`<br />`}${row}`)}</p>
  </section>`
}

// i18n-dynamic: storefront.order.documents.*
/** Invoices, receipts and credit notes; what is in the parcel lies in it. */
function papers(visit: Visit, { documents, linkToken }: OrderView): Html | undefined {
  const { t } = visit
  const shown = documents.filter(({ kind }) => kind !== 'packing_slip')
  if (shown.length === 0) return undefined
  return html`<section aria-labelledby="documents">
    <h2 id="documents">${t('order.documents.title')}</h2>
    <ul>
      ${shown.map(
        ({ id, kind, label }) =>
          html`<li>
            <a href="/api/order-links/${linkToken}/documents/${id}" download
              >${t(`order.documents.${kind}`, { number: label })}</a
            >
          </li>`,
      )}
    </ul>
  </section>`
}

function soldUnder(visit: Visit, { policies }: OrderView): Html | undefined {
  const { t } = visit
  if (policies.length === 0) return undefined
  return html`<section aria-labelledby="sold-under">
    <h2 id="sold-under">${t('policy.sold_under')}</h2>
    <ul>
      ${policies.map(
        ({ id, kind, number }) =>
          html`<li>
            <a href="${href(visit, `/policies/${id}`)}"
              >${t('policy.numbered', { title: policyTitle(visit, kind), number })}</a
            >
          </li>`,
      )}
    </ul>
  </section>`
}

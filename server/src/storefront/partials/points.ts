import { html, type Html } from '../../host/http/html.ts'
import { money } from '../../kernel/money.ts'
import type { PointsAccount, PointsOfOrder, PointsStatement, Terms } from '../../departments/loyalty/index.ts'
import { href, showDate, showDateTime, showMoney, textIn, type Visit } from '../visit.ts'

// i18n-dynamic: loyalty.shop.*
const say = ({ translate }: Visit, key: string, values?: Record<string, string | number>): string =>
  translate(`loyalty.shop.${key}`, values)

export interface OwnPoints {
  readonly statement: PointsStatement
  /** Order id -> what opens its page. */
  readonly linkOf: (orderId: string) => string
  /** Of the form that turns points into credit: sent twice it is one conversion. */
  readonly formKey: string
  readonly message?: { readonly kind: 'good' | 'warning'; readonly words: string } | undefined
}

const MOST = 20

/** What who is signed in has: points, what they are worth and until when, what waits, and the way to turn them into credit. */
export function ownPoints(visit: Visit, own: OwnPoints): Html | undefined {
  const { accounts, movements } = own.statement
  if (accounts.length === 0) return undefined
  return html`<section aria-labelledby="own-points">
    <h2 id="own-points">${say(visit, 'title')}</h2>
    ${accounts.map((account) => ofProgramme(visit, account, own))}
    <h3>${say(visit, 'history')}</h3>
    <ul class="own-orders">
      ${movements.slice(0, MOST).map((movement) => moved(visit, movement, own.linkOf))}
    </ul>
  </section>`
}

function ofProgramme(visit: Visit, account: PointsAccount, own: OwnPoints): Html {
  const { names, currency, balance, worth, parts, waiting } = account
  const programme = textIn(visit, names)
  return html`${programme !== '' && html`<h3>${programme}</h3>`}
    <p class="credit-sum">
      <span>${say(visit, 'usable')}</span>
      <strong>${say(visit, 'points', { count: Number(balance > 0n ? balance : 0n) })}</strong>
    </p>
    ${worth > 0n && html`<p>${say(visit, 'worth', { amount: showMoney(visit, money(worth, currency)) })}</p>`}
    ${balance < 0n && html`<p>${say(visit, 'debt', { count: Number(-balance) })}</p>`}
    ${
      (parts.length > 0 || waiting.length > 0) &&
      html`<ul class="credit-parts">
        ${parts.map((part) => html`<li>${lasts(visit, part)}</li>`)}${waiting.map((one) => html`<li>${waits(visit, one)}</li>`)}
      </ul>`
    }
    ${conversion(visit, account, own)}`
}

function lasts(visit: Visit, { points, expiresOn }: PointsAccount['parts'][number]): string {
  const count = Number(points)
  return expiresOn === null
    ? say(visit, 'stay', { count })
    : say(visit, 'until', { count, day: showDate(visit, expiresOn) })
}

function waits(visit: Visit, { earned, reversed, orderNumber, ripeOn }: PointsAccount['waiting'][number]): string {
  const values = { count: Number(earned - reversed), number: orderNumber ?? '' }
  return ripeOn === null
    ? say(visit, 'waits', values)
    : say(visit, 'waits_until', { ...values, day: showDate(visit, ripeOn) })
}

function conversion(visit: Visit, { market, balance, leastPoints }: PointsAccount, { formKey }: OwnPoints): Html {
  if (balance < leastPoints)
    return html`<p class="fine-print">${say(visit, 'from', { least: Number(leastPoints) })}</p>`
  const id = `points-${market}`
  return html`<form method="post" action="${href(visit, '/account/points')}" class="coupon-entry">
    <input type="hidden" name="key" value="${formKey}" /><input type="hidden" name="market" value="${market}" />
    <label for="${id}">${say(visit, 'how_many')}</label
    ><input
      id="${id}"
      name="points"
      type="number"
      inputmode="numeric"
      min="${String(leastPoints)}"
      max="${String(balance)}"
      step="1"
      value="${String(balance)}"
      required
    /><button class="button quiet small" type="submit">${say(visit, 'convert')}</button>
  </form>`
}

// i18n-dynamic: loyalty.shop.kinds.*
function moved(visit: Visit, movement: PointsStatement['movements'][number], linkOf: OwnPoints['linkOf']): Html {
  const { kind, points, pending, orderId, orderNumber, reason, at } = movement
  const isByHand = kind === 'granted' || kind === 'taken'
  const count = points === 0n ? pending : points
  return html`<li>
    <span>${say(visit, `kinds.${kind}`)}${isByHand && reason !== null && `: ${reason}`}</span>
    ${
      orderId !== null &&
      orderNumber !== null &&
      html`<a href="${href(visit, `/orders/${linkOf(orderId)}`)}">${say(visit, 'order', { number: orderNumber })}</a>`
    }
    <span>${showDateTime(visit, at)}</span>
    <span class="own-total">${say(visit, 'signed', { points: Number(count) })}</span>
  </li>`
}

export const convertedWords = (visit: Visit): string => say(visit, 'converted')

/** What an order earned and how it stands, in a line; nothing where it earned none. */
export function pointsLine(visit: Visit, points: PointsOfOrder | undefined): Html | undefined {
  if (!points) return undefined
  const { state, earned, reversed, ripeOn, terms } = points
  const values = { count: Number(earned - reversed), programme: textIn(visit, terms.names) }
  const words =
    state === 'reversed'
      ? say(visit, 'line.reversed', { programme: values.programme })
      : state === 'confirmed'
        ? say(visit, 'line.confirmed', values)
        : ripeOn === null
          ? say(visit, 'line.waits', { ...values, days: terms.confirmDays })
          : say(visit, 'line.waits_until', { ...values, day: showDate(visit, ripeOn) })
  return html`<p class="fine-print">${words}</p>`
}

/** What a basket earns; who is not signed in reads that an account is needed. */
export function earnsLine(
  visit: Visit,
  earns: { readonly points: bigint; readonly terms: Terms } | undefined,
): Html | undefined {
  if (!earns || earns.points === 0n) return undefined
  const values = { count: Number(earns.points), programme: textIn(visit, earns.terms.names) }
  return html`<p class="fine-print">${say(visit, visit.shopper ? 'earns' : 'earns_signed_in', values)}</p>`
}

/** On a product's page: what is earned with it, as a rate, since its price depends on what is chosen. */
export function rateLine(visit: Visit, categories: readonly { readonly handle: string }[]): Html | undefined {
  const { market, shop } = visit
  const terms = shop.programmes.get(market.code)
  if (!terms?.running) return undefined
  const idOf = (handle: string) => shop.categories.find((one) => one.handle === handle)?.branch[0] ?? ''
  if (categories.some(({ handle }) => terms.excludedCategories.includes(idOf(handle)))) return undefined
  const spent = showMoney(visit, money(terms.earnAmount, market.currency))
  const values = { count: Number(terms.earnPoints), spent, programme: textIn(visit, terms.names) }
  return html`<p class="fine-print">${say(visit, 'rate', values)}</p>`
}

import { html, type Html } from '../../host/http/html.ts'
import type { AddressView } from '../../departments/customers/index.ts'
import type { WayBack } from '../come-in.ts'
import { breadcrumbs } from '../partials/breadcrumbs.ts'
import { field } from '../partials/field.ts'
import { notice } from '../partials/notice.ts'
import type { Preference } from '../../departments/customers/index.ts'
import { preferences } from '../partials/preferences.ts'
import { ownAddresses } from '../partials/own-addresses.ts'
import { ownCards } from '../partials/own-cards.ts'
import type { CardShown } from '../partials/saved-cards.ts'
import { ownPoints, type OwnPoints } from '../partials/points.ts'
import { ownCredit, type OwnCredit } from '../partials/store-credit.ts'
import { renderPage } from '../layout.ts'
import type { OwnOrder } from '../../departments/orders/index.ts'
import { href, showDateTime, showMoney, type Visit } from '../visit.ts'

export interface AccountView {
  readonly email: string
  /** Where who signs in goes back to. */
  readonly to?: WayBack
  /** Kept for the next purchase. */
  readonly addresses?: readonly AddressView[]
  readonly warning?: string
  /** Theirs, the newest first, each with what opens its page. */
  readonly orders?: readonly (OwnOrder & { readonly linkToken: string })[]
  readonly credit?: OwnCredit | undefined
  readonly points?: OwnPoints | undefined
  /** What is kept for them to pay by. */
  readonly cards?: readonly CardShown[]
  /** What they may be sent. */
  readonly consents?: readonly Preference[]
}

/** Who is signed in, or the form for it: prices that were agreed on are seen from here on. */
export function accountPage(visit: Visit, view: AccountView): string {
  const { t, shopper } = visit
  return renderPage(visit, {
    title: t('account.title'),
    noindex: true,
    body: html`<div class="wide">
      ${breadcrumbs(visit, [{ name: t('account.title'), path: '/account' }])}
      <h1>${t('account.title')}</h1>
      ${view.warning !== undefined && notice('warning', html`<p>${view.warning}</p>`)}
      ${shopper ? signedIn(visit, shopper.name, view) : form(visit, view)}
    </div>`,
  })
}

function signedIn(visit: Visit, name: string, view: AccountView): Html {
  const { orders = [], credit, points, cards = [], addresses = [], consents = [] } = view
  const { t } = visit
  return html`<div class="signed-in">
    <p>${t('account.signed_in', { name })}</p>
    <form method="post" action="${href(visit, '/account/sign-out')}">
      <button class="button quiet" type="submit">${t('account.sign_out')}</button>
    </form>
    ${points?.message && notice(points.message.kind, html`<p>${points.message.words}</p>`)}
    ${credit && ownCredit(visit, credit)} ${points && ownPoints(visit, points)}
    <section aria-labelledby="own-orders">
      <h2 id="own-orders">${t('account.orders')}</h2>
      ${
        orders.length === 0
          ? html`<p>${t('account.no_orders')}</p>`
          : html`<ul class="own-orders">
              ${orders.map((order) => ownOrder(visit, order))}
            </ul>`
      }
    </section>
    ${ownCards(visit, cards)} ${ownAddresses(visit, addresses)}
    ${
      consents.length > 0 &&
      html`<section aria-labelledby="own-consents">
        <h2 id="own-consents">${t('contact.own')}</h2>
        ${preferences(visit, { items: consents, action: href(visit, '/account/consents') })}
      </section>`
    }
  </div>`
}

// i18n-dynamic: storefront.account.states.*
function ownOrder(visit: Visit, order: NonNullable<AccountView['orders']>[number]): Html {
  const { t } = visit
  const { number, state, placedAt, total, linkToken } = order
  return html`<li>
    <a href="${href(visit, `/orders/${linkToken}`)}">${t('order.number', { number })}</a>
    <span>${t('order.placed', { at: showDateTime(visit, placedAt) })}</span>
    <span>${t(`account.states.${state}`)}</span>
    <span class="own-total">${showMoney(visit, total)}</span>
  </li>`
}

function form(visit: Visit, { email, to = '' }: AccountView): Html {
  const { t } = visit
  const query = to === '' ? '' : `?to=${to}`
  return html`<form class="fields sign-in" method="post" action="${href(visit, '/account/session')}">
    <p>${t('account.why')}</p>
    <input type="hidden" name="to" value="${to}" />
    ${field(visit, {
      name: 'email',
      label: t('checkout.email'),
      value: email,
      required: true,
      autocomplete: 'username',
      type: 'email',
      maxlength: 254,
    })}${field(visit, {
      name: 'password',
      label: t('account.password'),
      value: '',
      required: true,
      autocomplete: 'current-password',
      type: 'password',
      maxlength: 1000,
    })}
    <button class="button" type="submit">${t('account.sign_in')}</button>
    <p><a class="text-link" href="${href(visit, '/account/password')}">${t('account.forgot')}</a></p>
    <p class="new-here">
      ${t('account.new_here')}
      <a class="text-link" href="${href(visit, '/account/register')}${query}">${t('account.register.title')}</a>
    </p>
  </form>`
}

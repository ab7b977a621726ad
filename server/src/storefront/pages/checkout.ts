import type { AskedPurpose, ConsentWish } from '../../departments/customers/index.ts'
import type { PolicyKind } from '../../departments/legal/index.ts'
import type { ConsentKind } from '../../departments/orders/index.ts'
import { html, type Html } from '../../host/http/html.ts'
import type { KnownShopper } from '../known-shopper.ts'
import { accountHere, keepAddressBox } from '../partials/account-in-checkout.ts'
import { addressChoices } from '../partials/own-addresses.ts'
import { addressField, type AddressPart, type AddressShown } from '../partials/address-fields.ts'
import { billingAddress } from '../partials/billing-address.ts'
import { checkoutSummary, owedBar } from '../partials/checkout-summary.ts'
import { contactBoxes } from '../partials/contact-consents.ts'
import { deliveryWays } from '../partials/delivery-ways.ts'
import { field, problemSummary, type Problem } from '../partials/field.ts'
import { lineProblem } from '../partials/line-problem.ts'
import { noticeInWay } from '../partials/notice.ts'
import { paymentWays } from '../partials/payment-ways.ts'
import { savedCards, type CardShown } from '../partials/saved-cards.ts'
import { whatChanged } from '../partials/what-changed.ts'
import { renderPage } from '../layout.ts'
import type { AddressField, AddressFormat, BasketPage } from '../views.ts'
import { countriesOf, href, type Visit } from '../visit.ts'

/** Everything that was typed, as it was typed. */
export type CheckoutForm = Readonly<
  Record<
    | 'email'
    | 'country'
    | 'delivery'
    | 'payment'
    | DebitField
    | AddressField
    | CompanyField
    | 'note'
    | 'gift_message'
    | 'coupon'
    | 'gift_card'
    | 'card'
    | 'keep_card'
    | 'keep_later'
    | 'keep_address'
    | 'billing'
    | 'billing_country'
    | `billing_${AddressPart}`
    | `consent_${ConsentKind}`,
    string
  >
>

/** Whose account, which, and the tick that signs. */
export type DebitField = 'debit_holder' | 'debit_iban' | 'debit_signed'

export type CompanyField = 'business' | 'vat' | 'tax_code'

export interface CheckoutView {
  readonly basket: BasketPage
  readonly form: CheckoutForm
  readonly format: AddressFormat
  readonly problems: readonly Problem[]
  /** What the order will be sold under, by the addresses that stay. */
  readonly policies: readonly { readonly id: string; readonly kind: PolicyKind }[]
  /** What they are asked whether they may be sent it, and which of the boxes they ticked. */
  readonly purposes: readonly AskedPurpose[]
  readonly ticked: readonly ConsentWish[]
  /** What is kept for who is signed in; undefined for everybody else. */
  readonly cards: readonly CardShown[] | undefined
  /** Who is signed in, with what is kept of them. */
  readonly known?: KnownShopper | undefined
  /** What changed since the shopper last looked: prices, stock, the cost of delivery. */
  readonly warning: string | undefined
  /** What just became of a coupon or a gift card. */
  readonly said?: string | undefined
}

export function checkoutPage(visit: Visit, view: CheckoutView): string {
  const { t } = visit
  const { basket, problems, warning } = view
  return renderPage(visit, {
    title: problems.length > 0 ? t('form.problem_title', { title: t('checkout.title') }) : t('checkout.title'),
    noindex: true,
    quiet: true,
    islands: ['checkout'],
    body: html`<div class="wide">
      <h1>${t('checkout.title')}</h1>
      ${problemSummary(visit, problems)}${warning !== undefined && noticeInWay(html`<p>${warning}</p>`)}
      <form class="two checkout" method="post" action="${href(visit, '/checkout')}" novalidate data-island="checkout">
        <input type="hidden" name="key" value="${basket.id}" /><input
          type="hidden"
          name="total"
          value="${basket.total.amount}"
        /><input type="hidden" name="currency" value="${basket.total.currency}" />
        <input type="hidden" name="today" value="${(basket.paysLater?.today ?? basket.total).amount}" />
        <input type="hidden" name="cards" value="${basket.giftCards.covered.amount}" />
        <input type="hidden" name="policies" value="${view.policies.map(({ id }) => id).join(' ')}" />
        ${!basket.orderable && flaws(visit, basket)} ${whatChanged(visit, basket, seenButton(visit))}
        ${view.known && html`<input type="hidden" name="known" value="yes" />`}
        <input type="hidden" name="mark" value="${basket.changesMark}" />
        <button class="unseen" type="submit" name="act" value="order" tabindex="-1" aria-hidden="true">
          ${t('checkout.order')}
        </button>
        <div class="steps">
          ${contact(visit, view)}${address(visit, view)}${billingAddress(visit, view)}${company(visit, view)}${basket.needsDelivery && deliveries(visit, view)}${words(visit, view)}${paymentWays(visit, { ways: basket.waysToPay, chosen: view.form.payment, problem: problemOf(view, 'payment'), form: view.form, problemOf: (name) => problemOf(view, name) })}
          ${cards(visit, view)} ${contactStep(visit, view)} ${owedBar(visit, view)}
        </div>
        ${checkoutSummary(visit, view)}
      </form>
    </div>`,
  })
}

/** Nothing that was typed is lost by it. */
const seenButton = ({ t }: Visit) =>
  html`<button class="button quiet small" type="submit" name="act" value="seen">${t('basket.changed.seen')}</button>`

/** What cannot be had any more, and one button that takes it out without losing what was typed. */
function flaws(visit: Visit, { lines }: BasketPage): Html {
  const { t } = visit
  return html`<div class="notice bad flaws" role="alert">
    <ul>
      ${lines
        .filter(({ problem }) => problem !== undefined)
        .map((line) => html`<li>${line.name}: ${lineProblem(visit, line)}</li>`)}
    </ul>
    <button class="button quiet small" type="submit" name="act" value="mend">${t('checkout.mend')}</button>
  </div>`
}

function problemOf({ problems }: CheckoutView, name: string): string | undefined {
  return problems.find((problem) => problem.field === name)?.message
}

function contact(visit: Visit, view: CheckoutView): Html {
  const { t } = visit
  return html`<fieldset class="step">
    <legend><h2>${t('checkout.contact')}</h2></legend>
    ${accountHere(visit, view.known)}
    <div class="fields">
      ${field(visit, { name: 'email', label: t('checkout.email'), value: view.form.email, required: true, type: 'email', autocomplete: 'email', maxlength: 254, hint: t('checkout.email_hint'), problem: problemOf(view, 'email') })}
      ${phoneField(visit, view)}
    </div>
  </fieldset>`
}

/** Asked of everybody whose carrier calls; who wants to be called may always say where. */
function phoneField(visit: Visit, view: CheckoutView): Html {
  const { t } = visit
  const { basket, form } = view
  const required = basket.deliveries.some(({ code, asksPhone }) => asksPhone && code === form.delivery)
  return html`<div data-part="phone">
    ${field(visit, { name: 'phone', label: t('checkout.field.phone'), value: form.phone, required, type: 'tel', autocomplete: 'tel', maxlength: 40, hint: required ? t('checkout.phone_hint') : undefined, problem: problemOf(view, 'phone') })}
  </div>`
}

/** Asked of who is signed in, where cards are taken. */
function cards(visit: Visit, { cards: kept, form, basket }: CheckoutView): Html | undefined {
  if (!kept || !basket.waysToPay.some(({ kind }) => kind === 'provider_hosted')) return undefined
  const choosing = { chosen: form.card, keeps: form.keep_card === 'yes', later: form.keep_later === 'yes' }
  return savedCards(visit, { cards: kept, ...choosing })
}

/** A step of its own, far from the button and its terms: nothing hangs on it (GDPR, art. 7(2) and (4)). */
function contactStep(visit: Visit, { purposes, ticked }: CheckoutView): Html | undefined {
  if (purposes.length === 0) return undefined
  return html`<fieldset class="step">
    <legend><h2>${visit.t('contact.title')}</h2></legend>
    <p class="fine-print">${visit.t('contact.free')}</p>
    ${contactBoxes(visit, purposes, ticked)}
  </fieldset>`
}

/** Nobody has to say anything. */
function words(visit: Visit, { form, basket }: CheckoutView): Html {
  const { t } = visit
  const common = { required: false, autocomplete: 'off', maxlength: 500, lines: 2 }
  return html`<fieldset class="step">
    <legend><h2>${t('checkout.words')}</h2></legend>
    <div class="fields">
      ${field(visit, { ...common, name: 'note', label: t('checkout.note'), value: form.note, hint: t('checkout.note_hint') })}
      ${basket.needsDelivery && field(visit, { ...common, name: 'gift_message', label: t('checkout.gift_message'), value: form.gift_message, hint: t('checkout.gift_message_hint') })}
    </div>
  </fieldset>`
}

/** Fields in the order in which an envelope of the country is written. */
function address(visit: Visit, view: CheckoutView): Html {
  const { t } = visit
  const { form, format } = view
  const shown: AddressShown = {
    ...{ format, country: form.country, problemOf: (name) => problemOf(view, name) },
    valueOf: (part) => form[part],
  }
  return html`<fieldset class="step">
    <legend><h2>${t(view.basket.needsDelivery ? 'checkout.address' : 'checkout.who_buys')}</h2></legend>
    ${addressChoices(visit, view.known?.addresses ?? [])}
    <div class="country-row">
      ${field(visit, { name: 'country', label: t('checkout.country'), value: form.country, required: true, autocomplete: 'country', choices: countriesOf(visit).map(({ code, name }) => ({ value: code, name })), problem: problemOf(view, 'country') })}
      <button class="button quiet small" type="submit" name="act" value="country" data-part="change-country">
        ${t('checkout.change_country')}
      </button>
    </div>
    <div class="fields">
      ${format.order.filter(isWho).map((name) => addressField(visit, shown, name))}
      <div class="only-brought">
        ${format.order.filter((name) => !isWho(name)).map((name) => addressField(visit, shown, name))}
        ${view.known && view.basket.needsDelivery && keepAddressBox(visit, form)}
      </div>
    </div>
  </fieldset>`
}

/** All that is asked of who collects. */
const isWho = (name: AddressField) => name === 'name'

/** Open once something stands in it; for most people it is one line. */
function company(visit: Visit, view: CheckoutView): Html {
  const { t } = visit
  const { form, basket } = view
  const names: readonly CompanyField[] = ['business', 'vat', 'tax_code']
  const isOpen = names.some((name) => form[name] !== '') || basket.company !== undefined
  return html`<details class="step for-company" ${isOpen && html` open`}>
    <summary><h2>${t('company.buy_for')}</h2></summary>
    <div class="fields">
      ${field(visit, { name: 'business', label: t('company.name'), value: form.business, required: false, autocomplete: 'organization', maxlength: 200, problem: problemOf(view, 'business') })}
      ${field(visit, { name: 'vat', label: t('company.vat'), value: form.vat, required: false, autocomplete: 'off', maxlength: 40, hint: t('company.vat_hint'), problem: problemOf(view, 'vat') })}
      ${field(visit, { name: 'tax_code', label: t('company.tax_code'), value: form.tax_code, required: false, autocomplete: 'off', maxlength: 40, problem: problemOf(view, 'tax_code') })}
    </div>
    ${checked(visit, view)}
    <button class="button quiet small" type="submit" name="act" value="company">${t('company.check')}</button>
  </details>`
}

// i18n-dynamic: storefront.company.state.*
function checked({ t }: Visit, view: CheckoutView): Html | undefined {
  const { company: known, taxTreatment } = view.basket
  if (!known?.vatNumber || known.state === undefined || problemOf(view, 'vat') !== undefined) return undefined
  const isAccepted = known.state === 'unavailable' && taxTreatment === 'reverse_charge'
  return html`<p role="status">
    ${t(`company.state.${isAccepted ? 'accepted' : known.state}`, { number: known.vatNumber })}
  </p>`
}

function deliveries(visit: Visit, view: CheckoutView): Html {
  const { t } = visit
  const { basket, form } = view
  const problem = problemOf(view, 'delivery')
  return html`<fieldset class="step" ${problem !== undefined && html` aria-describedby="field-delivery-problem"`}>
    <legend><h2>${t('checkout.delivery')}</h2></legend>
    ${problem !== undefined && html`<p class="problem" id="field-delivery-problem">${problem}</p>`}
    ${deliveryWays(visit, basket, form.delivery)}
    <button class="button quiet small" type="submit" name="act" value="delivery" data-part="update">
      ${t('checkout.update_total')}
    </button>
  </fieldset>`
}

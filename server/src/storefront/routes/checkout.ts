import type { FastifyInstance, FastifyReply } from 'fastify'
import { runCommand } from '../../host/context.ts'
import { refusalKey } from '../../host/http/problem.ts'
import type { Locale } from '../../host/i18n/locales.ts'
import type { Refusal } from '../../kernel/result.ts'
import { listAskedPurposes } from '../../departments/customers/index.ts'
import { listPoliciesInForce } from '../../departments/legal/index.ts'
import {
  acknowledgeChanges,
  addressFormat,
  isCollected,
  listDeliveryMethods,
  setBasketDestination,
  type Basket,
} from '../../departments/orders/index.ts'
import { takeCodes, type CodesTaken } from '../checkout-codes.ts'
import { goTo, sendPage, type Desk, type PageCall } from '../desk.ts'
import { checkoutPage, type CheckoutForm } from '../pages/checkout.ts'
import { labelOf } from '../partials/address-fields.ts'
import type { Problem } from '../partials/field.ts'
import { signedBy } from '../../flows/place-order/index.ts'
import { consentsIn } from '../partials/consents.ts'
import { findKnownShopper, keepOwnAddress, prefilled, withAddress } from '../known-shopper.ts'
import { holderIn, mandateProblem, mandateProblems } from '../mandate-problems.ts'
import { wishesIn } from '../partials/contact-consents.ts'
import { findPlacedLink, placeFromPage } from '../place-from-page.ts'
import { addressOf, billingOf, checkoutFormOf, emptyForm, formatAsked, problemsOf } from '../read-checkout-form.ts'
import { mendLines } from '../mend-lines.ts'
import { takeCompany } from '../take-company.ts'
import { payAsWished } from '../pay-saved.ts'
import { cardsOf } from '../reads/cards-of.ts'
import { countIn } from '../reads/count-in.ts'
import { findOpenBasket, keepLooked, readBasket } from '../reads/read-basket.ts'
import { refusalWords } from '../refusal-words.ts'
import { basketKeyAsked, basketKeyOf } from '../reads/basket-key.ts'
import type { AddressField, BasketPage } from '../views.ts'
import { href, showMoney } from '../visit.ts'
import { changeCreditUse } from './gift-cards.ts'
import { inCountry } from '../visit-of.ts'

export function mountCheckout(scope: FastifyInstance, desk: Desk, locale: Locale): void {
  scope.get('/checkout', desk.own(locale, showCheckout))
  scope.post('/checkout', desk.own(locale, takeCheckout))
}

/** Of the basket that the form was made for. */
const keyOf = (call: PageCall) => basketKeyAsked(call, (call.request.body as URLSearchParams).get('key'))

interface Answer {
  readonly form: CheckoutForm
  readonly problems?: readonly Problem[]
  readonly warning?: string | undefined
  readonly said?: string | undefined
  readonly status?: number
}

async function showCheckout(call: PageCall): Promise<FastifyReply> {
  const { reply, house, visit } = call
  const key = await basketKeyOf(call)
  const open = await findOpenBasket(house, key)
  if (!open) {
    const placed = key && (await findPlacedLink(house, key))
    return goTo(reply, href(visit, placed ? `/orders/${placed}` : '/basket'))
  }
  if (countIn(open) === 0) return goTo(reply, href(visit, '/basket'))
  const form = prefilled(emptyForm(open), await findKnownShopper(house, visit))
  return answerCheckout(call, open, { form })
}

/** The page with what was typed. The first way of delivery is chosen beforehand, so that the total is whole from the start. */
async function answerCheckout(call: PageCall, open: Basket, answer: Answer): Promise<FastifyReply> {
  const { house, reply } = call
  const visit = inCountry(call.visit, open.country)
  let chosen = open
  let basket = await readBasket(house, visit, chosen)
  const first = basket?.deliveries[0]?.code
  if (basket && basket.chosenDelivery === undefined && first !== undefined) {
    chosen = { ...open, deliveryMethod: first }
    basket = await readBasket(house, visit, chosen)
  }
  if (!basket) return goTo(reply, `${href(visit, '/basket')}?done=changed`)
  await keepLooked(call, basket)
  const form = { ...answer.form, country: open.country, delivery: basket.chosenDelivery ?? '' }
  const market = open.market.code
  const [policies, purposes] = await Promise.all([
    listPoliciesInForce(house.database, { market, at: house.clock.now() }),
    listAskedPurposes(house.database, { market, place: 'checkout', customerId: visit.shopper?.id }),
  ])
  const page = checkoutPage(visit, {
    basket,
    form,
    format: formatAsked(addressFormat(open.country), form, basket.needsDelivery),
    problems: answer.problems ?? [],
    policies,
    purposes,
    ticked: wishesIn(call.request.body),
    cards: visit.shopper && (await cardsOf(house, visit, visit.shopper.id)),
    known: await findKnownShopper(house, visit),
    warning: answer.warning,
    said: answer.said,
  })
  return sendPage(reply, page, answer.status ?? 200)
}

async function takeCheckout(call: PageCall): Promise<FastifyReply> {
  const { request, reply, house, visit } = call
  const fields = request.body as URLSearchParams
  const key = await keyOf(call)
  if (!key) {
    // A basket of who is signed in is found by nobody else, not even by them once their session has ended.
    const isSignedOut = fields.has('known') && !visit.shopper
    return goTo(
      reply,
      isSignedOut ? `${href(visit, '/account')}?to=checkout&done=ended` : `${href(visit, '/basket')}?done=lost`,
    )
  }
  const form = checkoutFormOf(fields)
  // A page of a basket before this one: what it shows is not what would be ordered.
  if (fields.get('key') !== key.id) return goTo(reply, `${href(visit, '/basket')}?done=changed`)
  const open = await findOpenBasket(house, key)
  if (!open) return order(call, form, fields)
  if (countIn(open) === 0) return goTo(reply, href(visit, '/basket'))
  const act = fields.get('act')
  const codes = await takeCodes(call, key, { act: act ?? '', form })
  if (codes) return answerCodes(call, open, { codes, isOrder: act === 'order' })
  const company = await takeCompany(call, open, form)
  if (company) return answerCheckout(call, withDelivery(open, form), { form, problems: [company], status: 422 })
  if (act === 'company') {
    const known = (await findOpenBasket(house, key)) ?? open
    return answerCheckout(call, withDelivery(known, form), { form })
  }
  if (act?.startsWith('address:')) return fillIn(call, open, { form, addressId: act.slice('address:'.length) })
  if (act === 'billing') return answerCheckout(call, withDelivery(open, form), { form })
  if (act === 'mend') return mend(call, open, form)
  if (act === 'use_credit' || act === 'keep_credit') {
    await changeCreditUse(call, act === 'use_credit')
    return answerCheckout(call, withDelivery(open, form), { form })
  }
  if (act === 'seen') {
    const mark = fields.get('mark') ?? ''
    await runCommand(house, { actor: request.actor, requestId: request.id }, (ctx) =>
      acknowledgeChanges(ctx, key, mark),
    )
    const known = (await findOpenBasket(house, key)) ?? open
    return answerCheckout(call, withDelivery(known, form), { form })
  }
  if (act === 'country' || act === 'delivery' || form.country !== open.country)
    return redirectBasket(call, open, form, act)
  const there = inCountry(visit, open.country)
  // Who chose a way of delivery has something delivered; only who chose none is looked at.
  const collected = await isCollected(house.database, form.delivery)
  const delivered =
    !collected && (form.delivery !== '' || (await readBasket(house, there, open))?.needsDelivery !== false)
  const format = formatAsked(addressFormat(form.country), form, delivered)
  const labels = (field: AddressField) => labelOf(there, { format }, field)
  const asksPhone = await asksForPhone(call, open, form)
  const problems = [
    ...problemsOf(there, form, { format, delivered, labels, asksPhone }),
    ...(await mandateProblems(house, there, form)),
  ]
  if (problems.length > 0) return answerCheckout(call, withDelivery(open, form), { form, problems, status: 422 })
  return order(call, form, fields)
}

/** The same page with another total; who wanted to order is told so, since nothing was. */
async function answerCodes(
  call: PageCall,
  open: Basket,
  { codes, isOrder }: { codes: CodesTaken; isOrder: boolean },
): Promise<FastifyReply> {
  const chosen = withDelivery((await findOpenBasket(call.house, await keyOf(call))) ?? open, codes.form)
  const warning = isOrder && codes.problems.length === 0 ? await newTotal(call, chosen) : undefined
  return answerCheckout(call, chosen, { ...codes, warning })
}

/** One of their kept addresses instead of what is typed; the basket goes to its country. */
async function fillIn(
  call: PageCall,
  open: Basket,
  { form, addressId }: { form: CheckoutForm; addressId: string },
): Promise<FastifyReply> {
  const known = await findKnownShopper(call.house, call.visit)
  const address = known?.addresses.find(({ id }) => id === addressId)
  return address
    ? redirectBasket(call, open, withAddress(form, address), 'address')
    : answerCheckout(call, withDelivery(open, form), { form })
}

async function asksForPhone({ house }: PageCall, open: Basket, { country, delivery }: CheckoutForm): Promise<boolean> {
  if (delivery === '') return false
  const methods = await listDeliveryMethods(house.database, { country, from: open.market.locationCode })
  return methods.some(({ code, asksPhone }) => code === delivery && asksPhone === true)
}

const withDelivery = (open: Basket, { delivery, region, postcode }: CheckoutForm): Basket => ({
  ...open,
  deliveryMethod: delivery || open.deliveryMethod,
  // Parts of some countries are taxed otherwise than the rest.
  destination: { region, postcode },
})

/** Another country or way of delivery: the basket keeps it, and the page comes back with its fields and totals. */
async function redirectBasket(
  call: PageCall,
  open: Basket,
  form: CheckoutForm,
  act: string | null,
): Promise<FastifyReply> {
  const { request, house, visit, cookies } = call
  const key = (await keyOf(call)) ?? { id: open.id, token: undefined }
  // Province and postcode of one country mean nothing in another; a whole address brings its own.
  const isWhole = form.country === open.country || act === 'address'
  const to = {
    country: form.country,
    region: isWhole ? form.region : '',
    postcode: isWhole ? form.postcode : '',
    deliveryMethod: form.country === open.country ? form.delivery || null : null,
    locale: visit.locale,
  }
  const set = await runCommand(house, { actor: request.actor, requestId: request.id }, (ctx) =>
    setBasketDestination(ctx, key, to),
  )
  if (!set.ok)
    return answerCheckout(call, open, { form, warning: refusalWords(visit, set.refusal), status: set.refusal.status })
  if (form.country !== open.country) cookies.keepCountry(form.country)
  const moved = (await findOpenBasket(house, key)) ?? open
  const kept = isWhole ? form : { ...form, region: '', postcode: '' }
  const warning = act === 'order' ? visit.t('checkout.basket_changed') : undefined
  return answerCheckout(call, moved, { form: kept, warning })
}

/** Takes out what cannot be had any more, and keeps everything that was typed. */
async function mend(call: PageCall, open: Basket, form: CheckoutForm): Promise<FastifyReply> {
  const { reply, house, visit, cookies } = call
  const key = (await keyOf(call)) ?? { id: open.id, token: undefined }
  await mendLines(call, open, key)
  const mended = await findOpenBasket(house, key)
  if (!mended || countIn(mended) === 0) return goTo(reply, `${href(visit, '/basket')}?done=changed`)
  cookies.keepCount(countIn(mended))
  return answerCheckout(call, withDelivery(mended, form), { form, warning: visit.t('checkout.basket_changed') })
}

/** The button of obligation was pressed. */
async function order(call: PageCall, form: CheckoutForm, fields: URLSearchParams): Promise<FastifyReply> {
  const { request, reply, house, visit, cookies } = call
  const key = (await keyOf(call)) ?? { id: '', token: undefined }
  const collected = await isCollected(house.database, form.delivery)
  const placed = await placeFromPage(
    house,
    {
      basket: key,
      email: form.email,
      address: addressOf(form, formatAsked(addressFormat(form.country), form, !collected)),
      billing: billingOf(form),
      deliveryMethod: form.delivery,
      paymentMethod: form.payment || undefined,
      acceptedTotal: { amount: wholeNumber(fields.get('total')), currency: fields.get('currency') ?? '' },
      ...(fields.has('cards') && {
        acceptedGiftCards: { amount: wholeNumber(fields.get('cards')), currency: fields.get('currency') ?? '' },
      }),
      ...(fields.has('today') && {
        acceptedToday: { amount: wholeNumber(fields.get('today')), currency: fields.get('currency') ?? '' },
      }),
      locale: visit.locale,
      note: form.note || undefined,
      giftMessage: form.gift_message || undefined,
      consents: consentsIn(fields),
      contactConsents: wishesIn(fields),
      ip: request.ip,
      acceptedPolicies: fields.get('policies')?.split(' ').filter(Boolean),
      debit:
        form.debit_signed === 'yes'
          ? await signedBy(
              { house, locale: visit.locale, userAgent: request.headers['user-agent'] },
              { method: form.payment, holder: holderIn(form), iban: form.debit_iban },
            )
          : undefined,
    },
    { actor: request.actor, requestId: request.id },
  )
  if (!placed.ok) return refused(call, form, placed.refusal)
  cookies.keepCount(0)
  if (!collected) await keepOwnAddress(call, form)
  return goTo(reply, await payAsWished(call, placed.value.linkToken, form))
}

function wholeNumber(text: string | null): number {
  return /^\d{1,15}$/.test(text ?? '') ? Number(text) : -1
}

/** Nothing was ordered: the page comes back with what was typed, and says what is different now. */
async function refused(call: PageCall, form: CheckoutForm, refusal: Refusal): Promise<FastifyReply> {
  const { reply, house, visit } = call
  const open = await findOpenBasket(house, await keyOf(call))
  if (!open || countIn(open) === 0) return goTo(reply, `${href(visit, '/basket')}?done=ordered`)
  const chosen = withDelivery(open, form)
  if (refusal.field === 'paymentMethod') {
    // Beside the field the rule alone: what to do about it is to choose another one there.
    const message = visit.translate(`${refusalKey(refusal.code)}.title`, refusal.params)
    return answerCheckout(call, chosen, { form, problems: [{ field: 'payment', message }], status: refusal.status })
  }
  if (refusal.field?.startsWith('debit')) {
    return answerCheckout(call, chosen, { form, problems: [mandateProblem(visit, refusal)], status: refusal.status })
  }
  if (refusal.field?.startsWith('billing.')) {
    const field = `billing_${refusal.field.slice('billing.'.length)}`
    const message = visit.translate(`${refusalKey(refusal.code)}.title`, refusal.params)
    return answerCheckout(call, chosen, { form, problems: [{ field, message }], status: refusal.status })
  }
  const warning = await warningOf(call, chosen, refusal)
  return answerCheckout(call, chosen, { form, warning, status: refusal.status })
}

function warningOf(call: PageCall, chosen: Basket, refusal: Refusal): Promise<string> | string {
  if (refusal.code === 'orders.total_changed') return newTotal(call, chosen)
  return refusal.code === 'legal.policies_changed' ? call.visit.t('policy.changed') : refusalWords(call.visit, refusal)
}

async function newTotal({ house, visit }: PageCall, chosen: Basket): Promise<string> {
  const there = inCountry(visit, chosen.country)
  const basket: BasketPage | undefined = await readBasket(house, there, chosen)
  return basket
    ? visit.t('checkout.total_changed', { total: showMoney(there, basket.total) })
    : visit.t('checkout.basket_changed')
}

import { html, type Html } from '../../host/http/html.ts'
import type { JoinShown } from '../../departments/orders/index.ts'
import { basketOffers } from '../partials/basket-offers.ts'
import { icons } from '../partials/icons.ts'
import { joinedNotice } from '../partials/joined-notice.ts'
import { paysLater } from '../partials/pays-later.ts'
import { latePiecesOf } from '../partials/availability.ts'
import { lineProblem } from '../partials/line-problem.ts'
import { notice } from '../partials/notice.ts'
import { picture } from '../partials/picture.ts'
import { priceOf, taxNote } from '../partials/price.ts'
import { reasonsOf } from '../partials/reasons.ts'
import { creditForm, giftCardForm, goesTo } from '../partials/gift-cards.ts'
import { earnsLine } from '../partials/points.ts'
import { totals } from '../partials/totals.ts'
import { limitAttributes, limitWords } from '../partials/order-limit.ts'
import { partsOf } from '../partials/parts-of.ts'
import { priceBefore, whatChanged } from '../partials/what-changed.ts'
import { renderPage } from '../layout.ts'
import type { BasketLine, BasketPage } from '../views.ts'
import { countryName, href, showMoney, type Visit } from '../visit.ts'

export interface RefusedCode {
  readonly kind: 'coupon' | 'card'
  readonly code: string
}

export interface BasketView {
  /** Undefined where there is none yet. */
  readonly basket: BasketPage | undefined
  readonly message: { readonly kind: 'good' | 'warning' | 'bad'; readonly words: string } | undefined
  /** What became of this basket and another one at sign-in. */
  readonly joined?: JoinShown | undefined
  /** The link by which this basket was just shared. */
  readonly shared?: string | undefined
  /** A code that was refused, as it was typed. */
  readonly typed?: RefusedCode | undefined
}

export function basketPage(visit: Visit, { basket, message, typed, joined, shared }: BasketView): string {
  const { t } = visit
  return renderPage(visit, {
    title: t('basket.title'),
    noindex: true,
    body: html`<div class="wide">
      <h1>${t('basket.title')}</h1>
      ${message && notice(message.kind, html`<p>${message.words}</p>`)} ${joined && joinedNotice(visit, joined)}
      ${shared !== undefined && sharedNotice(visit, shared)}
      ${basket && whatChanged(visit, basket, seenForm(visit, basket))}
      ${basket && basket.lines.length > 0 ? full(visit, basket, typed) : empty(visit)}
    </div>`,
  })
}

/** To be copied by hand or by a long press: it works without a script. */
function sharedNotice({ t }: Visit, link: string): Html {
  return notice(
    'good',
    html`<p>${t('share.made')}</p>
      <p class="coupon-code"><a href="${link}">${link}</a></p>`,
  )
}

function seenForm(visit: Visit, { changesMark }: BasketPage): Html {
  return html`<form method="post" action="${href(visit, '/basket/seen')}">
    <input type="hidden" name="mark" value="${changesMark}" /><button class="button quiet small" type="submit">
      ${visit.t('basket.changed.seen')}
    </button>
  </form>`
}

function empty(visit: Visit): Html {
  const { t } = visit
  return html`<div class="empty">
    ${icons.basket}
    <p>${t('basket.empty')}</p>
    <a class="button" href="${href(visit, '/products')}">${t('basket.browse')}</a>
  </div>`
}

function full(visit: Visit, basket: BasketPage, typed?: RefusedCode): Html {
  const { t } = visit
  const codeOf = (kind: RefusedCode['kind']) => (typed?.kind === kind ? typed.code : undefined)
  return html`<div class="two">
    <section aria-label="${t('basket.lines')}">
      <ul class="lines">
        ${basket.lines.map((line) => lineOf(visit, line, basket))}
      </ul>
    </section>
    <section class="summary" aria-labelledby="sum">
      <h2 id="sum">${t('basket.summary')}</h2>
      ${deliveryHint(visit, basket)} ${basketOffers(visit, basket)} ${couponForm(visit, basket, codeOf('coupon'))}
      ${giftCardForm(visit, basket, codeOf('card'))} ${creditForm(visit, basket)}
      ${totals(visit, { ...basket, delivery: basket.deliveryPrice })} ${earnsLine(visit, basket.earns)}
      ${paysLater(visit, { later: basket.paysLater, isMixed: basket.isMixed, isDeliveryKnown: basket.deliveryPrice !== undefined })}
      ${basket.needsDelivery && basket.deliveryPrice === undefined && html`<p class="fine-print">${t('basket.delivery_later', { country: countryName(visit.locale, basket.country) })}</p>`}
      <p class="fine-print">${taxNote(visit)}</p>
      ${
        basket.orderable
          ? html`<a class="button wide-button" href="${href(visit, '/checkout')}">${t('basket.checkout')}</a>`
          : html`<p class="problem">${t('basket.mend')}</p>`
      }
      <a class="text-link" href="${href(visit, '/products')}">${t('basket.go_on')}</a>
      ${reasonsOf(visit, basket)}
      <form method="post" action="${href(visit, '/basket/share')}">
        <button class="link-button" type="submit">${t('share.make')}</button>
      </form>
    </section>
  </div>`
}

function lineOf(visit: Visit, line: BasketLine, basket: BasketPage): Html {
  const { t } = visit
  const { name, options } = line
  const { bundle } = line
  const action = href(visit, bundle ? `/basket/bundles/${bundle.id}` : `/basket/lines/${line.variantId}`)
  const field = `quantity-${bundle?.id ?? line.variantId}`
  return html`<li class="line">
    <span class="box">${picture(line.imageFileId, { alt: '', sizes: '112px' })}</span>
    <div class="line-text">
      <h2>${line.handle === null ? name : html`<a href="${href(visit, `/products/${line.handle}`)}">${name}</a>`}</h2>
      ${options !== '' && html`<p class="options">${options}</p>`} ${latePiecesOf(visit, line)} ${goesTo(visit, line)}
      ${
        bundle
          ? html`${partsOf(visit, bundle.parts)}
            ${bundle.saved && html`<p class="bundle-saved">${t('bundle.saved', { amount: showMoney(visit, bundle.saved) })}</p>`}`
          : html`<p class="each">
              ${priceOf(visit, { price: line.unitPrice, exactPrice: line.exactPrice, compareAt: line.compareAt, lowest: line.lowest })}
            </p>`
      }
      ${priceBefore(visit, basket, bundle?.id ?? line.variantId)}
      ${line.limit && html`<p class="fine-print">${limitWords(visit, line.limit)}</p>`}
      ${line.problem && html`<p class="problem">${lineProblem(visit, line)}</p>`}
    </div>
    <div class="line-acts">
      <form method="post" action="${action}">
        <label class="unseen" for="${field}">${t('basket.quantity_of', { name })}</label>
        <input type="hidden" name="was" value="${line.quantity}" />
        <input
          id="${field}"
          name="quantity"
          type="number"
          inputmode="numeric"
          ${limitAttributes(line.limit, { least: 0, most: bundle ? 99 : 999 })}
          value="${line.quantity}"
        /><button class="button quiet small" type="submit">
          ${t('basket.update')}<span class="unseen"> ${name}</span>
        </button>
      </form>
      <form method="post" action="${action}">
        <input type="hidden" name="quantity" value="0" /><button class="link-button" type="submit">
          ${t('basket.remove')}<span class="unseen"> ${name}</span>
        </button>
      </form>
    </div>
    <p class="line-total">${totalOf(visit, line)}</p>
  </li>`
}

/** What it costs; after a promotion, also what it would. */
export function totalOf(visit: Visit, { before, total }: Pick<BasketLine, 'before' | 'total'>): Html | undefined {
  if (!total) return undefined
  if (!before) return html`${showMoney(visit, total)}`
  return html`<s><span class="unseen">${visit.t('price.before')} </span>${showMoney(visit, before)}</s>
    ${showMoney(visit, total)}`
}

/** Coupons that were entered, each with its way out, and a place for another. */
function couponForm(visit: Visit, { coupons }: BasketPage, typed?: string): Html {
  const { t } = visit
  const action = href(visit, '/basket/coupons')
  return html`<div class="coupons">
    ${coupons.map(
      (code) =>
        html`<form method="post" action="${action}" class="coupon">
          <input type="hidden" name="remove" value="${code}" /><span class="coupon-code">${code}</span
          ><button class="link-button" type="submit">${t('basket.remove')}<span class="unseen"> ${code}</span></button>
        </form>`,
    )}
    <details ${typed !== undefined && html` open`}>
      <summary>${t('basket.coupon_have')}</summary>
      <form method="post" action="${action}" class="coupon-entry">
        <label class="unseen" for="coupon">${t('basket.coupon')}</label
        ><input
          id="coupon"
          name="add"
          value="${typed ?? ''}"
          ${typed !== undefined && html` aria-invalid="true"`}
          maxlength="40"
          autocomplete="off"
          autocapitalize="characters"
          required
        /><button class="button quiet small" type="submit">${t('basket.coupon_add')}</button>
      </form>
    </details>
  </div>`
}

/** How far it is to free delivery; a bar for the eye, a sentence for everybody. */
function deliveryHint(
  visit: Visit,
  { missingForFreeDelivery: missing, deliveries, goods }: BasketPage,
): Html | undefined {
  const { t } = visit
  const threshold = deliveries.find(({ freeFrom }) => freeFrom)?.freeFrom
  if (!threshold) return undefined
  if (!missing) return html`<p class="free-hint reached">${icons.tick}<span>${t('basket.free_reached')}</span></p>`
  return html`<div class="free-hint">
    <p>${t('basket.free_missing', { missing: showMoney(visit, missing) })}</p>
    <progress max="${threshold.amount}" value="${goods.amount}" aria-label="${t('basket.free_progress')}"></progress>
  </div>`
}

import { html, inlineJson, type Html } from '../../host/http/html.ts'
import { plainWords } from '../../host/rich-text/rich-text.ts'
import { decimalText } from '../../kernel/decimal.ts'
import { toDecimal } from '../../kernel/money.ts'
import type { UnitPrice } from '../../kernel/unit-price.ts'
import { availability, availabilityKind, availabilityWords } from '../partials/availability.ts'
import { whatYouGet } from '../partials/what-you-get.ts'
import { basePriceWords } from '../partials/base-price.ts'
import { breadcrumbData, breadcrumbs, type Crumb } from '../partials/breadcrumbs.ts'
import { durabilityGuarantee, legalGuarantee } from '../partials/guarantee.ts'
import { giftFields, giftProblem, type GiftForm } from '../partials/gift-cards.ts'
import { icons } from '../partials/icons.ts'
import { limitAttributes, limitWords } from '../partials/order-limit.ts'
import { notice } from '../partials/notice.ts'
import { fileUrl, picture } from '../partials/picture.ts'
import { rateLine } from '../partials/points.ts'
import { relatedProducts } from '../partials/related.ts'
import { lowestWords, priceOf, taxNote, tierWords } from '../partials/price.ts'
import { safetyNotice } from '../partials/safety.ts'
import { specificationTable } from '../partials/specification.ts'
import { wordsOf } from '../partials/words-of.ts'
import { renderPage } from '../layout.ts'
import { bundleOffer } from './bundle-offer.ts'
import type { DeliveryPromise, ProductPage, ProductVariant } from '../views.ts'
import { countryName, href, showDay, showMoney, showPrice, type Visit } from '../visit.ts'

export interface ProductView {
  readonly product: ProductPage
  readonly delivery: DeliveryPromise | undefined
  /** Option code -> choice code, as the address asks for them. */
  readonly chosen: Readonly<Record<string, string>>
  /** A form that comes back as it was typed: for whom a gift card is. */
  readonly again?: { readonly gift: GiftForm; readonly quantity: string }
  /** What happened to the last "add to basket". */
  readonly message:
    | { readonly kind: 'good' | 'warning' | 'bad'; readonly words: string; readonly toBasket: boolean }
    | undefined
}

export function productPage(visit: Visit, view: ProductView): string {
  const { product } = view
  const crumbs = crumbsOf(product)
  const variant = chosenVariant(view)
  return renderPage(visit, {
    title: product.seoTitle || product.name,
    description: product.seoDescription || firstWords(plainWords(product.description)),
    ogType: 'product',
    image: product.images[0] && fileUrl(product.images[0].fileId, 1280),
    jsonLd: [productData(visit, product), breadcrumbData(visit, crumbs)],
    islands: ['choice'],
    body: html`<div class="wide">
      ${breadcrumbs(visit, crumbs)} ${view.message && message(visit, view.message)}
      ${giftProblem(visit, view.again?.gift)}
      <article class="product">
        <div class="gallery">${gallery(product, variant)}</div>
        <div class="offer">
          <h1>${product.name}</h1>
          ${
            product.vendor !== '' &&
            html`<p class="vendor">
              ${product.brandHandle === null ? product.vendor : html`<a href="${href(visit, `/brands/${product.brandHandle}`)}">${product.vendor}</a>`}
            </p>`
          }
          ${product.bundle ? bundleOffer(visit, product, product.bundle) : offer(visit, view, variant)}
          ${rateLine(visit, product.categories)} ${assurances(visit, arrivalOf(view), product.intangible !== undefined)}
          ${durabilityGuarantee(visit, product)}
          ${legalGuarantee(visit, { vouchersAlone: product.intangible?.kind === 'gift_card' })}
          ${
            product.description !== '' &&
            html`<section class="description" aria-labelledby="about">
              <h2 id="about">${visit.t('product.description')}</h2>
              ${wordsOf(product.description)}
            </section>`
          }
          ${whatYouGet(visit, product.intangible)} ${details(visit, variant)}
          ${specificationTable(visit, product.specification)} ${safetyNotice(visit, product.safety)}
        </div>
      </article>
      ${relatedProducts(visit, product)}
    </div>`,
  })
}

function crumbsOf({ categories, name, handle }: ProductPage): Crumb[] {
  return [
    ...categories.map((category) => ({ name: category.name, path: `/categories/${category.handle}` })),
    { name, path: `/products/${handle}` },
  ]
}

function message(visit: Visit, { kind, words, toBasket }: NonNullable<ProductView['message']>): Html {
  const { t } = visit
  return notice(
    kind,
    html`<p>${words}</p>
      ${toBasket && html`<a class="button small" href="${href(visit, '/basket')}">${t('product.to_basket')}</a>`}`,
  )
}

/** The picture of what is chosen comes first. */
function gallery({ images, name }: ProductPage, variant: ProductVariant | undefined): Html {
  const first = images.find(({ fileId }) => fileId === variant?.imageFileId) ?? images[0]
  const others = images.filter((image) => image !== first)
  return html`<div class="box main-picture" data-part="picture">
      ${picture(first?.fileId ?? null, { alt: first?.alt || name, sizes: '(min-width: 900px) 580px, 100vw', first: true, focal: first?.focal })}
    </div>
    ${
      others.length > 0 &&
      html`<ul class="more-pictures">
        ${others.map(({ fileId, alt, focal }) => html`<li class="box">${picture(fileId, { alt: alt || name, sizes: '(min-width: 900px) 280px, 46vw', focal })}</li>`)}
      </ul>`
    }`
}

/** The variant that the address asks for; else the only one; else the first that can be had. */
export function chosenVariant({
  product,
  chosen,
}: Pick<ProductView, 'product' | 'chosen'>): ProductVariant | undefined {
  const asked = Object.keys(chosen).length > 0 ? product.variants.find((variant) => fits(variant, chosen)) : undefined
  return asked ?? product.variants.find(({ available }) => available > 0) ?? product.variants[0]
}

/** Whether a variant is what the form's choices say. */
export function fits({ optionValues }: ProductVariant, chosen: Readonly<Record<string, string>>): boolean {
  return Object.entries(optionValues).every(([option, choice]) => chosen[option] === choice)
}

function offer(visit: Visit, view: ProductView, variant: ProductVariant | undefined): Html {
  const { t } = visit
  const { product, chosen } = view
  const wanted = Object.keys(chosen).length > 0 ? chosen : (variant?.optionValues ?? {})
  const soldOut = product.variants.every(({ available, price }) => available <= 0 || !price)
  return html`<form class="buy" method="post" action="${href(visit, '/basket/lines')}" data-island="choice">
    <input type="hidden" name="product" value="${product.handle}" />
    <div class="terms" aria-live="polite">
      <p class="offer-price" data-part="price">${variant ? priceOf(visit, variant) : t('price.none')}</p>
      <p class="base-price" data-part="base-price">${variant && basePriceWords(visit, variant)}</p>
      <ul class="tiers" data-part="tiers">
        ${variant && tierWords(visit, variant.tiers).map((words) => html`<li>${words}</li>`)}
      </ul>
      <p class="tax-note">
        ${taxNote(visit)}
        ${!product.intangible && html`<a href="${href(visit, '/terms')}#delivery">${t('product.delivery_extra')}</a>`}
      </p>
      <p data-part="stock">${stockOf(visit, product, variant)}</p>
    </div>
    ${product.options.map((option) => optionField(option, wanted[option.code]))}
    ${product.options.length > 0 && html`<noscript><button class="button quiet small" formmethod="get" formaction="${href(visit, `/products/${product.handle}`)}">${t('product.show_choice')}</button></noscript>`}
    ${product.intangible?.kind === 'gift_card' && giftFields(visit, view.again?.gift)}
    <div class="add">
      ${
        soldOut
          ? html`<button class="button" type="submit" disabled>${t('availability.sold_out')}</button>`
          : html`<label class="quantity"
                ><span>${t('product.quantity')}</span
                ><input
                  name="quantity"
                  type="number"
                  inputmode="numeric"
                  ${limitAttributes(product.limit, { least: 1, most: 99 })}
                  value="${view.again?.quantity ?? product.limit?.least ?? '1'}"
              /></label>
              <button class="button" type="submit" data-part="add">${t('product.add')}</button>`
      }
    </div>
    ${product.limit && html`<p class="fine-print">${limitWords(visit, product.limit)}</p>`}
    ${
      product.options.length > 0 &&
      html`<script type="application/json" data-part="variants">
        ${inlineJson({ variants: product.variants.map((one) => variantData(visit, one)), words: choiceWords(visit) })}
      </script>`
    }
  </form>`
}

/** Of what never runs out nobody says that it is on the shelf. */
function stockOf(visit: Visit, { intangible }: ProductPage, variant: ProductVariant | undefined): Html {
  const available = variant?.available ?? 0
  if (!intangible || available <= 0) return availability(visit, available, variant?.promise)
  const words = intangible.kind === 'digital' ? 'product.get.at_once' : 'product.available.digital'
  return html`<span class="availability in">${visit.t(words)}</span>`
}

function optionField({ code, name, choices }: ProductPage['options'][number], wanted: string | undefined): Html {
  const field = `option-${code}`
  if (choices.length > 8) {
    return html`<div class="field">
      <label for="${field}">${name}</label
      ><select id="${field}" name="${field}">
        ${choices.map(
          (choice) =>
            html`<option value="${choice.code}" ${choice.code === wanted && html` selected`}>${choice.name}</option>`,
        )}
      </select>
    </div>`
  }
  return html`<fieldset class="choices">
    <legend>${name}</legend>
    <div class="chips">
      ${choices.map(
        (choice) =>
          html`<label class="chip"
            ><input
              type="radio"
              name="${field}"
              value="${choice.code}"
              ${choice.code === wanted && html` checked`}
              required
            /><span>${choice.name}</span></label
          >`,
      )}
    </div>
  </fieldset>`
}

/** What the island shows when a choice changes: the same words that the server would have sent. */
function variantData(visit: Visit, variant: ProductVariant) {
  const { optionValues, sku, imageFileId, price, exactPrice, compareAt, tiers, available, promise } = variant
  return {
    options: optionValues,
    sku,
    image: imageFileId,
    price: price ? showPrice(visit, price, exactPrice) : visit.t('price.none'),
    basePrice: basePriceWords(visit, variant),
    tiers: tierWords(visit, tiers),
    before: compareAt ? showMoney(visit, compareAt) : null,
    lowest: compareAt && variant.lowest ? lowestWords(visit, variant.lowest) : null,
    stock: availabilityWords(visit, available, promise),
    kind: availabilityKind(available, promise),
    canBuy: available > 0 && price !== undefined,
  }
}

function choiceWords({ t }: Visit) {
  return { now: t('price.now'), before: t('price.before'), missing: t('product.no_such_choice') }
}

/** What is sold before it is there says when it ships; usual days would say the contrary. */
function arrivalOf(view: ProductView): DeliveryPromise | undefined {
  const promise = chosenVariant(view)?.promise
  return promise && promise.onShelf <= 0 ? undefined : view.delivery
}

function assurances(visit: Visit, promise: DeliveryPromise | undefined, isIntangible: boolean): Html {
  const { t } = visit
  return html`<ul class="assurances">
    ${!isIntangible && html`<li>${icons.parcel}<span>${promise ? promiseWords(visit, promise) : t('product.delivery')}</span></li>`}
    ${!isIntangible && html`<li>${icons.back}<span>${t('product.returns')}</span></li>`}
    <li>${icons.lock}<span>${t('product.payment')}</span></li>
  </ul>`
}

function promiseWords(visit: Visit, { price, freeFrom, earliestOn, latestOn }: DeliveryPromise): Html {
  const { t } = visit
  const days =
    earliestOn === latestOn
      ? t('delivery.on', { day: showDay(visit, latestOn) })
      : t('delivery.between', { first: showDay(visit, earliestOn), last: showDay(visit, latestOn) })
  const cost = t('product.delivery_cost', {
    price: showMoney(visit, price),
    country: countryName(visit.locale, visit.country),
  })
  const free = freeFrom && t('product.delivery_free', { threshold: showMoney(visit, freeFrom) })
  return html`<strong>${days}</strong><br /><span class="hint">${cost}${free && html` ${free}`}</span>`
}

function details({ t }: Visit, variant: ProductVariant | undefined): Html | undefined {
  return (
    variant &&
    html`<dl class="details">
      <div>
        <dt>${t('product.sku')}</dt>
        <dd data-part="sku">${variant.sku}</dd>
      </div>
    </dl>`
  )
}

function firstWords(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ').trim()
  return flat.length <= 160 ? flat : `${flat.slice(0, 157).replace(/\s\S*$/, '')}…`
}

const exactDecimal = ({ amount, scale }: UnitPrice) => decimalText(amount, scale)

/** schema.org Product with an Offer for each variant, as search engines read it. */
function productData(visit: Visit, product: ProductPage): object {
  const url = `${visit.origin}${href(visit, `/products/${product.handle}`)}`
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.name,
    description: plainWords(product.description),
    url,
    ...(product.vendor === '' ? {} : { brand: { '@type': 'Brand', name: product.vendor } }),
    ...(product.variants.length === 1 ? { sku: product.variants[0]?.sku } : {}),
    image: product.images.map(({ fileId }) => `${visit.origin}${fileUrl(fileId, 1280)}`),
    offers: product.variants.flatMap((variant) =>
      variant.price
        ? [
            {
              '@type': 'Offer',
              url,
              sku: variant.sku,
              ...(variant.gtin === null ? {} : { gtin: variant.gtin }),
              price: variant.exactPrice ? exactDecimal(variant.exactPrice) : toDecimal(variant.price),
              priceCurrency: variant.price.currency,
              availability: `https://schema.org/${variant.available > 0 ? 'InStock' : 'OutOfStock'}`,
              itemCondition: 'https://schema.org/NewCondition',
            },
          ]
        : [],
    ),
  }
}

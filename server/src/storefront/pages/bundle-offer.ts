import { html, type Html } from '../../host/http/html.ts'
import { limitAttributes, limitWords } from '../partials/order-limit.ts'
import { availability } from '../partials/availability.ts'
import { picture } from '../partials/picture.ts'
import { taxNote } from '../partials/price.ts'
import type { BundleGroupOffer, BundleOffer, ProductPage } from '../views.ts'
import { href, showMoney, type Visit } from '../visit.ts'

type Option = BundleGroupOffer['options'][number]

/** What is in a bundle, what may be chosen in it, and what it costs so. Every choice is a field: it works without a script. */
export function bundleOffer(
  visit: Visit,
  { handle, limit }: Pick<ProductPage, 'handle' | 'limit'>,
  bundle: BundleOffer,
): Html {
  const { t } = visit
  const { price, own, saved, available, groups } = bundle
  const isChosen = groups.some(({ way }) => way !== 'parts')
  const canBuy = price !== undefined && available > 0
  return html`<form class="buy bundle" method="post" action="${href(visit, '/basket/bundles')}">
    <input type="hidden" name="product" value="${handle}" />
    <div class="terms">
      <p class="offer-price">
        ${price ? html`<span class="price">${showMoney(visit, price)}</span>` : t('bundle.choose')}
      </p>
      ${saved && own && html`<p class="bundle-saved">${t('bundle.saved_of', { own: showMoney(visit, own), amount: showMoney(visit, saved) })}</p>`}
      <p class="tax-note">
        ${taxNote(visit)} <a href="${href(visit, '/terms')}#delivery">${t('product.delivery_extra')}</a>
      </p>
      ${price && html`<p>${availability(visit, available)}</p>`}
    </div>
    ${parts(visit, groups)} ${groups.map((group, at) => groupField(visit, group, at))}
    ${isChosen && html`<button class="button quiet small" formmethod="get" formaction="${href(visit, `/products/${handle}`)}">${t('bundle.show_price')}</button>`}
    <div class="add">
      <label class="quantity"
        ><span>${t('product.quantity')}</span
        ><input
          name="quantity"
          type="number"
          inputmode="numeric"
          ${limitAttributes(limit, { least: 1, most: 99 })}
          value="${limit?.least ?? 1}"
      /></label>
      <button class="button" type="submit" ${!canBuy && !isChosen && html` disabled`}>
        ${canBuy || isChosen ? t('product.add') : t('availability.sold_out')}
      </button>
    </div>
    ${limit && html`<p class="fine-print">${limitWords(visit, limit)}</p>`}
  </form>`
}

/** What is in it whatever is chosen. */
function parts(visit: Visit, groups: readonly BundleGroupOffer[]): Html | undefined {
  const { t } = visit
  const settled = groups.filter(({ way }) => way === 'parts').flatMap(({ options }) => options)
  if (settled.length === 0) return undefined
  return html`<section class="bundle-parts" aria-labelledby="inside">
    <h2 id="inside">${t('bundle.inside')}</h2>
    <ul>
      ${settled.map(
        (option) =>
          html`<li>
            <span class="box">${picture(option.imageFileId, { alt: '', sizes: '56px' })}</span>
            <a href="${href(visit, `/products/${option.handle}`)}">${named(visit, option)}</a>
            ${option.own && html`<span class="bundle-own">${showMoney(visit, option.own)}</span>`}
          </li>`,
      )}
    </ul>
  </section>`
}

const named = ({ t }: Visit, { name, pieces }: Option): string =>
  pieces === 1 ? name : t('bundle.pieces_of', { count: pieces, name })

function groupField(visit: Visit, group: BundleGroupOffer, at: number): Html | undefined {
  const { t } = visit
  const { name, way, least, most, options } = group
  if (way === 'parts') return undefined
  const hint =
    way === 'pieces' ? t('bundle.choose_pieces', { least, most }) : least === 0 ? t('bundle.if_you_like') : ''
  return html`<fieldset class="choices bundle-group">
    <legend>${name}${hint !== '' && html` <span class="hint">${hint}</span>`}</legend>
    ${
      way === 'one'
        ? html`${options.map((option) => oneOf(visit, option, at))}
          ${
            least === 0 &&
            html`<label class="bundle-option"
              ><input
                type="radio"
                name="choice-${at}"
                value=""
                ${options.every(({ count }) => count === 0) && html` checked`}
              /><span>${t('bundle.without')}</span></label
            >`
          }`
        : options.map((option) => piecesOf(visit, option, { at, most }))
    }
  </fieldset>`
}

function oneOf(visit: Visit, option: Option, at: number): Html {
  return html`<label class="bundle-option"
    ><input
      type="radio"
      name="choice-${at}"
      value="${option.variantId}"
      ${option.count > 0 && html` checked`}
      ${!option.available && html` disabled`}
    />${about(visit, option)}</label
  >`
}

function piecesOf(visit: Visit, option: Option, { at, most }: { readonly at: number; readonly most: number }): Html {
  return html`<label class="bundle-option"
    ><input
      type="number"
      inputmode="numeric"
      name="count-${at}-${option.variantId}"
      min="0"
      max="${most}"
      value="${option.count}"
      ${!option.available && html` disabled`}
    />${about(visit, option)}</label
  >`
}

function about(visit: Visit, option: Option): Html {
  const { t } = visit
  const note = !option.available
    ? t('availability.sold_out')
    : option.surcharge
      ? t('bundle.surcharge', { amount: showMoney(visit, option.surcharge) })
      : undefined
  return html`<span class="box">${picture(option.imageFileId, { alt: '', sizes: '56px' })}</span
    ><span>${named(visit, option)}${note && html`<br /><span class="hint">${note}</span>`}</span>`
}

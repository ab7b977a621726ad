import { addressCountries, addressFormat } from '../../departments/orders/index.ts'
import { html, type Html } from '../../host/http/html.ts'
import type { CheckoutView } from '../pages/checkout.ts'
import { countryName, type Visit } from '../visit.ts'
import { addressField } from './address-fields.ts'
import { field } from './field.ts'

/**
 * To whom the invoice goes: where the goods go, or elsewhere. Its fields are there only for who wants them, since most people do not; of what is
 * collected or not delivered there is no address that it could be the same as.
 */
export function billingAddress(visit: Visit, view: CheckoutView): Html {
  const { t } = visit
  const { form, basket } = view
  const isOther = form.billing === 'other'
  return html`<fieldset class="step" data-part="billing">
    <legend><h2>${t('checkout.billing.title')}</h2></legend>
    <div class="ways">
      <label class="option"
        ><input type="radio" id="field-billing" name="billing" value="same" ${!isOther && html` checked`} />
        <span class="option-text"
          ><span class="option-name"
            >${basket.needsDelivery && html`<span class="if-brought">${t('checkout.billing.same')}</span>`}<span
              class="${basket.needsDelivery ? 'if-collected' : ''}"
              >${t('checkout.billing.name_only')}</span
            ></span
          ></span
        ></label
      ><label class="option"
        ><input type="radio" id="field-billing-other" name="billing" value="other" ${isOther && html` checked`} />
        <span class="option-text"><span class="option-name">${t('checkout.billing.other')}</span></span></label
      >
    </div>
    ${isOther && fields(visit, view)}
    <button class="button quiet small" type="submit" name="act" value="billing" data-part="without-script">
      ${t('checkout.billing.show')}
    </button>
  </fieldset>`
}

function fields(visit: Visit, { form, problems }: CheckoutView): Html {
  const country = form.billing_country || form.country
  const format = addressFormat(country)
  const problemOf = (name: string) => problems.find((problem) => problem.field === name)?.message
  const shown = {
    ...{ format, country, problemOf, prefix: 'billing_' as const },
    valueOf: (part: Parameters<typeof addressField>[2]) => (part === 'phone' ? '' : form[`billing_${part}`]),
  }
  return html`<div class="fields">
    ${field(visit, { name: 'billing_country', label: visit.t('checkout.country'), value: country, required: true, autocomplete: 'billing country', choices: choicesIn(visit), problem: problemOf('billing_country') })}
    ${format.order.map((part) => addressField(visit, shown, part))}
  </div>`
}

/** An invoice may go to where the shop does not deliver. */
function choicesIn({ locale }: Visit) {
  return addressCountries()
    .map((value) => ({ value, name: countryName(locale, value) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, locale))
}

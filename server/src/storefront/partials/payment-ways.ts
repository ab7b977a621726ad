import { html, type Html } from '../../host/http/html.ts'
import type { WayToPay } from '../views.ts'
import type { CheckoutForm } from '../pages/checkout.ts'
import { mandate } from './mandate.ts'
import type { Visit } from '../visit.ts'

interface Choosing {
  readonly ways: readonly WayToPay[]
  readonly chosen: string
  readonly problem: string | undefined
  readonly form: CheckoutForm
  readonly problemOf: (field: string) => string | undefined
}

/** By what the order is paid. Where there is but one way, nobody is asked: it is said. */
export function paymentWays(visit: Visit, { ways, chosen, problem, form, problemOf }: Choosing): Html | undefined {
  const { t } = visit
  const [only] = ways
  if (!only) return undefined
  const isChosen = (code: string) => (ways.some((way) => way.code === chosen) ? code === chosen : code === only.code)
  return html`<fieldset
    class="step payment-ways"
    ${problem !== undefined && html` aria-describedby="field-payment-problem"`}
  >
    <legend><h2>${t('checkout.payment')}</h2></legend>
    ${problem !== undefined && html`<p class="problem" id="field-payment-problem">${problem}</p>`}
    ${
      ways.length === 1
        ? html`<input type="hidden" name="payment" value="${only.code}" />
            <p class="option-name">${only.name}</p>
            ${only.instructions !== '' && html`<p class="hint">${only.instructions}</p>`}`
        : html`<div class="ways">
            ${ways.map((way, index) => wayToPay(way, { checked: isChosen(way.code), id: index === 0 ? 'field-payment' : `field-payment-${index}` }))}
          </div>`
    }
    ${mandate(
      visit,
      ways.find(({ code }) => isChosen(code)),
      { form, problemOf },
    )}
  </fieldset>`
}

function wayToPay(
  { code, kind, name, instructions }: WayToPay,
  { checked, id }: { checked: boolean; id: string },
): Html {
  return html`<label class="option"
    ><input type="radio" id="${id}" name="payment" value="${code}" data-kind="${kind}" ${checked && html` checked`} />
    <span class="option-text"
      ><span class="option-name">${name}</span
      >${instructions !== '' && html`<span class="option-more">${instructions}</span>`}</span
    ></label
  >`
}

/** What happens once the order is sent, by how it is paid. */
// i18n-dynamic: storefront.checkout.then.*
export function thenPay({ t }: Visit, { ways, chosen }: Pick<Choosing, 'ways' | 'chosen'>): string | undefined {
  const way = ways.find(({ code }) => code === chosen) ?? ways[0]
  return way && t(`checkout.then.${way.kind}`)
}

import { html, type Html } from '../../host/http/html.ts'
import type { CheckoutForm } from '../pages/checkout.ts'
import type { WayToPay } from '../views.ts'
import type { Visit } from '../visit.ts'
import { field } from './field.ts'

interface Typed {
  readonly form: CheckoutForm
  readonly problemOf: (field: string) => string | undefined
}

/** Whose account, which, and the whole of what is signed with the tick and the button that orders. */
export function mandate(visit: Visit, way: WayToPay | undefined, { form, problemOf }: Typed): Html | undefined {
  if (!way?.mandate) return undefined
  const { t } = visit
  const unsigned = problemOf('debit_signed')
  const shared = { required: true, value: '' }
  return html`<div class="fields mandate" data-part="mandate">
    ${field(visit, { ...shared, name: 'debit_holder', label: t('checkout.mandate.holder'), value: form.debit_holder || form.name, problem: problemOf('debit_holder'), autocomplete: 'name', maxlength: 70 })}
    ${field(visit, { ...shared, name: 'debit_iban', label: t('checkout.mandate.iban'), value: form.debit_iban, problem: problemOf('debit_iban'), hint: t('checkout.mandate.iban_hint'), autocomplete: 'off', maxlength: 42 })}
    <section class="fine-print" aria-labelledby="mandate-title">
      <h3 id="mandate-title">${t('checkout.mandate.title')}</h3>
      ${way.mandate.map((paragraph) => html`<p>${paragraph}</p>`)}
    </section>
    <label class="consent"
      ><input
        type="checkbox"
        id="field-debit_signed"
        name="debit_signed"
        value="yes"
        ${form.debit_signed === 'yes' && html` checked`}
        ${unsigned !== undefined && html` aria-invalid="true" aria-describedby="field-debit_signed-problem"`}
      />
      <span>${t('checkout.mandate.sign')}</span></label
    >
    ${unsigned !== undefined && html`<p class="problem" id="field-debit_signed-problem">${unsigned}</p>`}
  </div>`
}

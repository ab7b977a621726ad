import { html, type Html } from '../../host/http/html.ts'
import { countryName, type Visit } from '../visit.ts'

interface Sale {
  readonly country: string
  readonly taxTreatment: string | undefined
}

/** The ground on which a sale bears no tax stands with its total (Directive 2006/112/EC art. 226(11) asks it of the invoice). */
export function untaxedBecause({ t, locale }: Visit, { country, taxTreatment }: Sale): Html | undefined {
  const destination = countryName(locale, country)
  if (taxTreatment === 'reverse_charge') return told(t('reason.taxed_reverse_charge', { destination }))
  return taxTreatment === 'exempt' ? told(t('reason.taxed_exempt')) : undefined
}

const told = (words: string): Html => html`<p class="fine-print" data-part="untaxed">${words}</p>`

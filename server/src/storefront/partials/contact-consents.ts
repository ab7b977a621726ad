import type { AskedPurpose, ConsentWish } from '../../departments/customers/index.ts'
import { html, type Html } from '../../host/http/html.ts'
import { languageOf, textIn, type Visit } from '../visit.ts'

const AGREES = 'agree.'
const OBJECTS = 'object.'
const MOST = 50

/**
 * A box for each purpose, ticked by nobody beforehand (GDPR, recital 32): its value is the wording that is read. Where the shop may
 * write until they object, the words stand there and the box objects (Directive 2002/58/EC, art. 13(2)).
 */
export function contactBoxes(
  visit: Visit,
  purposes: readonly AskedPurpose[],
  ticked: readonly ConsentWish[] = [],
): Html[] {
  const isTicked = ({ code, softOptIn }: AskedPurpose) =>
    ticked.some(({ purpose, give }) => purpose === code && give === !softOptIn)
  return purposes.map((purpose) => {
    const { code, wording, texts, softOptIn } = purpose
    const words = html`<span lang="${languageOf(visit, texts)}">${textIn(visit, texts)}</span>`
    const box = html`<input
      type="checkbox"
      name="${softOptIn ? OBJECTS : AGREES}${code}"
      value="${wording}"
      ${isTicked(purpose) && html` checked`}
    />`
    if (!softOptIn) return html`<label class="consent">${box}${words}</label>`
    return html`<div class="notified">
      <p id="told-${code}">${words}</p>
      <label class="consent" aria-describedby="told-${code}">${box}<span>${visit.t('contact.no')}</span></label>
    </div>`
  })
}

/** What was ticked of a form that was sent; of a page that was only asked for, nothing. */
export function wishesIn(fields: unknown): ConsentWish[] {
  if (!(fields instanceof URLSearchParams)) return []
  return [...fields].slice(0, 500).flatMap(wishOf).slice(0, MOST)
}

function wishOf([name, value]: [string, string]): ConsentWish[] {
  const give = name.startsWith(AGREES)
  if ((!give && !name.startsWith(OBJECTS)) || !/^\d{1,6}$/.test(value)) return []
  return [{ purpose: name.slice((give ? AGREES : OBJECTS).length), give, wording: Number(value) }]
}

import { CONSENT_TEXT, type ConsentKind } from '../../departments/orders/index.ts'
import { html, type Html } from '../../host/http/html.ts'
import type { Visit } from '../visit.ts'

// i18n-dynamic: orders.consents.*
/** The very words, as they were read under this version. */
export function consentWords({ translate }: Visit, kind: ConsentKind, version: string = CONSENT_TEXT): string {
  return translate(`orders.consents.${version}.${kind}`)
}

/** Boxes that nobody ticked beforehand: the consent is express (Directive 2011/83/EU, art. 16 (m) and 22). */
export function consentBoxes(visit: Visit, kinds: readonly ConsentKind[], given: readonly ConsentKind[] = []): Html[] {
  return kinds.map(
    (kind) =>
      html`<label class="consent"
        ><input type="checkbox" name="consent_${kind}" value="yes" ${given.includes(kind) && html` checked`} /><span
          >${consentWords(visit, kind)}</span
        ></label
      >`,
  )
}

export function consentsIn(fields: URLSearchParams): ConsentKind[] {
  return (['digital', 'service'] as const).filter((kind) => fields.get(`consent_${kind}`) === 'yes')
}

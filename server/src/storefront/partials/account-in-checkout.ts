import { html, type Html } from '../../host/http/html.ts'
import type { KnownShopper } from '../known-shopper.ts'
import type { CheckoutForm } from '../pages/checkout.ts'
import { href, type Visit } from '../visit.ts'

/** Who buys: signed in, or the way to it. Nobody has to: a guest orders as well. */
export function accountHere(visit: Visit, known: KnownShopper | undefined): Html {
  const { t } = visit
  return known
    ? html`<p class="hint">${t('account.signed_in_as', { name: known.name, email: known.email })}</p>`
    : html`<p class="hint">
        ${t('account.have_one')}
        <a class="text-link" href="${href(visit, '/account')}?to=checkout">${t('account.sign_in')}</a>
      </p>`
}

/** Not ticked beforehand. */
export function keepAddressBox({ t }: Visit, { keep_address: keeps }: Pick<CheckoutForm, 'keep_address'>): Html {
  return html`<label class="consent"
    ><input type="checkbox" name="keep_address" value="yes" ${keeps === 'yes' && html` checked`} /><span
      >${t('account.addresses.keep')}</span
    ></label
  >`
}

import { html, type Html } from '../../host/http/html.ts'
import { isZero, type Money } from '../../kernel/money.ts'
import { showDay, showMoney, type Visit } from '../visit.ts'

export interface PaysLater {
  readonly today: Money
  readonly later: Money
  /** About when the rest is asked for. */
  readonly readyOn: string
}

/** What of pre-ordered goods is paid today and what later, in plain words, right below the total. */
export function paysLater(
  visit: Visit,
  {
    later,
    isMixed,
    isDeliveryKnown,
  }: { readonly later: PaysLater | undefined; readonly isMixed: boolean; readonly isDeliveryKnown: boolean },
): Html {
  const { t } = visit
  // Always there, so that what follows from a choice has its place.
  if (!later)
    return html`<div class="pays-later">${isMixed && html`<p class="fine-print">${t('pays.mixed')}</p>`}</div>`
  const day = showDay(visit, later.readyOn)
  return html`<div class="pays-later">
    <dl class="totals">
      <div class="grand">
        <dt>${t('pays.today')}</dt>
        <dd>${isZero(later.today) ? t('pays.nothing') : showMoney(visit, later.today)}</dd>
      </div>
      <div>
        <dt>${t('pays.later', { day })}</dt>
        <dd>${showMoney(visit, later.later)}</dd>
      </div>
    </dl>
    <p class="fine-print">
      ${t(isZero(later.today) ? 'pays.how_all' : 'pays.how')} ${!isDeliveryKnown && t('pays.delivery')}
    </p>
  </div>`
}

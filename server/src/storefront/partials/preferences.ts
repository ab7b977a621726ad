import type { Preference } from '../../departments/customers/index.ts'
import { html, type Html } from '../../host/http/html.ts'
import { languageOf, showDateTime, textIn, type Visit } from '../visit.ts'

interface Preferences {
  readonly items: readonly Preference[]
  /** Where a decision is sent. */
  readonly action: string
}

/** Each purpose with what holds and one button that changes it: to say no is as easy as to say yes (GDPR, art. 7(3)). */
export function preferences(visit: Visit, { items, action }: Preferences): Html {
  const { t } = visit
  if (items.length === 0) return html`<p>${t('contact.none_asked')}</p>`
  return html`<ul class="preferences">
      ${items.map((item) => preference(visit, item, action))}
    </ul>
    ${
      items.filter(isOn).length > 1 &&
      html`<form method="post" action="${action}">
        <button class="button quiet small" type="submit" name="act" value="none">${t('contact.stop_all')}</button>
      </form>`
    }
    <p class="fine-print">${t('contact.orders_stay')}</p>`
}

// i18n-dynamic: storefront.contact.channel.*
function preference(visit: Visit, item: Preference, action: string): Html {
  const { t } = visit
  const { code, channel, names, texts, wording } = item
  const name = textIn(visit, names)
  const on = isOn(item)
  return html`<li>
    <div>
      <h3>${name}</h3>
      <p class="options">${t(`contact.channel.${channel}`)}</p>
      <p lang="${languageOf(visit, texts)}">${textIn(visit, texts)}</p>
      <p class="options">${stateOf(visit, item)}</p>
    </div>
    <form method="post" action="${action}">
      <input type="hidden" name="purpose" value="${code}" /><input type="hidden" name="wording" value="${wording}" />
      <button
        class="button ${on && 'quiet'} small"
        type="submit"
        name="act"
        value="${on ? 'stop' : 'agree'}"
        aria-label="${t(on ? 'contact.stop_of' : 'contact.agree_to', { name })}"
      >
        ${t(on ? 'contact.stop' : 'contact.agree')}
      </button>
    </form>
  </li>`
}

const isOn = ({ state, softOptIn }: Preference) => state === 'given' || (state === null && softOptIn)

// i18n-dynamic: storefront.contact.state.*
function stateOf(visit: Visit, { state, since, softOptIn }: Preference): string {
  const { t } = visit
  if (state === null || !since) return t(softOptIn ? 'contact.state.soft' : 'contact.state.none')
  return t(`contact.state.${state}`, { on: showDateTime(visit, since) })
}

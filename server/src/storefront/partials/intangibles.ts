import type { Intangibles } from '../../departments/orders/index.ts'
import { html, type Html } from '../../host/http/html.ts'
import { href, showDateTime, textIn, type Visit } from '../visit.ts'
import { consentBoxes, consentWords } from './consents.ts'
import { fileWords } from './file-words.ts'

type Downloads = Intangibles['downloads'][number]

interface Shown {
  readonly intangibles: Intangibles | undefined
  readonly linkToken: string
}

/** What of the order is downloaded or done for the buyer, and what they may still agree to. */
export function intangibles(visit: Visit, { intangibles: view, linkToken }: Shown): Html | undefined {
  if (!view) return undefined
  const { t } = visit
  return html`${
    view.downloads.length > 0 &&
    html`<section aria-labelledby="downloads">
      <h2 id="downloads">${t('order.downloads.title')}</h2>
      ${view.downloads.map((one) => filesOf(visit, one, linkToken))}
    </section>`
  }${view.services.length > 0 && services(visit, view)}${consents(visit, view, linkToken)}`
}

// i18n-dynamic: storefront.order.downloads.*
function filesOf(visit: Visit, { line, access, files }: Downloads, linkToken: string): Html {
  const { t } = visit
  if (access.state !== 'open') {
    const day = access.opensAt ? showDateTime(visit, access.opensAt) : ''
    return html`<p><b>${line.name}</b><br />${t(`order.downloads.${access.state}`, { day })}</p>`
  }
  const until = access.closesAt && t('order.downloads.until', { day: showDateTime(visit, access.closesAt) })
  return html`<p><b>${line.name}</b></p>
    <ul class="files">
      ${files.map(({ file, left }) => {
        const more = [
          fileWords(visit, file),
          left === null ? '' : t('order.downloads.left', { left }),
          until ?? '',
        ].filter(Boolean)
        return html`<li>
          ${
            left === 0
              ? html`<span>${file.name}</span>`
              : html`<a
                  class="text-link"
                  rel="nofollow"
                  download
                  href="/api/order-links/${linkToken}/downloads/${line.position}/${file.fileId}"
                  >${t('order.downloads.get', { name: file.name })}</a
                >`
          }
          <span class="options">${more.join(' · ')}</span>
        </li>`
      })}
    </ul>`
}

function services(visit: Visit, { services: all, missing, withdrawalEndsAt }: Intangibles): Html {
  const { t } = visit
  return html`<section aria-labelledby="services">
    <h2 id="services">${t('order.services.title')}</h2>
    ${all.map(({ line, notes }) => {
      const note = textIn(visit, notes)
      return html`<p class="with-lines"><b>${line.name}</b>${note !== '' && html`<br />${note}`}</p>`
    })}
    ${missing.includes('service') && html`<p>${t('order.services.later', { day: showDateTime(visit, withdrawalEndsAt) })}</p>`}
  </section>`
}

function consents(visit: Visit, { consents: given, missing }: Intangibles, linkToken: string): Html | undefined {
  const { t } = visit
  if (given.length + missing.length === 0) return undefined
  return html`<section aria-labelledby="consent">
    <h2 id="consent">${t('order.consent.title')}</h2>
    ${given.map(
      ({ kind, textVersion, at }) =>
        html`<p>
          ${t('order.consent.agreed', { at: showDateTime(visit, at), words: consentWords(visit, kind, textVersion) })}
        </p>`,
    )}
    ${
      missing.length > 0 &&
      html`<form class="consents" method="post" action="${href(visit, `/orders/${linkToken}/consents`)}">
        ${consentBoxes(visit, missing)}
        <button class="button quiet" type="submit">${t('order.consent.agree')}</button>
      </form>`
    }
  </section>`
}

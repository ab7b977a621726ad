import type { Preference } from '../../departments/customers/index.ts'
import { html } from '../../host/http/html.ts'
import { notice } from '../partials/notice.ts'
import { preferences } from '../partials/preferences.ts'
import { renderPage } from '../layout.ts'
import { href, type Visit } from '../visit.ts'

export interface PreferencesView {
  readonly token: string
  readonly maskedEmail: string
  readonly items: readonly Preference[]
  readonly saved: boolean
  readonly warning?: string | undefined
}

/** What somebody may be sent, for whoever reads their mail: opened by a link, without signing in. */
export function preferencesPage(visit: Visit, { token, maskedEmail, items, saved, warning }: PreferencesView): string {
  const { t } = visit
  return renderPage(visit, {
    title: t('contact.own'),
    noindex: true,
    body: html`<div class="wide">
      <article class="prose">
        <h1>${t('contact.own')}</h1>
        <p>${t('contact.of', { email: maskedEmail })}</p>
        ${saved && notice('good', html`<p role="status">${t('contact.saved')}</p>`)}
        ${warning !== undefined && notice('warning', html`<p>${warning}</p>`)}
        ${preferences(visit, { items, action: href(visit, `/consents/${token}`) })}
      </article>
    </div>`,
  })
}

/** After one click: it is over, and nothing else has to be done. */
export function stoppedPage(visit: Visit, { token, name }: { readonly token: string; readonly name: string }): string {
  const { t } = visit
  return renderPage(visit, {
    title: t('contact.stopped'),
    noindex: true,
    body: html`<div class="wide">
      <article class="prose">
        <h1>${t('contact.stopped')}</h1>
        <p>${t('contact.stopped_text', { name })}</p>
        <p><a class="text-link" href="${href(visit, `/consents/${token}`)}">${t('contact.see_all')}</a></p>
      </article>
    </div>`,
  })
}

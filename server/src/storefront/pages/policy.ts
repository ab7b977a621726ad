// i18n-dynamic: storefront.policy.titles.*
import type { PolicyKind } from '../../departments/legal/index.ts'
import { html, trustedHtml, type Html } from '../../host/http/html.ts'
import { renderPage } from '../layout.ts'
import { breadcrumbs } from '../partials/breadcrumbs.ts'
import type { PolicyView } from '../reads/read-policies.ts'
import { href, showDateTime, type Visit } from '../visit.ts'

/** Where other pages point into the terms. */
const ANCHORS: Readonly<Record<PolicyKind, string>> = {
  sales: 'sales',
  shipping: 'delivery',
  returns: 'returns',
  warranty: 'guarantee',
  discounts: 'discounts',
  privacy: 'privacy',
}

export const policyTitle = ({ t }: Visit, kind: PolicyKind): string => t(`policy.titles.${kind}`)

/** Several policies on one page, each with what can be counted of it. */
export function policiesPage(
  visit: Visit,
  { path, title, policies }: { path: string; title: string; policies: readonly PolicyView[] },
): string {
  return renderPage(visit, {
    title,
    description: `${title}: ${visit.shop.name}`,
    body: html`<div class="wide">
      ${breadcrumbs(visit, [{ name: title, path }])}
      <article class="prose">
        <h1>${title}</h1>
        ${policies.map((policy) => section(visit, policy, policies.length > 1))}
      </article>
    </div>`,
  })
}

/** One published version under an address of its own, which stays when another takes its place. */
export function policyVersionPage(visit: Visit, policy: PolicyView): string {
  const title = policyTitle(visit, policy.kind)
  return renderPage(visit, {
    title,
    noindex: true,
    body: html`<div class="wide">
      ${breadcrumbs(visit, [{ name: title, path: `/policies/${policy.kind}` }])}
      <article class="prose">
        <h1>${title}</h1>
        ${section(visit, policy, false)}
      </article>
    </div>`,
  })
}

function section(visit: Visit, policy: PolicyView, titled: boolean): Html {
  const { kind, body, version } = policy
  const { t } = visit
  return html`<section id="${ANCHORS[kind]}">
    ${titled && html`<h2>${policyTitle(visit, kind)}</h2>`} ${titled ? body : raised(body)} ${rulesOf(visit, policy)}
    ${version && html`<p class="fine-print">${t('policy.version', { number: version.number, since: showDateTime(visit, version.effectiveAt) })} <a href="${href(visit, `/policies/${version.id}`)}">${t('policy.link')}</a></p>`}
  </section>`
}

/** Headings of a text begin at the third level; where the page has no second, each stands one higher. */
function raised({ text }: Html): Html {
  return trustedHtml(
    text.replaceAll(/(<\/?h)([34])>/g, (_, tag: string, level: string) => `${tag}${level === '3' ? 2 : 3}>`),
  )
}

function rulesOf({ t }: Visit, { rules }: PolicyView): Html | undefined {
  const { withdrawalDays, returnDays, returnPostage, warrantyMonths, cancelUntil, cancelMinutes = 0 } = rules
  const rows = [
    withdrawalDays !== undefined && [t('policy.rules.withdrawal'), t('policy.rules.days', { count: withdrawalDays })],
    returnDays !== undefined && [t('policy.rules.return'), t('policy.rules.days', { count: returnDays })],
    returnPostage !== undefined && [
      t('policy.rules.postage'),
      returnPostage === 'shop' ? t('policy.rules.by_shop') : t('policy.rules.by_customer'),
    ],
    warrantyMonths !== undefined && [t('policy.rules.warranty'), t('policy.rules.months', { count: warrantyMonths })],
    cancelUntil !== undefined && [
      t('policy.rules.cancel'),
      t('policy.rules.cancel_until', { until: cancelUntil, minutes: cancelMinutes }),
    ],
  ].filter((row) => Array.isArray(row))
  if (rows.length === 0) return undefined
  return html`<dl class="details">
    ${rows.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`
}

import { html, type Html } from '../../host/http/html.ts'
import { breadcrumbs } from '../partials/breadcrumbs.ts'
import { field, problemSummary, type Problem } from '../partials/field.ts'
import { notice } from '../partials/notice.ts'
import { withdrawalWords } from '../partials/withdrawal-words.ts'
import { renderPage } from '../layout.ts'
import { href, showDateTime, type Visit } from '../visit.ts'

/** What is typed in the first step, and carried to the second. */
export interface WithdrawalForm {
  readonly name: string
  readonly order: string
  readonly email: string
  readonly goods: string
  /** The order's own link, where one led here. */
  readonly link: string
  readonly formKey: string
}

function page(visit: Visit, body: Html): string {
  const title = withdrawalWords(visit, 'title')
  return renderPage(visit, {
    title,
    noindex: true,
    body: html`<div class="wide">
      ${breadcrumbs(visit, [{ name: title, path: '/withdraw' }])}
      <article class="prose">
        <h1>${title}</h1>
        ${body}
      </article>
    </div>`,
  })
}

const carried = (form: WithdrawalForm, names: readonly (keyof WithdrawalForm)[]): Html =>
  html`${names.map((name) => html`<input type="hidden" name="${name}" value="${form[name]}" />`)}`

/** Step one: who, from which contract, and where the receipt goes (Directive 2011/83/EU, art. 11a (2)). Nothing else is asked. */
export function withdrawalPage(
  visit: Visit,
  {
    form,
    problems = [],
    warning,
  }: { form: WithdrawalForm; problems?: readonly Problem[]; warning?: string | undefined },
): string {
  const say = (key: string) => withdrawalWords(visit, key)
  const problemOf = (name: string) => problems.find((one) => one.field === name)?.message
  return page(
    visit,
    html`<p>${say('lead')}</p>
      ${warning !== undefined && notice('warning', html`<p>${warning}</p>`)} ${problemSummary(visit, problems)}
      <form class="fields" method="post" action="${href(visit, '/withdraw')}" novalidate>
        ${carried(form, ['link', 'formKey'])}
        ${field(visit, { name: 'name', label: say('name'), value: form.name, required: true, autocomplete: 'name', maxlength: 120, problem: problemOf('name') })}
        ${field(visit, { name: 'order', label: say('order'), value: form.order, required: true, autocomplete: 'off', maxlength: 60, hint: say('order_hint'), problem: problemOf('order') })}
        ${field(visit, { name: 'email', label: say('email'), value: form.email, required: true, autocomplete: 'email', type: 'email', maxlength: 200, hint: say('email_hint'), problem: problemOf('email') })}
        ${field(visit, { name: 'goods', label: say('goods'), value: form.goods, required: false, autocomplete: 'off', maxlength: 1000, lines: 3, hint: say('goods_hint') })}
        <button class="button" type="submit">${say('go_on')}</button>
      </form>
      <h2>${say('exempt_title')}</h2>
      <p>${say('exempt')}</p>
      <p><a class="text-link" href="${href(visit, '/policies/returns')}">${visit.t('policy.titles.returns')}</a></p>`,
  )
}

/** Step two: what was stated, and the one button that confirms it (art. 11a (3)). */
export function confirmWithdrawalPage(visit: Visit, form: WithdrawalForm): string {
  const say = (key: string, values?: Record<string, string>) => withdrawalWords(visit, key, values)
  return page(
    visit,
    html`<p>${say('check')}</p>
      ${statement(visit, form)}
      <form class="fields" method="post" action="${href(visit, '/withdraw/confirmation')}">
        ${carried(form, ['name', 'order', 'email', 'goods', 'link', 'formKey'])}
        <button class="button" type="submit">${say('confirm')}</button>
      </form>
      <form method="post" action="${href(visit, '/withdraw')}">
        ${carried(form, ['name', 'order', 'email', 'goods', 'link', 'formKey'])}<input
          type="hidden"
          name="back"
          value="1"
        />
        <button class="link-button" type="submit">${say('change')}</button>
      </form>`,
  )
}

function statement(visit: Visit, { name, order, email, goods }: Omit<WithdrawalForm, 'formKey' | 'link'>): Html {
  const say = (key: string) => withdrawalWords(visit, key)
  const rows = [
    [say('name'), name],
    [say('order'), order],
    [say('goods'), goods === '' ? say('all') : goods],
    [say('email'), email],
  ]
  return html`<dl class="details">
    ${rows.map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`
}

export interface ReceivedWithdrawal {
  readonly number: string
  readonly receivedAt: Date
  readonly name: string
  readonly order: string
  readonly email: string
  readonly goods: string
}

/** The receipt, as the mail says it: content, date and time. The same for orders that we know and those that we do not. */
export function withdrawalReceivedPage(visit: Visit, received: ReceivedWithdrawal): string {
  const say = (key: string, values?: Record<string, string>) => withdrawalWords(visit, key, values)
  const at = showDateTime(visit, received.receivedAt)
  return page(
    visit,
    html`${notice('good', html`<p role="status">${say('received', { number: received.number, at })}</p>`)}
      ${statement(visit, received)}
      <p>${say('mailed', { email: received.email })}</p>
      <p>${say('then')}</p>`,
  )
}

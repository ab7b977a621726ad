import type { BuyerCancellation, CancellableLine } from '../../flows/cancel-by-buyer/index.ts'
import { html, type Html } from '../../host/http/html.ts'
import { isPositive, type Money } from '../../kernel/money.ts'
import { breadcrumbs } from '../partials/breadcrumbs.ts'
import { insteadOf } from '../partials/cancel-here.ts'
import { field } from '../partials/field.ts'
import { notice } from '../partials/notice.ts'
import { refusalWords } from '../refusal-words.ts'
import { renderPage } from '../layout.ts'
import { href, showMoney, type Visit } from '../visit.ts'

/** What is chosen in the first step, and carried to the second. */
export interface CancelForm {
  readonly scope: 'whole' | 'part'
  readonly lines: readonly number[]
  readonly reason: string
  /** Of the order that was seen. */
  readonly version: number
}

interface CancelView {
  readonly number: string
  readonly linkToken: string
  readonly cancellation: BuyerCancellation
  readonly form: CancelForm
}

function page(visit: Visit, { number, linkToken }: Pick<CancelView, 'number' | 'linkToken'>, body: Html): string {
  const title = visit.t('cancel.title', { number })
  return renderPage(visit, {
    title,
    noindex: true,
    body: html`<div class="wide">
      ${breadcrumbs(visit, [
        { name: visit.t('order.number', { number }), path: `/orders/${linkToken}` },
        { name: title, path: `/orders/${linkToken}/cancellation` },
      ])}
      <article class="prose">
        <h1>${title}</h1>
        ${body}
      </article>
    </div>`,
  })
}

const orderHref = (visit: Visit, token: string) => href(visit, `/orders/${token}`)

function keep(visit: Visit, { linkToken }: CancelView): Html {
  return html`<p><a class="text-link" href="${orderHref(visit, linkToken)}">${visit.t('cancel.keep')}</a></p>`
}

/** Step one: all of it, or which lines; a reason is nobody's duty. */
export function cancelOrderPage(visit: Visit, view: CancelView & { readonly warning?: string | undefined }): string {
  const { t } = visit
  const { cancellation, form, linkToken, warning } = view
  const { refusal, lines } = cancellation
  const isPossible = refusal === null || lines.some((line) => line.refusal === null)
  if (!isPossible) {
    const said = html`<p>${t('cancel.not_here')} ${refusalWords(visit, refusal)}</p>`
    return page(visit, view, html`${notice('warning', said)} ${insteadOf(visit, linkToken)} ${keep(visit, view)}`)
  }
  const isPart = refusal !== null || form.scope === 'part'
  return page(
    visit,
    view,
    html`${warning !== undefined && notice('warning', html`<p>${warning}</p>`)}
      <form class="fields" method="post" action="${orderHref(visit, linkToken)}/cancellation">
        <input type="hidden" name="version" value="${form.version}" />
        <fieldset class="field full">
          <legend>${t('cancel.what')}</legend>
          ${
            refusal === null &&
            html`<label class="consent"
              ><input type="radio" name="scope" value="whole" ${!isPart && html` checked`} /><span
                >${t('cancel.whole')}</span
              ></label
            >`
          }
          ${(lines.length > 1 || refusal !== null) && parts(visit, { lines, form, isPart })}
        </fieldset>
        ${field(visit, { name: 'reason', label: t('cancel.reason'), value: form.reason, required: false, autocomplete: 'off', maxlength: 300, lines: 2 })}
        <button class="button" type="submit">${t('cancel.go_on')}</button>
      </form>
      ${keep(visit, view)}`,
  )
}

function parts(
  visit: Visit,
  { lines, form, isPart }: Pick<BuyerCancellation, 'lines'> & { readonly form: CancelForm; readonly isPart: boolean },
): Html {
  return html`<label class="consent"
      ><input type="radio" name="scope" value="part" ${isPart && html` checked`} /><span
        >${visit.t('cancel.part')}</span
      ></label
    >
    ${lines.map((line) => oneLine(visit, line, form))}`
}

function oneLine(visit: Visit, line: CancellableLine, { lines }: CancelForm): Html {
  const { position, name, quantity, refusal } = line
  const words = visit.t('cancel.line', { quantity, name })
  if (refusal !== null) {
    return html`<p class="hint">${words}: ${refusalWords(visit, refusal)}</p>`
  }
  return html`<label class="consent"
    ><input type="checkbox" name="line" value="${position}" ${lines.includes(position) && html` checked`} /><span
      >${words}</span
    ></label
  >`
}

export interface Foreseen {
  /** What the order costs then; undefined where all of it is called off. */
  readonly after: Money | undefined
  readonly back: Money
}

/** Step two: what is called off, what becomes of the money, and the one button that does it. */
export function confirmCancelPage(visit: Visit, view: CancelView & { readonly foreseen: Foreseen }): string {
  const { t } = visit
  const { form, linkToken, foreseen, cancellation } = view
  const isWhole = foreseen.after === undefined
  const named = cancellation.lines.filter(({ position }) => isWhole || form.lines.includes(position))
  const rows: [string, Html | string][] = [
    [
      t('cancel.cancelled'),
      html`${named.map(({ quantity, name }, at) => html`${at > 0 && html`<br />`}${t('cancel.line', { quantity, name })}`)}`,
    ],
  ]
  if (foreseen.after) rows.push([t('cancel.costs_then'), showMoney(visit, foreseen.after)])
  if (isPositive(foreseen.back)) rows.push([t('cancel.goes_back'), showMoney(visit, foreseen.back)])
  else if (isWhole) rows.push([t('cancel.charged'), t('cancel.nothing')])
  if (form.reason !== '') rows.push([t('cancel.reason'), form.reason])
  return page(
    visit,
    view,
    html`<p>${t('cancel.check')}</p>
      <dl class="details">
        ${rows.map(
          ([name, value]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
      <form class="fields" method="post" action="${orderHref(visit, linkToken)}/cancellation/confirmation">
        ${carried(form)}
        <button class="button" type="submit">${t(isWhole ? 'cancel.confirm_whole' : 'cancel.confirm_part')}</button>
      </form>
      <form method="post" action="${orderHref(visit, linkToken)}/cancellation">
        ${carried(form)}<input type="hidden" name="back" value="1" />
        <button class="link-button" type="submit">${t('cancel.change')}</button>
      </form>
      ${keep(visit, view)}`,
  )
}

function carried({ scope, lines, reason, version }: CancelForm): Html {
  return html`<input type="hidden" name="scope" value="${scope}" /><input
      type="hidden"
      name="version"
      value="${version}"
    /><input
      type="hidden"
      name="reason"
      value="${reason}"
    />${lines.map((line) => html`<input type="hidden" name="line" value="${line}" />`)}`
}

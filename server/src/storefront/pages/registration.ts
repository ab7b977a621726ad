import { PASSWORD_MIN_LENGTH } from '../../host/auth/passwords.ts'
import { html, type Html } from '../../host/http/html.ts'
import type { WayBack } from '../come-in.ts'
import { breadcrumbs } from '../partials/breadcrumbs.ts'
import { field, problemSummary, type Problem } from '../partials/field.ts'
import { noticeInWay } from '../partials/notice.ts'
import { renderPage } from '../layout.ts'
import { href, type Visit } from '../visit.ts'

/** Of what is told above a form that did not go through. */
export interface Told {
  readonly problems?: readonly Problem[]
  readonly warning?: string | undefined
}

interface AccountStep extends Told {
  readonly title: string
  readonly body: Html
}

/** A page of one step on the way to an account; what it shows is nobody else's. */
export function accountStepPage(visit: Visit, { title, body, problems = [], warning }: AccountStep): string {
  const { t } = visit
  return renderPage(visit, {
    title: problems.length > 0 ? t('form.problem_title', { title }) : title,
    noindex: true,
    body: html`<div class="wide">
      ${breadcrumbs(visit, [
        { name: t('account.title'), path: '/account' },
        { name: title, path: visit.path },
      ])}
      <h1>${title}</h1>
      ${problemSummary(visit, problems)} ${warning !== undefined && noticeInWay(html`<p>${warning}</p>`)} ${body}
    </div>`,
  })
}

export const problemIn = ({ problems = [] }: Told, name: string) =>
  problems.find((problem) => problem.field === name)?.message

export function newPasswordField(visit: Visit, told: Told): Html {
  const { t } = visit
  return field(visit, {
    ...{ name: 'password', label: t('account.password'), value: '', required: true, type: 'password' },
    ...{ autocomplete: 'new-password', maxlength: 1000, problem: problemIn(told, 'password') },
    hint: t('account.password_hint', { count: PASSWORD_MIN_LENGTH }),
  })
}

export interface RegistrationForm {
  readonly name: string
  readonly email: string
  readonly to: WayBack
}

export function registrationPage(visit: Visit, { form, ...told }: Told & { readonly form: RegistrationForm }): string {
  const { t } = visit
  return accountStepPage(visit, {
    ...told,
    title: t('account.register.title'),
    body: html`<form class="fields sign-in" method="post" action="${href(visit, '/account/registration')}" novalidate>
      <p>${t('account.register.lead')}</p>
      <input type="hidden" name="to" value="${form.to}" />
      ${field(visit, { name: 'name', label: t('checkout.field.name'), value: form.name, required: true, autocomplete: 'name', maxlength: 120, problem: problemIn(told, 'name') })}
      ${field(visit, { name: 'email', label: t('checkout.email'), value: form.email, required: true, type: 'email', autocomplete: 'username', maxlength: 254, problem: problemIn(told, 'email') })}
      ${newPasswordField(visit, told)}
      <p class="fine-print">
        ${t('account.register.privacy')} <a href="${href(visit, '/privacy')}">${t('plain.privacy.title')}</a>
      </p>
      <button class="button" type="submit">${t('account.register.submit')}</button>
      <p class="new-here">
        ${t('account.register.known')}
        <a class="text-link" href="${href(visit, '/account')}${form.to === '' ? '' : `?to=${form.to}`}"
          >${t('account.sign_in')}</a
        >
      </p>
    </form>`,
  })
}

// i18n-dynamic: storefront.account.sent.*
/** The same for addresses that are known and those that are not. */
export function mailSentPage(visit: Visit, kind: 'register' | 'password', email: string): string {
  const { t } = visit
  return accountStepPage(visit, {
    title: t('account.sent.title'),
    body: html`<div class="prose">
      <p role="status">${t(`account.sent.${kind}`, { email })}</p>
      <p>${t('account.sent.nothing')}</p>
    </div>`,
  })
}

/** To look at the link does nothing: mailboxes open links by themselves. */
export function confirmPage(visit: Visit, { token, ...told }: Told & { readonly token: string }): string {
  const { t } = visit
  return accountStepPage(visit, {
    ...told,
    title: t('account.confirm.title'),
    body: html`<form class="fields sign-in" method="post" action="${href(visit, '/account/confirmation')}">
      <p>${t('account.confirm.text')}</p>
      <input type="hidden" name="token" value="${token}" />
      <button class="button" type="submit">${t('account.confirm.submit')}</button>
    </form>`,
  })
}

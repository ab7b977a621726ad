import { html } from '../../host/http/html.ts'
import { field } from '../partials/field.ts'
import { href, type Visit } from '../visit.ts'
import { accountStepPage, newPasswordField, problemIn, type Told } from './registration.ts'

export function askPasswordPage(visit: Visit, { email, ...told }: Told & { readonly email: string }): string {
  const { t } = visit
  return accountStepPage(visit, {
    ...told,
    title: t('account.new_password.title'),
    body: html`<form class="fields sign-in" method="post" action="${href(visit, '/account/password-link')}" novalidate>
      <p>${t('account.new_password.lead')}</p>
      ${field(visit, { name: 'email', label: t('checkout.email'), value: email, required: true, type: 'email', autocomplete: 'username', maxlength: 254, problem: problemIn(told, 'email') })}
      <button class="button" type="submit">${t('account.new_password.send')}</button>
    </form>`,
  })
}

export function choosePasswordPage(visit: Visit, { token, ...told }: Told & { readonly token: string }): string {
  const { t } = visit
  return accountStepPage(visit, {
    ...told,
    title: t('account.new_password.title'),
    body: html`<form class="fields sign-in" method="post" action="${href(visit, '/account/password')}" novalidate>
      <p>${t('account.new_password.choose')}</p>
      <input type="hidden" name="token" value="${token}" />
      ${newPasswordField(visit, told)}
      <button class="button" type="submit">${t('account.new_password.save')}</button>
    </form>`,
  })
}

import type { FastifyInstance, FastifyReply } from 'fastify'
import { linkKeysOf, openLink } from '../../host/auth/links.ts'
import { newId } from '../../host/clock.ts'
import { runCommand } from '../../host/context.ts'
import { RateLimiter } from '../../host/http/rate-limit.ts'
import type { Locale } from '../../host/i18n/locales.ts'
import { hostRefusals } from '../../host/refusals.ts'
import { isUuid } from '../../kernel/ids.ts'
import { checkStatement, stateWithdrawal } from '../../departments/returns/index.ts'
import { sendPage, type Desk, type PageCall } from '../desk.ts'
import {
  confirmWithdrawalPage,
  withdrawalPage,
  withdrawalReceivedPage,
  type WithdrawalForm,
} from '../pages/withdraw.ts'
import { findOrderByLink } from '../reads/read-order.ts'
import { refusalWords } from '../refusal-words.ts'

/** Without an account, at any hour: the function of Directive 2011/83/EU, art. 11a, in force from 19 June 2026. */
export function mountWithdrawals(scope: FastifyInstance, desk: Desk, locale: Locale): void {
  scope.get('/withdraw', desk.own(locale, showForm))
  scope.post('/withdraw', desk.own(locale, review))
  scope.post('/withdraw/confirmation', desk.own(locale, confirm))
}

const STATEMENTS_A_MINUTE = 10
const statements = new RateLimiter()

/** From the page of an order what is known already stands in the form. */
async function showForm({ house, reply, visit }: PageCall): Promise<FastifyReply> {
  reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer')
  const link = new URLSearchParams(visit.query).get('order') ?? ''
  const order = link === '' ? undefined : await findOrderByLink(house, link)
  const form: WithdrawalForm = {
    name: order?.name ?? '',
    order: order?.number ?? '',
    email: order?.email ?? '',
    goods: '',
    link: order ? link : '',
    formKey: newId<'withdrawal-form'>(),
  }
  return sendPage(reply, withdrawalPage(visit, { form }))
}

function formOf({ request }: PageCall): WithdrawalForm {
  const body = request.body as URLSearchParams
  const text = (name: string, most: number) => (body.get(name) ?? '').slice(0, most)
  const formKey = text('formKey', 36)
  return {
    name: text('name', 120),
    order: text('order', 60),
    email: text('email', 200),
    goods: text('goods', 1000),
    link: text('link', 200),
    formKey: isUuid(formKey) ? formKey : newId<'withdrawal-form'>(),
  }
}

function problemsOf(call: PageCall, form: WithdrawalForm) {
  return checkStatement(form).lacking.flatMap((one) =>
    one.ok ? [] : [{ field: one.refusal.field ?? '', message: refusalWords(call.visit, one.refusal) }],
  )
}

async function review(call: PageCall): Promise<FastifyReply> {
  const { reply, visit, request } = call
  reply.header('cache-control', 'no-store')
  const form = formOf(call)
  if ((request.body as URLSearchParams).has('back')) return sendPage(reply, withdrawalPage(visit, { form }))
  const problems = problemsOf(call, form)
  if (problems.length > 0) return sendPage(reply, withdrawalPage(visit, { form, problems }), 422)
  return sendPage(reply, confirmWithdrawalPage(visit, form))
}

async function confirm(call: PageCall): Promise<FastifyReply> {
  const { house, request, reply, visit } = call
  reply.header('cache-control', 'no-store')
  const form = formOf(call)
  const wait = statements.take(request.ip, STATEMENTS_A_MINUTE, house.clock.now().getTime())
  if (wait > 0) {
    const { refusal } = hostRefusals.too_many_requests({ params: { seconds: wait } })
    return sendPage(reply, withdrawalPage(visit, { form, warning: refusalWords(visit, refusal) }), refusal.status)
  }
  const orderId = form.link === '' ? undefined : openLink(linkKeysOf(house), 'order', form.link)
  const stated = await runCommand(house, { actor: request.actor, requestId: request.id }, (ctx) =>
    stateWithdrawal(ctx, {
      formKey: form.formKey,
      market: visit.market.code,
      locale: visit.locale,
      statement: form,
      orderId,
    }),
  )
  if (!stated.ok) return sendPage(reply, withdrawalPage(visit, { form, problems: problemsOf(call, form) }), 422)
  const { number, receivedAt, name, orderTyped, email, goods } = stated.value
  const received = { number: `W-${number}`, receivedAt, name, order: orderTyped, email, goods }
  return sendPage(reply, withdrawalReceivedPage(visit, received))
}

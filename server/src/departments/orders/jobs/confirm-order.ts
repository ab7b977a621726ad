import { runCommand, system } from '../../../host/context.ts'
import { mailLocale } from '../../../host/mail/mail-kind.ts'
import { writeMail } from '../../../host/mail/write-mail.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { ok } from '../../../kernel/result.ts'
import { findOrderToConfirm } from '../use-cases/find-order-to-confirm.ts'
import { orderPage } from '../use-cases/order-page.ts'
import { preferencesPage } from '../use-cases/preferences-page.ts'
import { confirmationValues, orderConfirmation } from './confirmation-mail.ts'

/**
 * Tells the customer, on a durable medium, what was ordered and paid (Directive 2011/83/EU, art. 8(7)). The mail's key is
 * the order, so the job may run any number of times and the customer reads it once.
 */
export const confirmOrder: JobDefinition = {
  kind: 'order-confirmation',
  run: async (house, job) => {
    const found = await findOrderToConfirm(house, job.ref ?? '')
    if (!found) throw new Error('the order of this confirmation does not exist')
    const { order, asked: customerId } = found
    const locale = mailLocale(order.locale)
    const { translations, publicUrl } = house
    const preferences = customerId === undefined ? '' : preferencesPage(house, { customerId, locale })
    const link = orderPage(house, { id: order.id, locale })
    await runCommand(house, { actor: system('order-confirmation') }, async (ctx) => {
      await writeMail(ctx, house, {
        kind: orderConfirmation,
        locale,
        market: order.market,
        dedupKey: `order-confirmation ${order.id}`,
        ref: order.id,
        recipient: order.email,
        values: confirmationValues(found, { locale, link, preferences, publicUrl, translations }),
      })
      return ok()
    })
  },
}

import { runCommand, system } from '../../../host/context.ts'
import { mailLocale } from '../../../host/mail/mail-kind.ts'
import { writeMail } from '../../../host/mail/write-mail.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { ok } from '../../../kernel/result.ts'
import { findCancelledOrder } from '../use-cases/find-cancelled-order.ts'
import { orderPage } from '../use-cases/order-page.ts'
import { cancelledValues, orderCancelled } from './cancelled-mail.ts'

/** Tells the customer that their order is called off, once; for who called it off themselves it is the receipt. */
export const tellCancellation: JobDefinition = {
  kind: 'tell-cancellation',
  run: async (house, job) => {
    const found = await findCancelledOrder(house.database, job.ref ?? '')
    if (!found) throw new Error('the order of this cancellation does not exist')
    const { order, zone } = found
    const { id, email, market } = order
    const locale = mailLocale(order.locale)
    await runCommand(house, { actor: system('tell-cancellation') }, async (ctx) => {
      await writeMail(ctx, house, {
        kind: orderCancelled,
        locale,
        market,
        dedupKey: `order-cancelled ${id}`,
        ref: id,
        recipient: email,
        values: cancelledValues(order, { locale, link: orderPage(house, { id, locale }), zone }),
      })
      return ok()
    })
  },
}

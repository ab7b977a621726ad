import { runCommand, system } from '../../../host/context.ts'
import { mailLocale } from '../../../host/mail/mail-kind.ts'
import { writeMail } from '../../../host/mail/write-mail.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { ok } from '../../../kernel/result.ts'
import { findLateOrders, keepTold } from '../use-cases/find-late-orders.ts'
import { orderPage } from '../use-cases/order-page.ts'
import { lateValues, orderLate } from './late-mail.ts'

/** Tells who waits for goods that ship later than they know, each order once of each day. `ref`: variant and location. */
export const tellLateOrders: JobDefinition = {
  kind: 'tell-late-orders',
  run: async (house, job) => {
    const [variantId = '', locationCode = ''] = (job.ref ?? '').split(' ')
    for (const { order, late } of await findLateOrders(house.database, { variantId, locationCode })) {
      const { id, email: recipient, market } = order
      const locale = mailLocale(order.locale)
      await runCommand(house, { actor: system('tell-late-orders') }, async (ctx) => {
        await writeMail(ctx, house, {
          kind: orderLate,
          locale,
          market,
          dedupKey: `order-late ${id} ${variantId} ${late.shipsOn}`,
          ref: id,
          recipient,
          values: lateValues(order, late, { locale, link: orderPage(house, { id, locale }) }),
        })
        keepTold(ctx, { orderId: id, variantId, shipsOn: late.shipsOn })
        return ok()
      })
    }
  },
}

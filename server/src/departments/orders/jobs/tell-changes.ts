import { runCommand, system } from '../../../host/context.ts'
import { mailLocale } from '../../../host/mail/mail-kind.ts'
import { writeMail } from '../../../host/mail/write-mail.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { ok } from '../../../kernel/result.ts'
import { listBalances } from '../queries/balances.ts'
import { listAmendments } from '../queries/list-amendments.ts'
import { getOrder } from '../queries/read-orders.ts'
import { orderPage } from '../use-cases/order-page.ts'
import { changedValues, orderChanged } from './changed-mail.ts'
import { restPaidMail, restPaidValues } from './rest-paid-mail.ts'

/** Tells the customer what was changed of their order, each change once: of several since the last time, each has its own mail. */
export const tellChanges: JobDefinition = {
  kind: 'tell-order-changes',
  run: async (house, job) => {
    const order = await getOrder(house.database, job.ref ?? '')
    if (!order.ok) throw new Error('the order of this change does not exist')
    const { id, email, market } = order.value
    const locale = mailLocale(order.value.locale)
    const link = orderPage(house, { id, locale })
    const amendments = await listAmendments(house.database, id)
    const rest = (await listBalances(house.database, id)).find(({ kind }) => kind === 'rest')
    await runCommand(house, { actor: system('tell-order-changes') }, async (ctx) => {
      for (const amendment of amendments) {
        const dedupKey = `order-changed ${id} ${amendment.number}`
        const mail = { locale, market, dedupKey, ref: id, recipient: email }
        await (rest && amendment.balanceId === rest.id
          ? writeMail(ctx, house, {
              ...{ ...mail, kind: restPaidMail },
              values: restPaidValues(order.value, amendment, { locale, link }),
            })
          : writeMail(ctx, house, {
              ...{ ...mail, kind: orderChanged },
              values: changedValues(order.value, amendment, { locale, link }),
            }))
      }
      return ok()
    })
  },
}

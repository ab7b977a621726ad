import { runCommand, system } from '../../../host/context.ts'
import { formatMoney } from '../../../host/i18n/format.ts'
import { defaultLocale } from '../../../host/i18n/locales.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { money } from '../../../kernel/money.ts'
import { findDisputeToAnswer } from '../queries/find-dispute.ts'
import { askToAnswer } from '../use-cases/ask-to-answer.ts'

// i18n-dynamic: payments.disputes.reasons.*

/** Behind the record of a dispute: who answers disputes is asked to, in the house's own language. */
export const askToAnswerJob: JobDefinition = {
  kind: 'ask-to-answer',
  run: async (house, job) => {
    const dispute = job.ref === null ? undefined : await findDisputeToAnswer(house.database, job.ref)
    if (!dispute) return
    const translate = house.translations.for(defaultLocale)
    const amount = formatMoney(money(dispute.amount, dispute.currency), defaultLocale)
    const title = translate('payments.disputes.todo', { number: dispute.orderNumber, amount })
    const note = translate(`payments.disputes.reasons.${dispute.reason}`)
    await runCommand(house, { actor: system('ask-to-answer') }, (ctx) => askToAnswer(ctx, dispute, { title, note }))
  },
}

import { runCommand, system } from '../../../host/context.ts'
import { mailLocale } from '../../../host/mail/mail-kind.ts'
import { writeMail } from '../../../host/mail/write-mail.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { ok } from '../../../kernel/result.ts'
import { findLetter } from '../use-cases/find-letter.ts'
import {
  acceptedValues,
  refundedValues,
  refusedValues,
  withdrawalAccepted,
  withdrawalRefunded,
  withdrawalRefused,
} from './decision-mails.ts'

/** Tells who withdrew what was decided, each decision once: of several since the last time, each has its own mail. */
export const tellDecision: JobDefinition = {
  kind: 'tell-withdrawal-decision',
  run: async (house, job) => {
    const letter = await findLetter(house.database, job.ref ?? '')
    if (!letter) throw new Error('the withdrawal of this decision does not exist')
    const { id, email: recipient, market, decisions, locale: asked } = letter.withdrawal
    const locale = mailLocale(asked)
    const words = { locale, translations: house.translations }
    await runCommand(house, { actor: system('tell-withdrawal-decision') }, async (ctx) => {
      for (const decision of decisions) {
        const common = { locale, market, ref: id, recipient, dedupKey: `withdrawal-decision ${decision.id}` }
        if (decision.decision === 'accepted') {
          const values = acceptedValues(letter, decision, words)
          await writeMail(ctx, house, { ...common, kind: withdrawalAccepted, values })
        } else if (decision.decision === 'refused') {
          await writeMail(ctx, house, { ...common, kind: withdrawalRefused, values: refusedValues(letter, decision) })
        } else {
          const values = refundedValues(letter, decision, words)
          await writeMail(ctx, house, { ...common, kind: withdrawalRefunded, values })
        }
      }
      return ok()
    })
  },
}

import { signLink } from '../../../host/auth/links.ts'
import { hashToken } from '../../../host/auth/tokens.ts'
import { runCommand, system } from '../../../host/context.ts'
import { writeMail } from '../../../host/mail/write-mail.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { ok } from '../../../kernel/result.ts'
import { codeOfCard } from '../use-cases/code-of-card.ts'
import { findCardToSend } from '../use-cases/find-card-to-send.ts'
import { saveSentCode } from '../use-cases/save-sent-code.ts'
import { giftCardMail, valuesOfCard } from './letter-of-card.ts'

/**
 * Gives a card its code and mails its receiver the link that shows it. The mail's key is the card, or the card and the time at
 * which staff asked for it once more, so that the job may run any number of times and the mail goes once. The mail itself
 * has no code: it is kept, and read on its way.
 */
export const sendGiftCard: JobDefinition = {
  kind: 'send-gift-card',
  run: async (house, job) => {
    const found = await findCardToSend(house, job.ref ?? '')
    if (!found) throw new Error('the gift card of this mail does not exist')
    const { card, shopName } = found
    if (card.cancelled) return
    const code = codeOfCard(house, card)
    if (code === undefined) throw new Error(`gift card ${card.id} was given its code under a secret that is lost`)
    const { time } = job.payload
    const link = `${house.publicUrl}/${card.locale}/gift-cards/${signLink(house.linkKey, 'gift-card', card.id)}`
    await runCommand(house, { actor: system('send-gift-card') }, async (ctx) => {
      saveSentCode(ctx, card.id, { hash: hashToken(code), last4: code.slice(-4) })
      await writeMail(ctx, house, {
        kind: giftCardMail,
        locale: card.locale,
        market: card.market,
        dedupKey: typeof time === 'string' ? `gift-card ${card.id} ${time}` : `gift-card ${card.id}`,
        ref: card.id,
        recipient: card.recipientEmail,
        values: valuesOfCard(card, { shopName, link, translations: house.translations }),
      })
      return ok()
    })
  },
}

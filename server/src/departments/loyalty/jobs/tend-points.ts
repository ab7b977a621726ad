import { runCommand, system } from '../../../host/context.ts'
import { formatDate, formatMoney } from '../../../host/i18n/format.ts'
import { defineMail, mailLocale } from '../../../host/mail/mail-kind.ts'
import { writeMail } from '../../../host/mail/write-mail.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { money } from '../../../kernel/money.ts'
import { ok } from '../../../kernel/result.ts'
import { expirePoints, findEnded, findEnding, findRipe, markReminded } from '../use-cases/expire-points.ts'
import { reckonOrder } from '../use-cases/reckon-order.ts'

const offer = { name: 'text', programme: 'text', points: 'text', worth: 'text', day: 'text', link: 'link' } as const

/** Points that somebody has end soon. */
export const pointsEndMail = defineMail({
  kind: 'points-end',
  nature: 'transactional',
  audience: 'customer',
  values: offer,
  required: { points: 'function', day: 'function' },
  // i18n-dynamic: loyalty.points_mail.*
  words: 'loyalty.points_mail',
  template: {
    subject: 'subject',
    blocks: [
      { type: 'paragraph', text: 'greeting' },
      { type: 'paragraph', text: 'opening' },
      { type: 'paragraph', text: 'how' },
      { type: 'button', text: 'open', value: 'link' },
      { type: 'paragraph', text: 'closing' },
    ],
  },
  sample: (locale) => ({
    name: 'Mirandolina',
    programme: 'Club Laguna',
    points: new Intl.NumberFormat(locale).format(480),
    worth: formatMoney(money(2_400n, 'EUR'), locale),
    day: formatDate(new Date('2027-03-03T12:00:00Z'), locale, 'UTC'),
    link: 'https://shop.example/account',
  }),
})

/**
 * Each hour, one transaction each: points that are certain by now can be used, points whose last day is over are owed no more, and whose last
 * day comes near is written to once, for all that ends on the same day.
 */
export const tendPoints: JobDefinition = {
  kind: 'tend-points',
  schedule: '20 * * * *',
  run: async (house) => {
    const actor = system('tend-points')
    for (const orderId of await findRipe(house)) await runCommand(house, { actor }, (ctx) => reckonOrder(ctx, orderId))
    for (const id of await findEnded(house)) await runCommand(house, { actor }, (ctx) => expirePoints(ctx, id))
    for (const ending of await findEnding(house)) {
      const { accountId, customerId, market, currency, expiresOn, points, worth, programme, name, email } = ending
      const locale = mailLocale(ending.locale)
      await runCommand(house, { actor }, async (ctx) => {
        markReminded(ctx, ending)
        await writeMail(ctx, house, {
          kind: pointsEndMail,
          locale,
          market,
          dedupKey: `points-end ${accountId} ${expiresOn}`,
          ref: customerId,
          recipient: email,
          values: {
            name,
            programme: programme[locale] ?? programme['en'] ?? '',
            points: new Intl.NumberFormat(locale).format(points),
            worth: formatMoney(money(worth, currency), locale),
            day: formatDate(new Date(`${expiresOn}T12:00:00Z`), locale, 'UTC'),
            link: `${house.publicUrl}/${locale}/account`,
          },
        })
        return ok()
      })
    }
  },
}

import { formatDate, formatMoney } from '../../../host/i18n/format.ts'
import type { Translations } from '../../../host/i18n/translate.ts'
import { defineMail, mailLocale, type MailValues } from '../../../host/mail/mail-kind.ts'
import { money } from '../../../kernel/money.ts'
import type { Card } from '../queries/read-cards.ts'

const offer = {
  headline: 'text',
  name: 'text',
  sender: 'text',
  amount: 'text',
  message: 'notes',
  link: 'link',
  day: 'text',
} as const

/** Who gives what, their own words, and the way to the code, in the language of the order. */
export const giftCardMail = defineMail({
  kind: 'gift-card',
  audience: 'customer',
  nature: 'transactional',
  values: offer,
  required: { link: 'function', message: 'function' },
  // i18n-dynamic: gift-cards.mail.*
  words: 'gift-cards.mail',
  template: {
    subject: 'headline',
    blocks: [
      { type: 'paragraph', text: 'greeting' },
      { type: 'paragraph', text: 'greeting_nameless', when: { value: 'name', is: 'missing' } },
      { type: 'paragraph', text: 'opening', when: { value: 'sender', is: 'missing' } },
      { type: 'paragraph', text: 'opening_from' },
      { type: 'notes', value: 'message' },
      { type: 'button', text: 'open', value: 'link' },
      { type: 'paragraph', text: 'until' },
      { type: 'paragraph', text: 'for_ever', when: { value: 'day', is: 'missing' } },
      { type: 'paragraph', text: 'use' },
      { type: 'paragraph', text: 'closing' },
    ],
  },
  sample: (locale, translate) => {
    const amount = formatMoney(money(5_000n, 'EUR'), locale)
    return {
      headline: translate('gift-cards.mail.opening_from', { sender: 'Zanetta', amount, shop: 'Test' }),
      name: 'Marco',
      sender: 'Zanetta',
      amount,
      message: ['Auguri!'],
      link: 'https://shop.example/gift-cards/1',
      day: formatDate(new Date('2028-11-23T12:00:00Z'), locale, 'UTC'),
    }
  },
})

interface Around {
  readonly shopName: string
  readonly link: string
  readonly translations: Translations
}

export function valuesOfCard(card: Card, { shopName, link, translations }: Around): MailValues<typeof offer> {
  const locale = mailLocale(card.locale)
  const amount = formatMoney(money(card.initial, card.currency), locale)
  // What the shop gives needs no second mention of it.
  const sender = card.senderName === shopName ? '' : card.senderName
  const headline = sender === '' ? 'subject' : 'subject_from'
  return {
    headline: translations.for(locale)(`gift-cards.mail.${headline}`, { sender, amount, shop: shopName }),
    name: card.recipientName,
    sender,
    amount,
    message: card.message === '' ? [] : [card.message],
    link,
    day: card.expiresOn === null ? '' : formatDate(new Date(`${card.expiresOn}T12:00:00Z`), locale, 'UTC'),
  }
}

import type { Context, House } from '../../../host/context.ts'
import { defineMail, mailLocale, type MailValues } from '../../../host/mail/mail-kind.ts'
import { writeMail } from '../../../host/mail/write-mail.ts'
import type { Translate } from '../../../host/i18n/translate.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { orderPage } from '../../orders/index.ts'
import type { IssuedDocument } from '../domain/document.ts'
import { refusals } from '../domain/refusals.ts'
import { findExampleDocument } from '../queries/find-example-document.ts'
import { findDocument } from '../queries/read-documents.ts'

const offer = { name: 'text', kind: 'text', number: 'text', order: 'text', link: 'link' } as const

/** A few words in the language of the order, and the way to its page. */
export const documentMail = defineMail({
  kind: 'document',
  audience: 'customer',
  nature: 'transactional',
  values: offer,
  required: { link: 'function' },
  // i18n-dynamic: documents.mail.*
  words: 'documents.mail',
  template: {
    subject: 'subject',
    blocks: [
      { type: 'paragraph', text: 'greeting' },
      { type: 'paragraph', text: 'opening' },
      { type: 'button', text: 'open', value: 'link' },
      { type: 'paragraph', text: 'closing' },
    ],
  },
  sample: (_locale, translate) => ({
    name: 'Mirandolina',
    kind: translate('documents.kinds.invoice'),
    number: 'INV-2027-000042',
    order: '100042',
    link: 'https://shop.example/orders/100042',
  }),
  example: {
    permission: 'documents:read',
    find: async ({ database, translations, publicUrl }, { number, locale }) => {
      const id = await findExampleDocument(database, number)
      const found = id === undefined ? undefined : await findDocument(database, id)
      if (!found) return undefined
      const { document, market } = found
      const values = valuesOf(document, publicUrl, translations.for(locale))
      return { label: document.label, locale: document.language, market, values }
    },
  },
})

function valuesOf(
  { kind, label, buyer, order }: IssuedDocument,
  link: string,
  translate: Translate,
): MailValues<typeof offer> {
  // i18n-dynamic: documents.kinds.*
  return { name: buyer.name, kind: translate(`documents.kinds.${kind}`), number: label, order: order.number, link }
}

/** The customer gets the way to a document once more: the link of the order, which opens it without an account. */
export async function mailDocument(
  ctx: Context,
  house: House,
  id: string,
): Promise<Result<{ readonly recipient: string }>> {
  const found = await findDocument(ctx.tx, id)
  if (!found) return refusals.not_found()
  const { document, market } = found
  const locale = mailLocale(document.language)
  const link = orderPage(house, { id: document.order.id, locale })
  await writeMail(ctx, house, {
    kind: documentMail,
    locale,
    market,
    dedupKey: `document ${id} ${ctx.newId()}`,
    ref: document.order.id,
    recipient: document.buyer.email,
    values: valuesOf(document, link, house.translations.for(locale)),
  })
  ctx.audit({ action: 'documents:send', objectType: 'document', objectId: id, changes: [{ field: 'mailed' }] })
  return ok({ recipient: document.buyer.email })
}

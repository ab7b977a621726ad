import { signLink } from '../../../host/auth/links.ts'
import type { Context, House } from '../../../host/context.ts'
import { html } from '../../../host/http/html.ts'
import { isLocale, type Locale } from '../../../host/i18n/locales.ts'
import { queueMail } from '../../../host/mail/queue-mail.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { readShopName } from '../../organisation/index.ts'
import { refusals } from '../domain/refusals.ts'
import { findDocument } from '../queries/read-documents.ts'

/** The customer gets the way to a document once more: the link of the order, which opens it without an account. */
export async function mailDocument(
  ctx: Context,
  house: Pick<House, 'linkKey' | 'publicUrl' | 'translations'>,
  id: string,
): Promise<Result<{ readonly recipient: string }>> {
  const found = await findDocument(ctx.tx, id)
  if (!found) return refusals.not_found()
  const { document } = found
  const { label, buyer, order, language } = document
  const locale: Locale = isLocale(language) ? language : 'en'
  const translate = house.translations.for(locale)
  const shop = await readShopName(ctx.tx, ctx.organisation)
  const kind = translate(`documents.kinds.${document.kind}`)
  // i18n-dynamic: documents.mail.*
  const t = (key: string) =>
    translate(`documents.mail.${key}`, { name: buyer.name, kind, number: label, order: order.number, shop })
  const link = `${house.publicUrl}/${locale}/orders/${signLink(house.linkKey, 'order', order.id)}`
  queueMail(ctx, {
    dedupKey: `document ${id} ${ctx.newId()}`,
    ref: order.id,
    recipient: buyer.email,
    subject: t('subject'),
    text: [t('greeting'), '', t('opening'), '', link, '', t('closing')].join('\n'),
    html: html`<!doctype html>
      <html lang="${locale}">
        <head>
          <meta charset="utf-8" />
          <title>${t('subject')}</title>
        </head>
        <body>
          <p>${t('greeting')}</p>
          <p>${t('opening')}</p>
          <p><a href="${link}">${t('open')}</a></p>
          <p>${t('closing')}</p>
        </body>
      </html>`.text,
  })
  ctx.audit({ action: 'documents:issue', objectType: 'document', objectId: id, changes: [{ field: 'mailed' }] })
  return ok({ recipient: buyer.email })
}

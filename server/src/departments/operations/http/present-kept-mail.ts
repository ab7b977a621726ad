import type { Call } from '../../../host/http/route.ts'
import { withLogo } from '../../../host/mail/logo.ts'
import { wordOfKind } from '../../../host/mail/mail-kind.ts'
import type { MadeBy } from '../../../host/mail/queue-mail.ts'
import type { MailView } from '../queries/read-mails.ts'

type Kept = MailView & { readonly text: string; readonly html: string; readonly made: MadeBy | undefined }

/** With the name of its kind, and the shop's logo in its place. */
export async function presentKeptMail(call: Call, { made, html, ...mail }: Kept) {
  return { ...mail, html: await withLogo(call.house, html), made: made ? presentMade(call, made) : null }
}

function presentMade({ house, locale: reader }: Call, { kind, locale, market, version }: MadeBy) {
  const known = house.ports?.mails?.kinds.get(kind)
  const label = known && house.translations.for(reader)(`${known.department}.mails.${wordOfKind(kind)}.label`)
  return { kind, label: label ?? kind, locale, market: market ?? null, version: version ?? null }
}

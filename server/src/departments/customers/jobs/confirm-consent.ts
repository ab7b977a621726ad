import { runCommand, system } from '../../../host/context.ts'
import { defineMail } from '../../../host/mail/mail-kind.ts'
import { writeMail } from '../../../host/mail/write-mail.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { ok } from '../../../kernel/result.ts'
import { findClaimedConsent } from '../queries/claimed-consent.ts'
import { CONFIRM_CONSENT } from '../use-cases/record-consents.ts'
import { preferencesUrl } from '../use-cases/preferences-link.ts'

/** Somebody agreed for this address without having proved that it is theirs: whoever reads its mail decides. */
export const consentConfirmation = defineMail({
  kind: 'consent-confirmation',
  audience: 'customer',
  nature: 'transactional',
  values: { name: 'text', purpose: 'text', wording: 'text', link: 'link' },
  required: { wording: 'law', link: 'function' },
  // i18n-dynamic: customers.mail.*
  words: 'customers.mail',
  template: {
    subject: 'consent.subject',
    blocks: [
      { type: 'paragraph', text: 'greeting' },
      { type: 'paragraph', text: 'consent.text' },
      { type: 'paragraph', text: 'consent.wording' },
      { type: 'button', text: 'consent.open', value: 'link' },
      { type: 'paragraph', text: 'consent.ignore' },
    ],
  },
  sample: (_locale, translate) => ({
    name: 'Mirandolina',
    purpose: 'Newsletter',
    wording: translate('customers.mail.consent.sample'),
    link: 'https://shop.example/consents/abc',
  }),
})

/** One mail for each wording that was claimed; none once it was confirmed, objected to or retired. */
export const confirmConsentJob: JobDefinition = {
  kind: CONFIRM_CONSENT,
  async run(house, { payload }) {
    const consentId = String(payload['consent'])
    const number = Number(payload['number'])
    await runCommand(house, { actor: system(CONFIRM_CONSENT) }, async (ctx) => {
      const claimed = await findClaimedConsent(ctx.tx, { consentId, number })
      if (!claimed) return ok()
      const { customerId, email: recipient, name, locale, names, texts } = claimed
      const inLanguage = (words: Readonly<Record<string, string>>) => words[locale] ?? words['en'] ?? ''
      await writeMail(ctx, house, {
        kind: consentConfirmation,
        locale,
        recipient,
        dedupKey: `consent-confirmation ${consentId} ${number}`,
        ref: customerId,
        values: {
          name,
          purpose: inLanguage(names),
          wording: inLanguage(texts),
          link: preferencesUrl(house, { customerId, locale }),
        },
      })
      return ok()
    })
  },
}

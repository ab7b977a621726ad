import type { MailGate } from '../../../host/mail/mail-gate.ts'
import { mayContact } from '../queries/may-contact.ts'
import { unsubscribeUrl } from './preferences-link.ts'

/** What customers agreed to, as the house asks for it before it writes and again before it sends. */
export const mailGate: MailGate = {
  ask: (reader, { subject, purpose }) => mayContact(reader, { subject, purpose, channel: 'email' }),
  unsubscribeUrl: (house, { subject, purpose, locale }) =>
    unsubscribeUrl(house, { customerId: subject, purpose, locale }),
}

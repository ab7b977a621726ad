import type { RelatedSource } from '../../../host/records/related.ts'
import { findCustomerEmail } from '../../customers/index.ts'
import { readMailsTo } from '../queries/related-mails.ts'

/** What was written to a customer, by the address that they have now. */
export const mailsToCustomer: RelatedSource = {
  name: 'mails',
  permission: 'operations:read',
  find: async (reader, question) => {
    const email = await findCustomerEmail(reader, question.id)
    return email === undefined ? [] : readMailsTo(reader, email, question)
  },
}

import { defineList } from '../../../host/lists/define-list.ts'
import { containing } from '../../../host/lists/search-text.ts'
import { mailColumns, presentMail, type MailRow, type MailView } from './read-mails.ts'

/** The newest first; a search finds a recipient or a subject. */
export const mailsList = defineList<MailRow, MailView>({
  name: 'mails',
  namespace: 'operations',
  columns: {
    createdAt: { type: 'instant', sql: 'm.created_at', filter: ['from', 'to', 'last'], sort: true },
    recipient: { type: 'text' },
    subject: { type: 'text' },
    state: { type: 'enum', sql: 'm.state', values: ['kept', 'sent', 'withdrawn'], filter: ['is', 'not'] },
    ref: { type: 'text', sql: 'm.ref', filter: ['is'], nullable: true },
    sentAt: { type: 'instant', nullable: true },
  },
  from: 'FROM host.mail m',
  as: 'm',
  base: mailColumns,
  select: mailColumns,
  keys: [{ sql: 'm.id', type: 'id' }],
  defaultSort: '-createdAt',
  search: { ways: [(words) => containing("lower(m.recipient || ' ' || m.subject)", words)] },
  shorthands: { state: { column: 'state' }, ref: { column: 'ref' } },
  present: presentMail,
})

export type { AuditView } from './queries/audit-list.ts'
export { readHealth, type Health } from './queries/read-health.ts'
export type { MailView } from './queries/read-mails.ts'
export { searchMails } from './queries/search-mails.ts'

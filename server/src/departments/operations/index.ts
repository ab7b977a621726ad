export { readHealth, type Health } from './queries/read-health.ts'
export { listAudit, type AuditView } from './queries/list-audit.ts'
export { listMails, type MailView } from './queries/read-mails.ts'

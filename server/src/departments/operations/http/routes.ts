import { Type } from 'typebox'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idParams } from '../../../host/http/schemas.ts'
import { listRoutes } from '../../../host/lists/list-routes.ts'
import { ok } from '../../../kernel/result.ts'
import { auditList, type AuditView } from '../queries/audit-list.ts'
import { jobsList, type JobView } from '../queries/jobs-list.ts'
import { mailsList } from '../queries/mails-list.ts'
import { readHealth } from '../queries/read-health.ts'
import { getMail } from '../queries/read-mails.ts'
import { replayJob } from '../use-cases/replay-job.ts'
import { resendMail } from '../use-cases/resend-mail.ts'
import { presentKeptMail } from './present-kept-mail.ts'
import { auditSchema, healthSchema, jobSchema, mailSchema, mailWithBodySchema } from './schemas.ts'
import { tellJobs, tellTrail } from './told-trail.ts'

export const routes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/health',
    operationId: 'getHealth',
    summary: 'How the house is, in the shop’s words',
    permission: 'operations:read',
    own: 'any',
    response: healthSchema,
    answer: async ({ house }) => ok(await readHealth(house)),
  }),
  ...listRoutes(jobsList, {
    path: '/jobs',
    permission: 'operations:read',
    summary: 'Work in the background, the newest first',
    item: jobSchema,
    tell: async (call, jobs) => tellJobs(call, jobs as JobView[]),
  }),
  command({
    method: 'POST',
    path: '/jobs/:id/replay',
    operationId: 'replayJob',
    summary: 'Start work again that was given up',
    permission: 'operations:replay',
    own: 'any',
    params: idParams,
    response: Type.Void(),
    status: 204,
    command: (ctx, { params }) => replayJob(ctx, params.id),
  }),
  ...listRoutes(mailsList, {
    path: '/mails',
    permission: 'operations:read',
    summary: 'Mails to customers and staff, the newest first',
    item: mailSchema,
  }),
  query({
    method: 'GET',
    path: '/mails/:id',
    operationId: 'getMail',
    summary: 'A mail as it was written; secrets of its links are masked outside the demo',
    permission: 'operations:read',
    own: 'any',
    params: idParams,
    response: mailWithBodySchema,
    answer: async (call, { params }) => {
      const { house } = call
      const found = await getMail(house.database, { id: params.id, isDemo: house.organisation.demo })
      return found.ok ? ok(await presentKeptMail(call, found.value)) : found
    },
  }),
  command({
    method: 'POST',
    path: '/mails/:id/resending',
    operationId: 'resendMail',
    summary: 'Sends a mail to its reader once more, as it was written',
    permission: 'operations:replay',
    own: 'any',
    idempotent: true,
    params: idParams,
    response: Type.Object({ recipient: Type.String() }),
    status: 202,
    command: (ctx, { params }, { house }) => resendMail(ctx, house, params.id),
  }),
  ...listRoutes(auditList, {
    path: '/audit',
    permission: 'operations:read',
    summary: 'Who did what, the newest first',
    item: auditSchema,
    tell: (call, rows) => tellTrail(call, rows as AuditView[]),
  }),
]

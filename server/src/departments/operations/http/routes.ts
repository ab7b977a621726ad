import { Type } from 'typebox'
import { pageOf, pageQuery } from '../../../host/http/pagination.ts'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idParams } from '../../../host/http/schemas.ts'
import { ok } from '../../../kernel/result.ts'
import { listAudit } from '../queries/list-audit.ts'
import { listJobs } from '../queries/list-jobs.ts'
import { readHealth } from '../queries/read-health.ts'
import { getMail, listMails } from '../queries/read-mails.ts'
import { replayJob } from '../use-cases/replay-job.ts'
import {
  auditSchema,
  healthSchema,
  jobSchema,
  jobStateSchema,
  mailSchema,
  mailStateSchema,
  mailWithBodySchema,
} from './schemas.ts'

const filter = Type.Optional(Type.String({ minLength: 1, maxLength: 200 }))

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
  query({
    method: 'GET',
    path: '/jobs',
    operationId: 'listJobs',
    summary: 'Work in the background, the newest first',
    permission: 'operations:read',
    own: 'any',
    query: Type.Object({ ...pageQuery, state: Type.Optional(jobStateSchema) }),
    response: pageOf(jobSchema),
    answer: ({ house }, { query: { limit, ...rest } }) => listJobs(house.database, { ...rest, limit: limit ?? 50 }),
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
  query({
    method: 'GET',
    path: '/mails',
    operationId: 'listMails',
    summary: 'Mails to customers and staff, the newest first',
    permission: 'operations:read',
    own: 'any',
    query: Type.Object({ ...pageQuery, state: Type.Optional(mailStateSchema), ref: filter }),
    response: pageOf(mailSchema),
    answer: ({ house }, { query: { limit, ...rest } }) => listMails(house.database, { ...rest, limit: limit ?? 50 }),
  }),
  query({
    method: 'GET',
    path: '/mails/:id',
    operationId: 'getMail',
    summary: 'A mail as it was written; secrets of single-use links are masked outside the demo',
    permission: 'operations:read',
    own: 'any',
    params: idParams,
    response: mailWithBodySchema,
    answer: ({ house }, { params }) => getMail(house.database, { id: params.id, isDemo: house.organisation.demo }),
  }),
  query({
    method: 'GET',
    path: '/audit',
    operationId: 'listAudit',
    summary: 'Who did what, the newest first',
    permission: 'operations:read',
    own: 'any',
    query: Type.Object({ ...pageQuery, objectType: filter, objectId: filter, actor: filter }),
    response: pageOf(auditSchema),
    answer: ({ house }, { query: { limit, ...rest } }) => listAudit(house.database, { ...rest, limit: limit ?? 50 }),
  }),
]

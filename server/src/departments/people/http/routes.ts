import { Type } from 'typebox'
import { pageOf, pageQuery } from '../../../host/http/pagination.ts'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idParams } from '../../../host/http/schemas.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { ok } from '../../../kernel/result.ts'
import { arrangementRoutes } from './arrangement-routes.ts'
import { listRoles } from '../queries/list-roles.ts'
import { listStaff } from '../queries/list-staff.ts'
import { changeRoles } from '../use-cases/change-roles.ts'
import { createStaff } from '../use-cases/create-staff.ts'
import { endStaff } from '../use-cases/end-staff.ts'
import { issueActivationLink } from '../use-cases/issue-activation-link.ts'
import {
  activationLinkSchema,
  createdStaffSchema,
  endingBody,
  newStaffBody,
  roleSchema,
  rolesBody,
  staffSchema,
} from './schemas.ts'
import { sessionRoutes } from './session-routes.ts'

export const routes: readonly Route[] = [
  ...sessionRoutes,
  ...arrangementRoutes,
  query({
    method: 'GET',
    path: '/staff',
    operationId: 'listStaff',
    summary: 'Everybody who works or worked here, by name',
    permission: 'people:read',
    own: 'any',
    query: Type.Object(pageQuery),
    response: pageOf(staffSchema),
    answer: ({ house }, { query: { after, limit } }) => listStaff(house.database, { after, limit: limit ?? 50 }),
  }),
  command({
    method: 'POST',
    path: '/staff',
    operationId: 'createStaff',
    summary: 'Add a member of staff; answers the link by which they choose their password',
    permission: 'people:write',
    own: 'any',
    body: newStaffBody,
    response: createdStaffSchema,
    status: 201,
    command: async (ctx, { body }) => {
      const created = await createStaff(ctx, body)
      if (!created.ok) return created
      const link = await issueActivationLink(ctx, created.value.id)
      return link.ok ? ok({ id: created.value.id, activationPath: link.value.path }) : link
    },
  }),
  command({
    method: 'PATCH',
    path: '/staff/:id',
    operationId: 'changeRoles',
    summary: 'Change the roles of a member of staff (If-Match: version)',
    permission: 'people:write',
    own: 'any',
    params: idParams,
    body: rolesBody,
    response: Type.Object({ version: Type.Integer() }),
    etag: 'version',
    command: async (ctx, { params, body }, { ifMatch }) => {
      if (ifMatch === undefined) return hostRefusals.version_required()
      return changeRoles(ctx, { staffId: params.id, roles: body.roles, version: ifMatch })
    },
  }),
  command({
    method: 'POST',
    path: '/staff/:id/activation-link',
    operationId: 'issueActivationLink',
    summary: 'A new single-use link for choosing a password; earlier ones end',
    permission: 'people:write',
    own: 'any',
    params: idParams,
    response: activationLinkSchema,
    status: 201,
    command: async (ctx, { params }) => {
      const link = await issueActivationLink(ctx, params.id)
      return link.ok ? ok({ activationPath: link.value.path }) : link
    },
  }),
  command({
    method: 'POST',
    path: '/staff/:id/ending',
    operationId: 'endStaff',
    summary: 'Somebody leaves: their sessions and rights end',
    permission: 'people:write',
    own: 'any',
    params: idParams,
    body: endingBody,
    response: Type.Void(),
    status: 204,
    command: (ctx, { params, body }) => endStaff(ctx, { staffId: params.id, reason: body.reason }),
  }),
  query({
    method: 'GET',
    path: '/roles',
    operationId: 'listRoles',
    summary: 'The roles and what each may do',
    permission: 'people:read',
    own: 'any',
    response: Type.Object({ roles: Type.Array(roleSchema) }),
    answer: async ({ house }) => ok({ roles: await listRoles(house.database) }),
  }),
]

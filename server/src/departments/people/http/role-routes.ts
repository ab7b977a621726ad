import { Type } from 'typebox'
import { command, query, type Route } from '../../../host/http/route.ts'
import { staffOf } from '../../../host/http/staff-of.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { ok } from '../../../kernel/result.ts'
import { describePermissions } from '../queries/describe-permissions.ts'
import { findRole, listHolders, listRoles } from '../queries/list-roles.ts'
import { knownPermissions } from '../queries/known-permissions.ts'
import { changeRole, createRole, retireRole } from '../use-cases/own-roles.ts'
import {
  permissionsSchema,
  reasonSchema,
  roleBody,
  roleParams,
  roleSchema,
  roleWithHoldersSchema,
} from './people-schemas.ts'

const reading = { permission: 'people:read', own: 'any' } as const
const writing = { permission: 'people:write', own: 'any' } as const

export const roleRoutes: readonly Route[] = [
  query({
    ...reading,
    method: 'GET',
    path: '/roles',
    operationId: 'listRoles',
    summary: 'The roles, what each may do and how many hold it',
    response: Type.Object({ roles: Type.Array(roleSchema) }),
    answer: async ({ house }) => ok({ roles: await listRoles(house.database) }),
  }),
  query({
    ...reading,
    method: 'GET',
    path: '/roles/:code',
    operationId: 'getRole',
    summary: 'A role with those who hold it',
    params: roleParams,
    response: roleWithHoldersSchema,
    etag: 'version',
    answer: async ({ house }, { params }) => {
      const role = await findRole(house.database, params.code)
      if (!role) return hostRefusals.record_not_found()
      return ok({ ...role, people: await listHolders(house.database, params.code) })
    },
  }),
  query({
    ...reading,
    method: 'GET',
    path: '/permissions',
    operationId: 'listPermissions',
    summary: 'What a role can be made of, by department, in words',
    response: permissionsSchema,
    answer: async (call) => {
      const staff = staffOf(call)
      if (!staff.ok) return staff
      const known = await knownPermissions(call.house.database)
      const translate = call.house.translations.for(call.locale)
      return ok({ departments: describePermissions(known, { translate, mine: staff.value.permissions }) })
    },
  }),
  command({
    ...writing,
    method: 'POST',
    path: '/roles',
    operationId: 'createRole',
    summary: 'A role of the organisation’s own, made of rights that one has',
    body: roleBody,
    response: Type.Object({ code: Type.String() }),
    status: 201,
    idempotent: true,
    command: (ctx, { body }) => createRole(ctx, body),
  }),
  command({
    ...writing,
    method: 'PUT',
    path: '/roles/:code',
    operationId: 'changeRole',
    summary: 'Change an own role, and with it what its holders may do (If-Match: version)',
    params: roleParams,
    body: roleBody,
    response: Type.Object({ version: Type.Integer() }),
    etag: 'version',
    command: (ctx, { params, body }, { ifMatch, sessionToken }) =>
      changeRole(ctx, { ...body, code: params.code, version: ifMatch, sessionToken }),
  }),
  command({
    ...writing,
    method: 'POST',
    path: '/roles/:code/retirement',
    operationId: 'retireRole',
    summary: 'Take an own role that nobody holds out of use',
    params: roleParams,
    body: Type.Object({ reason: reasonSchema }, { additionalProperties: false }),
    response: Type.Void(),
    status: 204,
    command: (ctx, { params, body }) => retireRole(ctx, { code: params.code, reason: body.reason }),
  }),
]

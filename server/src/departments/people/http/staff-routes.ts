import { Type } from 'typebox'
import { allowedActions } from '../../../host/http/allowed-actions.ts'
import { command, query, type Call, type Route } from '../../../host/http/route.ts'
import { idParams } from '../../../host/http/schemas.ts'
import { listRoutes } from '../../../host/lists/list-routes.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { ok } from '../../../kernel/result.ts'
import { listRoles } from '../queries/list-roles.ts'
import { outsidersList, staffList } from '../queries/staff-list.ts'
import { listUnitNames } from '../queries/where-people-belong.ts'
import { changeAccess, endAccess } from '../use-cases/change-access.ts'
import { changeProfile } from '../use-cases/change-profile.ts'
import { changeRoles } from '../use-cases/change-roles.ts'
import { createStaff } from '../use-cases/create-staff.ts'
import { endStaff } from '../use-cases/end-staff.ts'
import { issueActivationLink } from '../use-cases/issue-activation-link.ts'
import { resumeStaff, suspendStaff } from '../use-cases/suspend-staff.ts'
import { viewPerson } from '../use-cases/view-person.ts'
import { accessOf } from './access-of.ts'
import {
  accessBody,
  outsiderSchema,
  personSchema,
  profileBody,
  reasonSchema,
  staffLineSchema,
} from './people-schemas.ts'
import { activationLinkSchema, createdStaffSchema, endingBody, newStaffBody, rolesBody } from './schemas.ts'

const reading = { permission: 'people:read', own: 'any' } as const
const writing = { permission: 'people:write', own: 'any' } as const
const versionSchema = Type.Object({ version: Type.Integer() })

const roleChoices = async ({ house, locale }: Call) =>
  (await listRoles(house.database)).map(({ code, names }) => ({ value: code, label: names[locale] ?? names.en }))

export const staffRoutes: readonly Route[] = [
  ...listRoutes(staffList, {
    path: '/staff',
    permission: 'people:read',
    summary: 'Everybody who works or worked here, by name',
    item: staffLineSchema,
    choices: {
      roles: roleChoices,
      unit: async ({ house }) =>
        (await listUnitNames(house.database)).map(({ id, name }) => ({ value: id, label: name })),
    },
  }),
  ...listRoutes(outsidersList, {
    path: '/outsiders',
    permission: 'people:read',
    summary: 'People of partners and vendors who may act here, whose access ends next first',
    item: outsiderSchema,
    choices: { roles: roleChoices },
  }),
  query({
    ...reading,
    method: 'GET',
    path: '/staff/:id',
    operationId: 'getStaff',
    summary: 'A person: where they belong, what they may do and by which role, until when',
    params: idParams,
    response: personSchema,
    etag: 'version',
    answer: async (call, { params }) => {
      const view = await viewPerson(call.house.database, params.id, call.actor)
      return view.ok ? ok({ ...view.value.person, allowedActions: allowedActions(call, view.value.possible) }) : view
    },
  }),
  command({
    ...writing,
    method: 'POST',
    path: '/staff',
    operationId: 'createStaff',
    summary: 'Add a person; answers the link by which they choose their password',
    body: newStaffBody,
    response: createdStaffSchema,
    status: 201,
    command: async (ctx, { body }, { sessionToken }) => {
      const created = await createStaff(ctx, { ...body, access: accessOf(body.access ?? {}), sessionToken })
      if (!created.ok) return created
      const link = await issueActivationLink(ctx, created.value.id)
      return link.ok ? ok({ id: created.value.id, activationPath: link.value.path }) : link
    },
  }),
  command({
    ...writing,
    method: 'PATCH',
    path: '/staff/:id',
    operationId: 'changeRoles',
    summary: 'Change the roles of a person (If-Match: version)',
    params: idParams,
    body: rolesBody,
    response: versionSchema,
    etag: 'version',
    command: async (ctx, { params, body }, { ifMatch, sessionToken }) => {
      if (ifMatch === undefined) return hostRefusals.version_required()
      return changeRoles(ctx, { staffId: params.id, roles: body.roles, version: ifMatch, sessionToken })
    },
  }),
  command({
    ...writing,
    method: 'PUT',
    path: '/staff/:id/profile',
    operationId: 'changeProfile',
    summary: 'Change name, job title, language and time zone (If-Match: version)',
    params: idParams,
    body: profileBody,
    response: versionSchema,
    etag: 'version',
    command: (ctx, { params, body }, { ifMatch }) =>
      changeProfile(ctx, { ...body, staffId: params.id, version: ifMatch }),
  }),
  command({
    ...writing,
    method: 'PUT',
    path: '/staff/:id/access',
    operationId: 'changeAccess',
    summary: 'Change company, sponsor, begin, end and scope; a later end is a renewal (If-Match: version)',
    params: idParams,
    body: accessBody,
    response: versionSchema,
    etag: 'version',
    command: (ctx, { params, body: { reason, ...access } }, { ifMatch }) =>
      changeAccess(ctx, { staffId: params.id, version: ifMatch, access: accessOf(access), reason }),
  }),
  command({
    ...writing,
    method: 'POST',
    path: '/staff/:id/access-ending',
    operationId: 'endAccess',
    summary: 'Somebody from outside is out now: their sessions end',
    params: idParams,
    body: Type.Object({ reason: reasonSchema }, { additionalProperties: false }),
    response: Type.Void(),
    status: 204,
    command: (ctx, { params, body }) => endAccess(ctx, { staffId: params.id, reason: body.reason }),
  }),
  command({
    ...writing,
    method: 'POST',
    path: '/staff/:id/activation-link',
    operationId: 'issueActivationLink',
    summary: 'A new single-use link for choosing a password; earlier ones end',
    params: idParams,
    response: activationLinkSchema,
    status: 201,
    command: async (ctx, { params }) => {
      const link = await issueActivationLink(ctx, params.id)
      return link.ok ? ok({ activationPath: link.value.path }) : link
    },
  }),
  command({
    ...writing,
    method: 'POST',
    path: '/staff/:id/suspension',
    operationId: 'suspendStaff',
    summary: 'Let in nowhere until taken back: sessions end, API keys stop, roles stay',
    params: idParams,
    body: Type.Object({ reason: reasonSchema }, { additionalProperties: false }),
    response: Type.Void(),
    status: 204,
    command: (ctx, { params, body }) => suspendStaff(ctx, { staffId: params.id, reason: body.reason }),
  }),
  command({
    ...writing,
    method: 'DELETE',
    path: '/staff/:id/suspension',
    operationId: 'resumeStaff',
    summary: 'Somebody suspended may sign in again, with the roles that they have',
    params: idParams,
    response: Type.Void(),
    status: 204,
    command: (ctx, { params }) => resumeStaff(ctx, params.id),
  }),
  command({
    ...writing,
    method: 'POST',
    path: '/staff/:id/ending',
    operationId: 'endStaff',
    summary: 'Somebody leaves: their sessions and rights end',
    params: idParams,
    body: endingBody,
    response: Type.Void(),
    status: 204,
    command: (ctx, { params, body }) => endStaff(ctx, { staffId: params.id, reason: body.reason }),
  }),
]

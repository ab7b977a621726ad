import { Type } from 'typebox'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idParams, idSchema } from '../../../host/http/schemas.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { ok } from '../../../kernel/result.ts'
import { findUnit, listCompanies, listUnits } from '../queries/list-units.ts'
import { listMembersOf } from '../queries/where-people-belong.ts'
import { addCompany, changeCompany } from '../use-cases/companies.ts'
import { addUnit, changeUnit, closeUnit, joinUnit, leaveUnit } from '../use-cases/units.ts'
import {
  companyBody,
  companySchema,
  memberParams,
  newUnitBody,
  reasonSchema,
  unitBody,
  unitSchema,
  unitWithMembersSchema,
} from './people-schemas.ts'

const reading = { permission: 'people:read', own: 'any' } as const
const writing = { permission: 'people:write', own: 'any' } as const
const versionSchema = Type.Object({ version: Type.Integer() })

export const unitRoutes: readonly Route[] = [
  query({
    ...reading,
    method: 'GET',
    path: '/units',
    operationId: 'listUnits',
    summary: 'Departments and teams, with their heads',
    response: Type.Object({ items: Type.Array(unitSchema) }),
    answer: async ({ house }) => ok({ items: await listUnits(house.database) }),
  }),
  query({
    ...reading,
    method: 'GET',
    path: '/units/:id',
    operationId: 'getUnit',
    summary: 'A department or team with those in it',
    params: idParams,
    response: unitWithMembersSchema,
    etag: 'version',
    answer: async ({ house }, { params }) => {
      const unit = await findUnit(house.database, params.id)
      if (!unit) return hostRefusals.record_not_found()
      return ok({ ...unit, people: await listMembersOf(house.database, params.id) })
    },
  }),
  command({
    ...writing,
    method: 'POST',
    path: '/units',
    operationId: 'addUnit',
    summary: 'Add a department or team',
    body: newUnitBody,
    response: Type.Object({ id: idSchema }),
    status: 201,
    idempotent: true,
    command: (ctx, { body }) => addUnit(ctx, body),
  }),
  command({
    ...writing,
    method: 'PUT',
    path: '/units/:id',
    operationId: 'changeUnit',
    summary: 'Change name, head and department (If-Match: version)',
    params: idParams,
    body: unitBody,
    response: versionSchema,
    etag: 'version',
    command: (ctx, { params, body }, { ifMatch }) => changeUnit(ctx, { ...body, id: params.id, version: ifMatch }),
  }),
  command({
    ...writing,
    method: 'PUT',
    path: '/units/:id/members/:staffId',
    operationId: 'joinUnit',
    summary: 'Take somebody into a department or team',
    params: memberParams,
    response: Type.Void(),
    status: 204,
    command: (ctx, { params }) => joinUnit(ctx, { unitId: params.id, staffId: params.staffId }),
  }),
  command({
    ...writing,
    method: 'DELETE',
    path: '/units/:id/members/:staffId',
    operationId: 'leaveUnit',
    summary: 'Take somebody out of a department or team',
    params: memberParams,
    response: Type.Void(),
    status: 204,
    command: (ctx, { params }) => leaveUnit(ctx, { unitId: params.id, staffId: params.staffId }),
  }),
  command({
    ...writing,
    method: 'POST',
    path: '/units/:id/closing',
    operationId: 'closeUnit',
    summary: 'Close a department or team',
    params: idParams,
    body: Type.Object({ reason: reasonSchema }, { additionalProperties: false }),
    response: Type.Void(),
    status: 204,
    command: (ctx, { params, body }) => closeUnit(ctx, { id: params.id, reason: body.reason }),
  }),
  query({
    ...reading,
    method: 'GET',
    path: '/companies',
    operationId: 'listCompanies',
    summary: 'Partners and vendors whose people are let in',
    response: Type.Object({ items: Type.Array(companySchema) }),
    answer: async ({ house }) => ok({ items: await listCompanies(house.database) }),
  }),
  command({
    ...writing,
    method: 'POST',
    path: '/companies',
    operationId: 'addCompany',
    summary: 'Add a partner or vendor',
    body: companyBody,
    response: Type.Object({ id: idSchema }),
    status: 201,
    idempotent: true,
    command: (ctx, { body }) => addCompany(ctx, body),
  }),
  command({
    ...writing,
    method: 'PUT',
    path: '/companies/:id',
    operationId: 'changeCompany',
    summary: 'Change a partner or vendor (If-Match: version)',
    params: idParams,
    body: companyBody,
    response: versionSchema,
    etag: 'version',
    command: (ctx, { params, body }, { ifMatch }) => changeCompany(ctx, { ...body, id: params.id, version: ifMatch }),
  }),
]

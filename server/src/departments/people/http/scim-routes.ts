import { Type } from 'typebox'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idParams } from '../../../host/http/schemas.ts'
import { ok } from '../../../kernel/result.ts'
import { findScimUser, GROUP_FILTERS, listScimGroups, listScimUsers, USER_FILTERS } from '../queries/scim.ts'
import { filterAsked, getScimGroup, groupWished, noSuchUser, patchWished, userWished } from '../use-cases/read-scim.ts'
import { patchGroup, provisionGroup, removeGroup, replaceGroup } from '../use-cases/scim-groups.ts'
import { patchUser, provisionUser, removeUser, replaceUser } from '../use-cases/scim-users.ts'
import { scimDialect } from './scim-dialect.ts'
import { resourceTypes, schemas, serviceProviderConfig } from './scim-discovery.ts'
import { pageAsked, presentGroup, presentList, presentUser } from './scim-views.ts'

/** Directories send what they like beside what is asked for; what it means is read by the domain. */
const anything = Type.Object({}, { additionalProperties: true })
const resource = Type.Object({}, { additionalProperties: true, description: 'RFC 7643' })
const groupParams = Type.Object({ id: Type.String({ maxLength: 60, description: 'The code of a role.' }) })
const listQuery = Type.Object({
  filter: Type.Optional(Type.String({ maxLength: 500 })),
  startIndex: Type.Optional(Type.Integer()),
  count: Type.Optional(Type.Integer()),
  attributes: Type.Optional(Type.String({ maxLength: 500 })),
  excludedAttributes: Type.Optional(Type.String({ maxLength: 500 })),
})

const scim = { permission: 'people:provision', own: 'any', dialect: scimDialect, response: resource } as const

export const scimRoutes: readonly Route[] = [
  query({
    ...scim,
    method: 'GET',
    path: '/scim/v2/ServiceProviderConfig',
    operationId: 'getScimConfig',
    summary: 'What the house can do of SCIM 2.0',
    answer: async ({ house }) => ok(serviceProviderConfig(house)),
  }),
  query({
    ...scim,
    method: 'GET',
    path: '/scim/v2/ResourceTypes',
    operationId: 'listScimResourceTypes',
    summary: 'The kinds of things that a directory can keep here',
    answer: async ({ house }) => ok(resourceTypes(house)),
  }),
  query({
    ...scim,
    method: 'GET',
    path: '/scim/v2/Schemas',
    operationId: 'listScimSchemas',
    summary: 'What is kept of each kind',
    answer: async ({ house }) => ok(schemas(house)),
  }),
  query({
    ...scim,
    method: 'GET',
    path: '/scim/v2/Users',
    operationId: 'listScimUsers',
    summary: 'The organisation’s own people, for a directory',
    query: listQuery,
    answer: async ({ house }, { query: asked }) => {
      const filter = filterAsked(asked.filter, USER_FILTERS)
      if (!filter.ok) return filter
      const page = pageAsked(asked)
      const { total, rows } = await listScimUsers(house.database, filter.value, page)
      const users = rows.map((row) => presentUser(house, row))
      return ok(presentList(users, { total, startIndex: page.startIndex }))
    },
  }),
  query({
    ...scim,
    method: 'GET',
    path: '/scim/v2/Users/:id',
    operationId: 'getScimUser',
    summary: 'One person, for a directory',
    params: idParams,
    etag: 'version',
    answer: async ({ house }, { params }) => {
      const row = await findScimUser(house.database, params.id)
      return row ? ok(presentUser(house, row)) : noSuchUser()
    },
  }),
  command({
    ...scim,
    method: 'POST',
    path: '/scim/v2/Users',
    operationId: 'createScimUser',
    summary: 'Let a directory bring somebody; without a role until one of its groups gives it',
    body: anything,
    status: 201,
    etag: 'version',
    command: async (ctx, { body }, { house }) => {
      const user = userWished(body)
      if (!user.ok) return user
      const made = await provisionUser(ctx, user.value)
      return made.ok ? ok(presentUser(house, made.value)) : made
    },
  }),
  command({
    ...scim,
    method: 'PUT',
    path: '/scim/v2/Users/:id',
    operationId: 'replaceScimUser',
    summary: 'Let a directory say all of somebody anew',
    params: idParams,
    body: anything,
    etag: 'version',
    command: async (ctx, { params, body }, { house, ifMatch }) => {
      const user = userWished(body)
      if (!user.ok) return user
      const done = await replaceUser(ctx, { id: params.id, version: ifMatch }, user.value)
      return done.ok ? ok(presentUser(house, done.value)) : done
    },
  }),
  command({
    ...scim,
    method: 'PATCH',
    path: '/scim/v2/Users/:id',
    operationId: 'patchScimUser',
    summary: 'Let a directory change something of somebody, or turn them off',
    params: idParams,
    body: anything,
    etag: 'version',
    command: async (ctx, { params, body }, { house, ifMatch }) => {
      const changes = patchWished(body)
      if (!changes.ok) return changes
      const done = await patchUser(ctx, { id: params.id, version: ifMatch }, changes.value)
      return done.ok ? ok(presentUser(house, done.value)) : done
    },
  }),
  command({
    ...scim,
    method: 'DELETE',
    path: '/scim/v2/Users/:id',
    operationId: 'deleteScimUser',
    summary: 'Let a directory forget somebody: they are let in nowhere from now on',
    params: idParams,
    response: Type.Void(),
    status: 204,
    command: (ctx, { params }, { ifMatch }) => removeUser(ctx, { id: params.id, version: ifMatch }),
  }),
  query({
    ...scim,
    method: 'GET',
    path: '/scim/v2/Groups',
    operationId: 'listScimGroups',
    summary: 'The roles, for a directory',
    query: listQuery,
    answer: async ({ house }, { query: asked }) => {
      const filter = filterAsked(asked.filter, GROUP_FILTERS)
      if (!filter.ok) return filter
      const { startIndex, count } = pageAsked(asked)
      const all = await listScimGroups(house.database, filter.value)
      const groups = all
        .slice(startIndex - 1, startIndex - 1 + count)
        .map((row) => presentGroup(house, row, asked.excludedAttributes))
      return ok(presentList(groups, { total: all.length, startIndex }))
    },
  }),
  query({
    ...scim,
    method: 'GET',
    path: '/scim/v2/Groups/:id',
    operationId: 'getScimGroup',
    summary: 'One role, for a directory',
    params: groupParams,
    query: listQuery,
    answer: async ({ house }, { params, query: asked }) => {
      const group = await getScimGroup(house.database, params.id)
      return group.ok ? ok(presentGroup(house, group.value, asked.excludedAttributes)) : group
    },
  }),
  command({
    ...scim,
    method: 'POST',
    path: '/scim/v2/Groups',
    operationId: 'createScimGroup',
    summary: 'Let a directory name one of its groups like a role that is there',
    body: anything,
    status: 201,
    command: async (ctx, { body }, { house }) => {
      const done = await provisionGroup(ctx, groupWished(body))
      return done.ok ? ok(presentGroup(house, done.value)) : done
    },
  }),
  command({
    ...scim,
    method: 'PUT',
    path: '/scim/v2/Groups/:id',
    operationId: 'replaceScimGroup',
    summary: 'Let a directory say anew who holds a role',
    params: groupParams,
    body: anything,
    command: async (ctx, { params, body }, { house }) => {
      const done = await replaceGroup(ctx, params.id, groupWished(body))
      return done.ok ? ok(presentGroup(house, done.value)) : done
    },
  }),
  command({
    ...scim,
    method: 'PATCH',
    path: '/scim/v2/Groups/:id',
    operationId: 'patchScimGroup',
    summary: 'Let a directory give a role to people, or take it',
    params: groupParams,
    body: anything,
    command: async (ctx, { params, body }, { house }) => {
      const changes = patchWished(body)
      if (!changes.ok) return changes
      const done = await patchGroup(ctx, params.id, changes.value)
      return done.ok ? ok(presentGroup(house, done.value)) : done
    },
  }),
  command({
    ...scim,
    method: 'DELETE',
    path: '/scim/v2/Groups/:id',
    operationId: 'deleteScimGroup',
    summary: 'Let a directory take a role from all who hold it; the role itself stays',
    params: groupParams,
    response: Type.Void(),
    status: 204,
    command: (ctx, { params }) => removeGroup(ctx, params.id),
  }),
]

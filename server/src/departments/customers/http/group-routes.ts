import { Type, type Static } from 'typebox'
import { decodeCursor, pageOf, pageQuery, toPage } from '../../../host/http/pagination.ts'
import { command, query, type Route } from '../../../host/http/route.ts'
import { currencySchema, idParams, idSchema, instantSchema, nullable, textsSchema } from '../../../host/http/schemas.ts'
import { listRoutes } from '../../../host/lists/list-routes.ts'
import { ok } from '../../../kernel/result.ts'
import type { GroupDraft } from '../domain/group.ts'
import { findCompanyOf } from '../queries/get-company.ts'
import { getGroup, listGroupsOf, listMembers } from '../queries/get-group.ts'
import { groupsList } from '../queries/groups-list.ts'
import { addGroupMembers, removeGroupMember, setLabels } from '../use-cases/change-members.ts'
import { changeGroup, createGroup } from '../use-cases/save-group.ts'

const closed = { additionalProperties: false }
const words = (maxLength: number) =>
  Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength }), { maxItems: 100 }))

const ruleSchema = Type.Object(
  {
    countries: Type.Optional(Type.Array(Type.String({ pattern: '^[A-Z]{2}$' }), { maxItems: 250 })),
    locales: Type.Optional(Type.Array(Type.String({ pattern: '^(en|it|es|id)$' }), { maxItems: 4 })),
    labels: words(60),
    emailDomains: words(253),
    registered: Type.Optional(Type.Boolean()),
    spentAtLeast: Type.Optional(
      Type.Object(
        { amount: Type.Integer({ minimum: 1, maximum: 1_000_000_000_000 }), currency: currencySchema },
        closed,
      ),
    ),
    ordersAtLeast: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
    withinDays: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 3650, description: 'Only purchases of so many days count.' }),
    ),
  },
  { ...closed, description: 'All conditions must hold; within one any of its values will do.' },
)

const draftFields = { names: textsSchema, rule: nullable(ruleSchema) }
const codeSchema = Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,39}$', description: 'It never changes.' })
const savedSchema = Type.Object({ id: idSchema, version: Type.Integer() })

const groupSchema = Type.Object({
  id: idSchema,
  code: Type.String(),
  names: Type.Record(Type.String(), Type.String()),
  rule: nullable(ruleSchema),
  members: Type.Integer({ description: 'Counted up to 10,000.' }),
  version: Type.Integer(),
})
const summarySchema = Type.Object({
  id: idSchema,
  code: Type.String(),
  name: Type.String(),
  ruled: Type.Boolean({ description: 'Filled by a rule; else by hand alone.' }),
  members: Type.Integer(),
  createdAt: instantSchema,
})
const memberSchema = Type.Object({
  id: idSchema,
  name: Type.String(),
  email: Type.String(),
  byHand: Type.Boolean({ description: 'Put in by a person; else by the rule.' }),
  since: instantSchema,
})
const labelsSchema = Type.Object(
  { labels: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 50 }) },
  closed,
)

function toDraft({ names, rule }: Static<ReturnType<typeof draftObject>>): GroupDraft {
  return { names: names as GroupDraft['names'], rule }
}
function draftObject() {
  return Type.Object(draftFields, closed)
}

/** Groups of customers, and what the shop calls each customer. */
export const groupRoutes: readonly Route[] = [
  ...listRoutes(groupsList, {
    path: '/customer-groups',
    permission: 'customers:read',
    summary: 'Groups of customers, the newest first',
    item: summarySchema,
  }),
  query({
    method: 'GET',
    path: '/customer-groups/:id',
    operationId: 'getCustomerGroup',
    summary: 'A group of customers with its rule',
    permission: 'customers:read',
    own: 'any',
    params: idParams,
    response: groupSchema,
    etag: 'version',
    answer: async ({ house }, { params }) => {
      const group = await getGroup(house.database, params.id)
      return group.ok ? ok({ ...group.value, rule: group.value.rule as Static<typeof ruleSchema> | null }) : group
    },
  }),
  command({
    method: 'POST',
    path: '/customer-groups',
    operationId: 'createCustomerGroup',
    summary: 'Make a group of customers; whoever meets its rule is in it at once',
    permission: 'customers:write',
    own: 'any',
    idempotent: true,
    status: 201,
    body: Type.Object({ code: codeSchema, ...draftFields }, closed),
    response: savedSchema,
    command: (ctx, { body: { code, ...body } }) => createGroup(ctx, { code, ...toDraft(body) }),
  }),
  command({
    method: 'PUT',
    path: '/customer-groups/:id',
    operationId: 'changeCustomerGroup',
    summary: 'Change the name or the rule of a group; its members follow at once',
    permission: 'customers:write',
    own: 'any',
    params: idParams,
    body: draftObject(),
    response: savedSchema,
    etag: 'version',
    command: (ctx, { params, body }, { ifMatch }) =>
      changeGroup(ctx, { id: params.id, wish: toDraft(body), version: ifMatch }),
  }),
  query({
    method: 'GET',
    path: '/customer-groups/:id/members',
    operationId: 'listCustomerGroupMembers',
    summary: 'Who is in a group, who came last first',
    permission: 'customers:read',
    own: 'any',
    params: idParams,
    query: Type.Object({
      ...pageQuery,
      search: Type.Optional(Type.String({ maxLength: 100, description: 'Part of a name or an e-mail address.' })),
    }),
    response: pageOf(memberSchema),
    answer: async ({ house }, { params, query: { after, search, limit = 50 } }) => {
      const group = await getGroup(house.database, params.id)
      if (!group.ok) return group
      const cursor = decodeCursor(after, ['instant', 'id'])
      if (!cursor.ok) return cursor
      const which = { groupId: params.id, limit: limit + 1, search, after: cursor.value }
      const rows = await listMembers(house.database, which)
      return ok(
        toPage(
          rows,
          limit,
          ({ id, name, email, byHand, since }) => ({ id, name, email, byHand, since: since.toISOString() }),
          ({ sinceKey, id }) => [sinceKey, id],
        ),
      )
    },
  }),
  command({
    method: 'POST',
    path: '/customer-groups/:id/members',
    operationId: 'addCustomerGroupMembers',
    summary: 'Put customers into a group by their e-mail addresses, as they were pasted',
    permission: 'customers:write',
    own: 'any',
    params: idParams,
    body: Type.Object(
      { emails: Type.String({ minLength: 1, maxLength: 100_000, description: 'Apart by lines, commas or blanks.' }) },
      closed,
    ),
    response: Type.Object({
      added: Type.Integer(),
      already: Type.Integer(),
      unknown: Type.Array(Type.String(), { description: 'Addresses of nobody who is a customer.' }),
    }),
    command: async (ctx, { params, body }) => {
      const added = await addGroupMembers(ctx, { id: params.id, emails: body.emails })
      return added.ok ? ok({ ...added.value, unknown: [...added.value.unknown] }) : added
    },
  }),
  command({
    method: 'DELETE',
    path: '/customer-groups/:id/members/:customerId',
    operationId: 'removeCustomerGroupMember',
    summary: 'Take a customer out of a group',
    permission: 'customers:write',
    own: 'any',
    params: Type.Object({ id: idSchema, customerId: idSchema }),
    response: Type.Void(),
    status: 204,
    command: (ctx, { params }) => removeGroupMember(ctx, params),
  }),
  query({
    method: 'GET',
    path: '/customers/:id/groups',
    operationId: 'listGroupsOfCustomer',
    summary: 'The groups that a customer is in, and the company for which they buy',
    permission: 'customers:read',
    own: 'any',
    params: idParams,
    response: Type.Object({
      items: Type.Array(
        Type.Object({ id: idSchema, code: Type.String(), name: Type.String(), byHand: Type.Boolean() }),
      ),
      company: nullable(Type.Object({ id: idSchema, legalName: Type.String() })),
    }),
    answer: async ({ house, locale }, { params }) => {
      const [items, company] = await Promise.all([
        listGroupsOf(house.database, params.id, locale),
        findCompanyOf(house.database, params.id),
      ])
      return ok({ items, company: company ?? null })
    },
  }),
  command({
    method: 'PUT',
    path: '/customers/:id/labels',
    operationId: 'setCustomerLabels',
    summary: "Set the shop's own words for a customer, which rules of groups look at",
    permission: 'customers:write',
    own: 'any',
    params: idParams,
    body: labelsSchema,
    response: labelsSchema,
    command: (ctx, { params, body }) => setLabels(ctx, { customerId: params.id, labels: body.labels }),
  }),
]

import { Type } from 'typebox'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idParams, idSchema } from '../../../host/http/schemas.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { ok } from '../../../kernel/result.ts'
import type { Attribute } from '../domain/attribute.ts'
import type { FamilyDraft } from '../domain/family.ts'
import { listAttributes, listFamilies } from '../queries/definitions.ts'
import { listContacts } from '../queries/safety-contacts.ts'
import { putAttribute } from '../use-cases/put-attribute.ts'
import { putFamily } from '../use-cases/put-family.ts'
import { addSafetyContact, changeSafetyContact } from '../use-cases/put-safety-contact.ts'
import {
  attributeBody,
  attributeSchema,
  codeParams,
  contactBody,
  contactSchema,
  familyBody,
  familySchema,
} from './definition-schemas.ts'

const versionSchema = Type.Object({ version: Type.Integer() })
const contactVersion = Type.Object({ id: idSchema, version: Type.Integer() })
const reading = { permission: 'catalog:read', own: 'any', withinScope: 'narrowed' } as const
const writing = { permission: 'catalog:write', own: 'any' } as const

export const definitionRoutes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/attributes',
    operationId: 'listAttributes',
    summary: 'What products say of themselves beyond their words',
    ...reading,
    response: Type.Object({ items: Type.Array(attributeSchema) }),
    answer: async ({ house }) => ok({ items: (await listAttributes(house.database)) as never }),
  }),
  command({
    method: 'PUT',
    path: '/attributes/:code',
    operationId: 'putAttribute',
    summary: 'Make an attribute, or change it (If-Match: version)',
    description:
      'Kind, languages and whether each variant has its own stay as they were first put; choices are added, never taken away.',
    ...writing,
    params: codeParams,
    body: attributeBody,
    response: versionSchema,
    etag: 'version',
    command: (ctx, { params, body }, { ifMatch }) =>
      putAttribute(ctx, { code: params.code, ...(body as Omit<Attribute, 'code'>) }, ifMatch),
  }),
  query({
    method: 'GET',
    path: '/families',
    operationId: 'listFamilies',
    summary: 'Families of products: which attributes they have, and what makes one complete',
    ...reading,
    response: Type.Object({ items: Type.Array(familySchema) }),
    answer: async ({ house }) => ok({ items: (await listFamilies(house.database)) as never }),
  }),
  command({
    method: 'PUT',
    path: '/families/:code',
    operationId: 'putFamily',
    summary: 'Make a family, or change it (If-Match: version)',
    ...writing,
    params: codeParams,
    body: familyBody,
    response: versionSchema,
    etag: 'version',
    command: (ctx, { params, body }, { ifMatch }) =>
      putFamily(ctx, { code: params.code, ...(body as Omit<FamilyDraft, 'code'>) }, ifMatch),
  }),
  query({
    method: 'GET',
    path: '/safety-contacts',
    operationId: 'listSafetyContacts',
    summary: 'Makers, and who answers for their products in the Union',
    ...reading,
    response: Type.Object({ items: Type.Array(contactSchema) }),
    answer: async ({ house }) => ok({ items: await listContacts(house.database) }),
  }),
  command({
    method: 'POST',
    path: '/safety-contacts',
    operationId: 'addSafetyContact',
    summary: 'Adds a maker or responsible person',
    ...writing,
    body: contactBody,
    response: contactVersion,
    status: 201,
    etag: 'version',
    idempotent: true,
    command: (ctx, { body }) => addSafetyContact(ctx, body),
  }),
  command({
    method: 'PUT',
    path: '/safety-contacts/:id',
    operationId: 'changeSafetyContact',
    summary: 'Changes a maker or responsible person (If-Match: version)',
    ...writing,
    params: idParams,
    body: contactBody,
    response: contactVersion,
    etag: 'version',
    command: async (ctx, { params, body }, { ifMatch }) => {
      if (ifMatch === undefined) return hostRefusals.version_required({ field: 'If-Match' })
      return changeSafetyContact(ctx, { id: params.id, version: ifMatch, contact: body })
    },
  }),
]

import { Type, type Static } from 'typebox'
import { command, query, type Route } from '../../../host/http/route.ts'
import { idParams, idSchema, instantSchema, textsSchema } from '../../../host/http/schemas.ts'
import { listRoutes } from '../../../host/lists/list-routes.ts'
import { ok } from '../../../kernel/result.ts'
import type { PurposeDraft } from '../domain/consent.ts'
import { getPurpose, listAskedPurposes } from '../queries/purposes.ts'
import { ASKING_PLACES, CONSENT_CHANNELS, purposesList } from '../queries/purposes-list.ts'
import { changePurpose, createPurpose } from '../use-cases/save-purpose.ts'

const closed = { additionalProperties: false }
const writtenSchema = (maxLength: number, description: string) =>
  Type.Object(
    {
      en: Type.String({ maxLength }),
      it: Type.Optional(Type.String({ maxLength })),
      es: Type.Optional(Type.String({ maxLength })),
      id: Type.Optional(Type.String({ maxLength })),
    },
    { ...closed, description },
  )

const draftFields = {
  names: writtenSchema(120, 'How lists and pages call it.'),
  texts: writtenSchema(1000, 'What people read beside the box. Another text becomes another wording.'),
  channel: Type.Enum([...CONSENT_CHANNELS]),
  markets: Type.Array(Type.String({ pattern: '^[a-z0-9_-]{1,60}$' }), {
    maxItems: 250,
    uniqueItems: true,
    description: 'Where it is asked; none: everywhere.',
  }),
  askedAt: Type.Array(Type.Enum([...ASKING_PLACES]), { maxItems: 3, uniqueItems: true }),
  confirmed: Type.Boolean({ description: 'Who is not signed in confirms by a link in a mail before it counts.' }),
  softOptIn: Type.Boolean({
    description:
      'Customers who bought since it is so may be written to about similar products unless they object (Directive 2002/58/EC, art. 13(2)).',
  }),
  position: Type.Integer({ minimum: 0, maximum: 1000, description: "In the shop's order." }),
  retired: Type.Boolean({ description: 'Asked no more; nothing is sent for it any more.' }),
}
const draftSchema = Type.Object(draftFields, closed)
const savedSchema = Type.Object({ id: idSchema, version: Type.Integer() })
const given = Type.Integer({ description: 'Who agreed, counted up to 10,000.' })

const summarySchema = Type.Object({
  id: idSchema,
  code: Type.String(),
  name: Type.String(),
  channel: Type.String(),
  wording: Type.Integer({ description: 'Number of the wording that is asked now.' }),
  given,
  softOptIn: Type.Boolean(),
  retired: Type.Boolean(),
  position: Type.Integer(),
})
const purposeSchema = Type.Object({
  id: idSchema,
  code: Type.String(),
  ...draftFields,
  wording: Type.Integer(),
  given,
  version: Type.Integer(),
  wordings: Type.Array(
    Type.Object({ number: Type.Integer(), texts: textsSchema, madeAt: instantSchema, madeBy: Type.String() }),
    { description: 'Every wording that was ever asked, the newest first.' },
  ),
})

const toDraft = (body: Static<typeof draftSchema>) => body as PurposeDraft

/** For what the shop asks consent, and in which words. */
export const purposeRoutes: readonly Route[] = [
  ...listRoutes(purposesList, {
    path: '/consent-purposes',
    permission: 'customers:read',
    summary: 'Purposes for which consent is asked, in the shop’s order',
    item: summarySchema,
  }),
  query({
    method: 'GET',
    path: '/consent-purposes/:id',
    operationId: 'getConsentPurpose',
    summary: 'A purpose of consent with every wording that was ever asked',
    permission: 'customers:read',
    own: 'any',
    params: idParams,
    response: purposeSchema,
    etag: 'version',
    answer: async ({ house }, { params }) => {
      const found = await getPurpose(house.database, params.id)
      if (!found.ok) return found
      const wordings = found.value.wordings.map(({ madeAt, ...one }) => ({ ...one, madeAt: madeAt.toISOString() }))
      return ok({ ...found.value, wordings } as unknown as Static<typeof purposeSchema>)
    },
  }),
  query({
    method: 'GET',
    path: '/asked-consents',
    operationId: 'listAskedConsents',
    summary: 'What a shopper is asked at a place, in the words that are asked now',
    description:
      'Who is signed in is not asked again for what they gave. Boxes are never ticked beforehand, and nothing hangs on them.',
    permission: 'public',
    own: 'none',
    query: Type.Object({
      market: Type.String({ pattern: '^[a-z0-9_-]{1,60}$' }),
      place: Type.Enum([...ASKING_PLACES]),
    }),
    response: Type.Object({
      items: Type.Array(
        Type.Object({
          purpose: Type.String({ description: 'Its code.' }),
          wording: Type.Integer(),
          name: Type.String(),
          text: Type.String(),
          softOptIn: Type.Boolean({ description: 'The box is one of objection.' }),
        }),
      ),
    }),
    answer: async ({ house, locale, actor }, { query: asked }) => {
      const customerId = actor.kind === 'customer' ? actor.id : undefined
      const found = await listAskedPurposes(house.database, { ...asked, customerId })
      const items = found.map(({ code: purpose, wording, names, texts, softOptIn }) => {
        const [name, text] = [names, texts].map((words) => words[locale] ?? words['en'] ?? '')
        return { purpose, wording, name: name ?? '', text: text ?? '', softOptIn }
      })
      return ok({ items })
    },
  }),
  command({
    method: 'POST',
    path: '/consent-purposes',
    operationId: 'createConsentPurpose',
    summary: 'Add a purpose for which consent is asked',
    permission: 'customers:purposes',
    own: 'any',
    idempotent: true,
    status: 201,
    body: Type.Object(
      {
        code: Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,39}$', description: 'It never changes.' }),
        ...draftFields,
      },
      closed,
    ),
    response: savedSchema,
    command: (ctx, { body: { code, ...body } }) => createPurpose(ctx, { code, ...toDraft(body) }),
  }),
  command({
    method: 'PUT',
    path: '/consent-purposes/:id',
    operationId: 'changeConsentPurpose',
    summary: 'Change a purpose of consent; another text becomes another wording',
    permission: 'customers:purposes',
    own: 'any',
    params: idParams,
    body: draftSchema,
    response: savedSchema,
    etag: 'version',
    command: (ctx, { params, body }, { ifMatch }) =>
      changePurpose(ctx, { id: params.id, wish: toDraft(body), version: ifMatch }),
  }),
]

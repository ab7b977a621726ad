import { Type } from 'typebox'
import { idSchema } from '../../../host/http/schemas.ts'
import { nextStepSchema } from './sign-in-schemas.ts'

const strict = { additionalProperties: false }
const text = (maxLength: number, description?: string) =>
  Type.String({ minLength: 1, maxLength, pattern: '\\S', ...(description === undefined ? {} : { description }) })
const texts = (maxItems: number, minItems = 0) => Type.Array(text(260), { minItems, maxItems, uniqueItems: true })

export const offeredSchema = Type.Object({ items: Type.Array(Type.Object({ id: idSchema, name: Type.String() })) })

export const askBody = Type.Object(
  { next: Type.Optional(Type.String({ maxLength: 2000, description: 'Where to in the office, once in: a path.' })) },
  strict,
)
export const askedSchema = Type.Object({
  url: Type.String({ description: 'Of the provider: the browser goes there.' }),
})

export const answerBody = Type.Object(
  {
    answer: Type.String({
      minLength: 1,
      maxLength: 8000,
      description: 'The query of the address to which the provider led the browser back, as it stands there.',
    }),
  },
  strict,
)
export const enteredSchema = Type.Object({ ...nextStepSchema.properties, to: Type.String() })

const issuerSchema = text(500, 'Where the provider lies: https, without query.')
const secretSchema = Type.String({ minLength: 1, maxLength: 1000, description: 'Kept sealed, and never told again.' })
const terms = {
  name: text(60, 'On the button of the sign-in page.'),
  clientId: text(300),
  domains: texts(50, 1),
  createsPeople: Type.Boolean({
    description: 'Whoever it vouches for and nobody knows yet becomes a member of staff.',
  }),
  roles: texts(50),
  passwordsOff: Type.Boolean({ description: 'For addresses of these domains passwords count no more; owners’ do.' }),
  addressesVerified: Type.Optional(
    Type.Boolean({
      description:
        'Where the provider says nothing of whether an address is verified, its tenant has verified it: only for an issuer of one tenant.',
    }),
  ),
  enabled: Type.Boolean(),
}
export const newProviderBody = Type.Object({ ...terms, issuer: issuerSchema, clientSecret: secretSchema }, strict)
export const providerBody = Type.Object(
  { ...terms, clientSecret: Type.Optional({ ...secretSchema, description: 'Left out: the one that is there stays.' }) },
  strict,
)
export const issuerBody = Type.Object({ issuer: issuerSchema }, strict)

export const providersSchema = Type.Object({
  returnUri: Type.String({ description: 'For the provider: where it may lead browsers back to.' }),
  scimBase: Type.String({ description: 'For a directory that brings people: where it finds SCIM 2.0.' }),
  items: Type.Array(
    Type.Object({
      id: idSchema,
      name: Type.String(),
      issuer: Type.String(),
      clientId: Type.String(),
      domains: Type.Array(Type.String()),
      createsPeople: Type.Boolean(),
      roles: Type.Array(Type.String()),
      passwordsOff: Type.Boolean(),
      addressesVerified: Type.Boolean(),
      enabled: Type.Boolean(),
      people: Type.Integer({ description: 'How many have come in by it.' }),
      version: Type.Integer(),
    }),
  ),
})

export const discoveredSchema = Type.Object({
  issuer: Type.String(),
  authorizationEndpoint: Type.String(),
  tokenEndpoint: Type.String(),
  pkce: Type.Boolean({ description: 'It says that it knows PKCE, which is used in any case.' }),
})

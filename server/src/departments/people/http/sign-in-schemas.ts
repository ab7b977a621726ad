import { Type } from 'typebox'
import { idSchema, instantSchema, nullable } from '../../../host/http/schemas.ts'
import { KEY_STATES } from '../queries/api-keys-list.ts'

const strict = { additionalProperties: false }

const methodSchema = Type.Union([Type.Literal('code'), Type.Literal('passkey')])
export const nextStepSchema = Type.Object({
  next: Type.Union([Type.Literal('done'), Type.Literal('second_factor'), Type.Literal('enrolment')], {
    description: 'In; or what this browser must do within ten minutes.',
  }),
  methods: Type.Array(methodSchema, { description: 'How the second factor can be shown.' }),
})

/** Longer than any that is accepted, so that the department says what is wrong with it. */
const codeSchema = Type.String({ minLength: 1, maxLength: 100, description: 'Of the app, or a recovery code.' })
export const codeBody = Type.Object({ code: codeSchema }, strict)
export const confirmationBody = Type.Object(
  { code: Type.Optional(codeSchema), password: Type.Optional(Type.String({ minLength: 1, maxLength: 1000 })) },
  strict,
)

export const totpOfferSchema = Type.Object({
  secret: Type.String({ description: 'For typing into the app.' }),
  uri: Type.String(),
  qrSvg: Type.String({ description: 'The same as a picture.' }),
})

const codesSchema = Type.Array(Type.String(), { description: 'Shown once.' })
export const recoveryCodesSchema = Type.Object({ recoveryCodes: codesSchema })

export const deviceSchema = Type.Object({
  id: idSchema,
  createdAt: instantSchema,
  lastSeenAt: instantSchema,
  expiresAt: instantSchema,
  device: Type.Object({ browser: nullable(Type.String()), system: nullable(Type.String()) }),
  isThis: Type.Boolean(),
})
export const devicesSchema = Type.Object({ items: Type.Array(deviceSchema) })

const passkeySchema = Type.Object({
  id: idSchema,
  name: Type.String(),
  createdAt: instantSchema,
  lastUsedAt: nullable(instantSchema),
})

export const securitySchema = Type.Object({
  password: Type.Boolean(),
  totp: Type.Boolean({ description: 'The codes of an app are asked for.' }),
  recoveryCodes: Type.Integer({ description: 'How many are left.' }),
  passkeys: Type.Array(passkeySchema),
  secondFactorRequired: Type.Boolean({ description: 'The house asks this person for a second factor.' }),
  confirmedUntil: nullable(instantSchema),
  confirmBy: Type.Array(Type.Union([methodSchema, Type.Literal('password')])),
})

export const passkeyNameSchema = Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' })
/** What the browser's `navigator.credentials` works with; WebAuthn Level 3 says what is in it. */
export const passkeyJson = Type.Object({}, { additionalProperties: true })
export const questionSchema = Type.Object({ question: passkeyJson })

/** PublicKeyCredential.toJSON() */
const credentialSchema = Type.Object(
  {
    id: Type.String({ minLength: 1, maxLength: 1400 }),
    rawId: Type.String({ maxLength: 1400 }),
    type: Type.Literal('public-key'),
    response: Type.Object({}, { additionalProperties: true }),
  },
  { additionalProperties: true },
)
export const newPasskeyBody = Type.Object({ name: passkeyNameSchema, response: credentialSchema }, strict)
export const passkeyAnswerBody = Type.Object({ response: credentialSchema }, strict)
export const passkeyNameBody = Type.Object({ name: passkeyNameSchema }, strict)

const codeOfPermission = Type.String({ minLength: 1, maxLength: 100 })
const placesSchema = Type.Array(Type.String({ maxLength: 60 }), { maxItems: 200, uniqueItems: true })
const scopeSchema = Type.Partial(Type.Object({ market: placesSchema, location: placesSchema }, strict))
export const newApiKeyBody = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' }),
    permissions: Type.Array(codeOfPermission, { minItems: 1, maxItems: 200, uniqueItems: true }),
    expiresAt: instantSchema,
    scope: Type.Optional(scopeSchema),
  },
  strict,
)
export const renewedApiKeyBody = Type.Object(
  {
    expiresAt: instantSchema,
    overlapDays: Type.Integer({
      minimum: 0,
      maximum: 90,
      description: 'How long the old one goes on beside the new one.',
    }),
  },
  strict,
)
export const madeApiKeySchema = Type.Object({
  id: idSchema,
  key: Type.String({ description: 'For the header `Authorization: Bearer`. Shown once.' }),
})
export const apiKeySchema = Type.Object({
  id: idSchema,
  name: Type.String(),
  owner: Type.String(),
  ownerId: idSchema,
  rights: Type.Integer({ description: 'How many.' }),
  permissions: Type.Array(Type.String()),
  lost: Type.Array(Type.String(), { description: 'Those of them that its owner has lost since.' }),
  scope: nullable(Type.String({ description: 'Codes of the markets and locations to which it is narrowed.' })),
  state: Type.Enum([...KEY_STATES]),
  createdAt: instantSchema,
  expiresAt: instantSchema,
  lastUsedAt: nullable(instantSchema),
})

import { Type } from 'typebox'
import { idSchema, nullable } from '../../../host/http/schemas.ts'
import { accessSchema, timeZoneSchema } from './people-schemas.ts'

const strict = { additionalProperties: false }

export const localeSchema = Type.Union(['en', 'it', 'es', 'id'].map((locale) => Type.Literal(locale)))
const emailSchema = Type.String({ format: 'email', maxLength: 254 })
/** Longer than any that is accepted, so that the department says what is wrong with it. */
const passwordSchema = Type.String({ minLength: 1, maxLength: 1000 })
const rolesSchema = Type.Array(Type.String({ maxLength: 60 }), { maxItems: 50, uniqueItems: true })

export const sessionSchema = Type.Object({
  staff: Type.Object({ id: idSchema, name: Type.String(), email: Type.String(), locale: Type.String() }),
  permissions: Type.Array(Type.String(), { description: 'What opens something to this person.' }),
  closed: Type.Array(Type.String(), {
    description: 'Held too, but all that they open lies beyond the markets and locations of this person.',
  }),
  organisation: Type.Object({ name: Type.String(), slug: Type.String(), demo: Type.Boolean() }),
})

export const signInBody = Type.Object({ email: Type.String({ maxLength: 254 }), password: passwordSchema }, strict)
export const activationBody = Type.Object({ token: Type.String({ maxLength: 200 }), password: passwordSchema }, strict)
export const passwordBody = Type.Object({ currentPassword: passwordSchema, newPassword: passwordSchema }, strict)

export const newStaffBody = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }),
    email: emailSchema,
    locale: Type.Optional(localeSchema),
    jobTitle: Type.Optional(nullable(Type.String({ maxLength: 120 }))),
    timeZone: Type.Optional(nullable(timeZoneSchema)),
    access: Type.Optional(accessSchema),
    roles: rolesSchema,
  },
  strict,
)

const activationPathSchema = Type.String({
  description: 'Single-use link below the shop’s address, good for an hour; shown once.',
})
export const activationLinkSchema = Type.Object({ activationPath: activationPathSchema })
export const createdStaffSchema = Type.Object({ id: idSchema, activationPath: activationPathSchema })

export const rolesBody = Type.Object({ roles: rolesSchema }, strict)
export const endingBody = Type.Object({ reason: Type.String({ minLength: 1, maxLength: 500 }) }, strict)

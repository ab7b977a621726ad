import { Type } from 'typebox'
import { idSchema, instantSchema, nullable } from '../../../host/http/schemas.ts'

const strict = { additionalProperties: false }
const emailSchema = Type.String({ format: 'email', maxLength: 254 })
const nameSchema = Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' })
const passwordSchema = Type.String({ minLength: 1, maxLength: 1000 })

const wordingNumber = Type.Integer({
  minimum: 1,
  maximum: 1_000_000,
  description: 'Number of the wording that was read.',
})

const addressFields = {
  recipient: nameSchema,
  company: Type.Optional(Type.String({ maxLength: 120 })),
  line1: Type.String({ minLength: 1, maxLength: 200 }),
  line2: Type.Optional(Type.String({ maxLength: 200 })),
  postalCode: Type.String({ maxLength: 20 }),
  city: Type.String({ minLength: 1, maxLength: 120 }),
  region: Type.Optional(Type.String({ maxLength: 120 })),
  country: Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2' }),
  phone: Type.Optional(Type.String({ maxLength: 40 })),
}
export const addressBody = Type.Object(addressFields, strict)
const addressSchema = Type.Object({ id: idSchema, ...addressFields })

const customerFields = {
  id: idSchema,
  email: Type.String(),
  name: Type.String(),
  locale: Type.String(),
  phone: nullable(Type.String()),
  registered: Type.Boolean({ description: 'Has a password; others ordered as guests.' }),
  labels: Type.Array(Type.String(), { description: "The shop's own words for them." }),
  createdAt: instantSchema,
  version: Type.Integer(),
}
export const customerSchema = Type.Object(customerFields)
export const customerWithAddressesSchema = Type.Object({ ...customerFields, addresses: Type.Array(addressSchema) })

export const registrationBody = Type.Object(
  {
    email: emailSchema,
    name: nameSchema,
    password: passwordSchema,
    contactConsents: Type.Optional(
      Type.Array(
        Type.Object({ purpose: Type.String({ maxLength: 40 }), give: Type.Boolean(), wording: wordingNumber }, strict),
        {
          maxItems: 50,
          description:
            'Boxes that were ticked, as `GET /asked-consents` asks them; they count once the address is confirmed.',
        },
      ),
    ),
  },
  strict,
)
export const confirmationBody = Type.Object({ token: Type.String({ maxLength: 200 }) }, strict)
export const passwordLinkBody = Type.Object({ email: emailSchema }, strict)
export const newPasswordBody = Type.Object({ token: Type.String({ maxLength: 200 }), password: passwordSchema }, strict)
export const signInBody = Type.Object({ email: Type.String({ maxLength: 254 }), password: passwordSchema }, strict)

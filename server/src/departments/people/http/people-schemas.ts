import { Type } from 'typebox'
import { allowedActionSchema, idSchema, instantSchema, nullable, textsSchema } from '../../../host/http/schemas.ts'
import { STAFF_STATES } from '../queries/staff-list.ts'

const strict = { additionalProperties: false }
const outsideKindSchema = Type.Enum(['partner', 'vendor'])
const unitKindSchema = Type.Enum(['department', 'team'])
const text = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' })
export const reasonSchema = Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' })
export const timeZoneSchema = Type.String({ maxLength: 60, description: 'IANA zone.' })
const codes = Type.Array(Type.String({ minLength: 1, maxLength: 60 }), {
  minItems: 1,
  maxItems: 100,
  uniqueItems: true,
})

const scopeSchema = Type.Object(
  { market: Type.Optional(codes), location: Type.Optional(codes) },
  {
    ...strict,
    description: 'Codes of the markets and locations whose rows one may touch; what belongs to none of them is closed.',
  },
)

const accessFields = {
  companyId: Type.Optional(nullable(idSchema)),
  sponsorId: Type.Optional(nullable(idSchema)),
  beginsAt: Type.Optional(nullable(instantSchema)),
  endsAt: Type.Optional(nullable(instantSchema)),
  scope: Type.Optional(nullable(scopeSchema)),
}
export const accessSchema = Type.Object(accessFields, {
  ...strict,
  description: 'Of a partner or vendor an end is asked for, and a sponsor: whoever asks, unless told.',
})
export const accessBody = Type.Object(
  { ...accessFields, reason: Type.Optional(Type.String({ maxLength: 500 })) },
  strict,
)

export const profileBody = Type.Object(
  {
    name: text(120),
    jobTitle: nullable(Type.String({ maxLength: 120 })),
    locale: Type.Enum(['en', 'it', 'es', 'id']),
    timeZone: nullable(timeZoneSchema),
  },
  strict,
)

export const staffLineSchema = Type.Object({
  id: idSchema,
  name: Type.String(),
  email: Type.String(),
  jobTitle: nullable(Type.String()),
  locale: Type.String(),
  roles: Type.String({ description: 'Names, in the language of the request.' }),
  units: Type.String(),
  company: nullable(Type.String()),
  companyKind: Type.Enum(['own', 'partner', 'vendor']),
  state: Type.Enum([...STAFF_STATES]),
  activated: Type.Boolean({ description: 'False until a password was chosen through the activation link.' }),
  endsAt: nullable(instantSchema),
  endedAt: nullable(instantSchema),
  createdAt: instantSchema,
  version: Type.Integer(),
})

export const outsiderSchema = Type.Object({
  id: idSchema,
  name: Type.String(),
  email: Type.String(),
  company: Type.String(),
  companyKind: outsideKindSchema,
  sponsor: Type.String(),
  sponsorLeft: Type.Boolean(),
  roles: Type.String(),
  scope: nullable(Type.String()),
  beginsAt: nullable(instantSchema),
  endsAt: instantSchema,
  lastSeenAt: nullable(instantSchema),
  state: Type.Enum([...STAFF_STATES]),
  version: Type.Integer(),
})

const named = Type.Object({ id: idSchema, name: Type.String() })

export const personSchema = Type.Object({
  id: idSchema,
  state: Type.Enum([...STAFF_STATES]),
  name: Type.String(),
  email: Type.String(),
  locale: Type.String(),
  jobTitle: nullable(Type.String()),
  timeZone: nullable(Type.String()),
  roles: Type.Array(Type.String()),
  roleNames: Type.Array(Type.Object({ code: Type.String(), names: textsSchema })),
  permissions: Type.Array(Type.Object({ permission: Type.String(), roles: Type.Array(Type.String()) }), {
    description: 'What they may do, each with the codes of the roles that it comes by.',
  }),
  units: Type.Array(Type.Object({ id: idSchema, kind: unitKindSchema, name: Type.String(), head: Type.Boolean() })),
  company: nullable(Type.Object({ id: idSchema, kind: outsideKindSchema, name: Type.String() })),
  sponsor: nullable(named),
  sponsors: Type.Array(named, { description: 'For whom they answer.' }),
  beginsAt: nullable(instantSchema),
  endsAt: nullable(instantSchema),
  scope: nullable(scopeSchema),
  activated: Type.Boolean(),
  lastSeenAt: nullable(instantSchema),
  endedAt: nullable(instantSchema),
  suspension: nullable(
    Type.Object({ at: instantSchema, by: nullable(Type.String()), reason: nullable(Type.String()) }),
  ),
  ending: nullable(Type.Object({ at: instantSchema, reason: Type.String() })),
  secondFactor: Type.Object({ totp: Type.Boolean(), passkeys: Type.Integer() }),
  createdAt: instantSchema,
  version: Type.Integer(),
  allowedActions: Type.Array(allowedActionSchema),
})

const roleFields = {
  code: Type.String(),
  names: textsSchema,
  description: nullable(Type.String()),
  permissions: Type.Array(Type.String()),
  readyMade: Type.Boolean({ description: 'Comes with the program: it can be copied and not changed.' }),
  holders: Type.Integer({ description: 'Who hold it and have not left.' }),
  version: Type.Integer(),
}
export const roleSchema = Type.Object(roleFields)
export const roleWithHoldersSchema = Type.Object({ ...roleFields, people: Type.Array(named) })
export const roleParams = Type.Object({ code: Type.String({ maxLength: 60 }) })
export const roleBody = Type.Object(
  {
    name: text(80),
    description: Type.Optional(nullable(Type.String({ maxLength: 300 }))),
    permissions: Type.Array(Type.String({ maxLength: 80 }), { maxItems: 500, uniqueItems: true }),
  },
  strict,
)

export const permissionsSchema = Type.Object({
  departments: Type.Array(
    Type.Object({
      code: Type.String(),
      label: Type.String(),
      permissions: Type.Array(
        Type.Object({
          permission: Type.String(),
          label: Type.String(),
          mine: Type.Boolean({ description: 'The caller has it, and so may give and take it.' }),
        }),
      ),
    }),
  ),
})

export const unitSchema = Type.Object({
  id: idSchema,
  kind: unitKindSchema,
  name: Type.String(),
  parentId: nullable(idSchema),
  head: nullable(named),
  members: Type.Integer(),
  version: Type.Integer(),
})
export const unitWithMembersSchema = Type.Object({
  ...unitSchema.properties,
  people: Type.Array(Type.Object({ id: idSchema, name: Type.String(), email: Type.String(), locale: Type.String() })),
})
const unitFields = {
  name: text(80),
  parentId: Type.Optional(nullable(idSchema)),
  headId: Type.Optional(nullable(idSchema)),
}
export const newUnitBody = Type.Object({ kind: unitKindSchema, ...unitFields }, strict)
export const unitBody = Type.Object(unitFields, strict)
export const memberParams = Type.Object({ id: idSchema, staffId: idSchema })

export const companySchema = Type.Object({
  id: idSchema,
  kind: outsideKindSchema,
  name: Type.String(),
  people: Type.Integer(),
  version: Type.Integer(),
})
export const companyBody = Type.Object({ kind: outsideKindSchema, name: text(120) }, strict)

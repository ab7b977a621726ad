import { Type, type Static } from 'typebox'
import { dateSchema, idSchema, instantSchema, nullable } from '../../../host/http/schemas.ts'
import { collisionSchema, personSchema } from '../../../host/plans/collision-schema.ts'
import { PLAN_KINDS } from '../use-cases/plan-kinds.ts'

const strict = { additionalProperties: false }
const zoneSchema = Type.String({ maxLength: 60, description: 'IANA name; the organisation’s own unless told.' })

/** Whole days by the zone's calendar, both included; or two instants, the end not included. */
export const planTimeBody = Type.Union([
  Type.Object(
    { allDay: Type.Literal(true), fromOn: dateSchema, toOn: dateSchema, zone: Type.Optional(zoneSchema) },
    strict,
  ),
  Type.Object(
    { allDay: Type.Literal(false), startsAt: instantSchema, endsAt: instantSchema, zone: Type.Optional(zoneSchema) },
    strict,
  ),
])

const codes = Type.Array(Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,39}$' }), { maxItems: 50 })
const goods = Type.Array(Type.Object({ id: idSchema, title: Type.String({ maxLength: 200 }) }, strict), {
  maxItems: 200,
})
export const planKindSchema = Type.Enum([...PLAN_KINDS])

const content = {
  kind: planKindSchema,
  title: Type.String({ minLength: 1, maxLength: 160 }),
  note: Type.String({ maxLength: 4_000 }),
  markets: codes,
  locations: codes,
  products: goods,
  categories: goods,
  path: nullable(
    Type.String({ pattern: '^/[A-Za-z0-9_.-][A-Za-z0-9/_.-]{0,199}$', description: 'Below the back office.' }),
  ),
  unitId: nullable(idSchema),
}

export const overrideSchema = Type.Optional(
  Type.String({ maxLength: 300, description: 'Why it goes ahead although something says stop.' }),
)

export const planBody = Type.Object(
  {
    ...Type.Partial(Type.Object(content)).properties,
    kind: content.kind,
    title: content.title,
    time: planTimeBody,
    overrideReason: overrideSchema,
  },
  strict,
)
export type PlanBody = Static<typeof planBody>

export const planCheckBody = Type.Object(
  { ...planBody.properties, title: Type.String({ maxLength: 160 }), planId: Type.Optional(idSchema) },
  strict,
)

export const timeSchema = Type.Union([
  Type.Object({ allDay: Type.Literal(true), fromOn: dateSchema, toOn: dateSchema }),
  Type.Object({ allDay: Type.Literal(false), startsAt: instantSchema, endsAt: instantSchema }),
])

export const planSchema = Type.Object({
  id: idSchema,
  ...content,
  time: timeSchema,
  zone: Type.String(),
  owner: personSchema,
  unit: nullable(Type.Object({ id: idSchema, name: nullable(Type.String()) })),
  version: Type.Integer(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  withdrawal: nullable(Type.Object({ reason: Type.String(), at: instantSchema })),
  record: nullable(
    Type.Object(
      { type: Type.String(), id: Type.String() },
      { description: 'It is kept by this record, and changed there.' },
    ),
  ),
  collisions: Type.Array(collisionSchema),
})
export type PlanView = Static<typeof planSchema>

export const entrySchema = Type.Object({
  id: Type.String(),
  kind: Type.String(),
  title: Type.String(),
  time: timeSchema,
  note: Type.String(),
  path: nullable(Type.String()),
  markets: Type.Array(Type.String()),
  locations: Type.Array(Type.String()),
  plan: nullable(
    Type.Object({
      id: idSchema,
      version: Type.Integer(),
      unitId: nullable(idSchema),
      collisions: Type.Integer(),
      stop: Type.Boolean(),
      ofRecord: Type.Boolean({ description: 'It is moved where its record is changed.' }),
    }),
  ),
})

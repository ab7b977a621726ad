import { Type, type TSchema } from 'typebox'
import { idSchema, instantSchema, moneySchema, nullable } from '../../../host/http/schemas.ts'
import { PUBLIC_EVENTS, type PublicField } from '../domain/public-events.ts'

/** A kind of message, as OpenAPI's `webhooks` and the house's own list describe it. */
export interface PublicMessage {
  readonly kind: string
  readonly summary: string
  readonly permission: string
  readonly schema: TSchema
}

const schemaOf: Readonly<Record<PublicField, TSchema>> = {
  id: idSchema,
  text: Type.String(),
  integer: Type.Integer(),
  money: moneySchema,
}

/** Fields are only ever added; one that a fact of long ago did not have is null. */
export function publicMessages(): PublicMessage[] {
  return PUBLIC_EVENTS.map(({ kind, summary, permission, fields }) => {
    const data = Object.fromEntries(
      Object.entries(fields).map(([name, { holds, says }]) => [
        name,
        holds === 'id'
          ? Type.String({ format: 'uuid', description: says })
          : described(nullable(schemaOf[holds]), says),
      ]),
    )
    const schema = Type.Object({ type: Type.Literal(kind), timestamp: instantSchema, data: Type.Object(data) })
    return { kind, summary, permission, schema }
  })
}

function described(schema: TSchema, description: string): TSchema {
  return { ...schema, description } as TSchema
}

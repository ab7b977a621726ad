import { Type, type TSchema } from 'typebox'
import { idSchema, instantSchema, moneySchema, nullable } from '../../../host/http/schemas.ts'
import type { WebhookDescription } from '../../../host/http/openapi.ts'
import type { PublicField } from '../domain/public-events.ts'
import { listPublicEvents } from '../queries/public-events.ts'

const schemaOf: Readonly<Record<PublicField, TSchema>> = {
  id: idSchema,
  text: Type.String(),
  integer: Type.Integer(),
  money: moneySchema,
}

/** Fields are only ever added; one that a fact of long ago did not have is null. */
export function publicMessages(): (WebhookDescription & { readonly schema: TSchema })[] {
  return listPublicEvents().map(({ kind, summary, permission, fields }) => {
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

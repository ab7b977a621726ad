import { Type } from 'typebox'

const closed = { additionalProperties: false }
const most = 1_000_000_000_000
const price = Type.Integer({ minimum: 0, maximum: most, description: 'Whole minor units.' })

const extras = {
  freeFrom: Type.Optional(
    Type.Integer({ minimum: 0, maximum: most, description: 'Goods worth this much cost no more than the surcharges.' }),
  ),
  surcharges: Type.Optional(
    Type.Array(
      Type.Object(
        {
          name: Type.String({ minLength: 1, maxLength: 80 }),
          price,
          per: Type.Enum(['order', 'unit'], { description: 'Once, or for each piece that it is for.' }),
          categories: Type.Array(Type.String({ minLength: 1, maxLength: 200 }), {
            maxItems: 200,
            description: 'Of goods that it is for; none: every parcel.',
          }),
        },
        closed,
      ),
      { maxItems: 20, description: 'On top, also of what is free.' },
    ),
  ),
}

const bracketed = (by: 'weight' | 'value' | 'units', description: string) =>
  Type.Object(
    {
      by: Type.Literal(by),
      brackets: Type.Array(
        Type.Object({ upTo: Type.Union([Type.Integer({ minimum: 0, maximum: most }), Type.Null()]), price }, closed),
        {
          minItems: 1,
          maxItems: 100,
          description: `${description}, counted in; they rise, and only the last is null.`,
        },
      ),
      ...extras,
    },
    closed,
  )

/** What a parcel costs in one zone and currency. */
export const tariffSchema = Type.Union(
  [
    Type.Object({ by: Type.Literal('flat'), price, ...extras }, closed),
    bracketed('weight', 'Up to so many grams'),
    bracketed('value', 'Up to so many minor units of goods'),
    bracketed('units', 'Up to so many pieces'),
    Type.Object({ by: Type.Literal('first_next'), first: price, next: price, ...extras }, closed),
  ],
  { description: 'In whole minor units of one currency.' },
)

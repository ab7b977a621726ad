import { Type, type Static, type TSchema } from 'typebox'
import { isCurrencyCode } from '../../kernel/currency.ts'

/** A currency in use (ISO 4217); another one is refused here, before it becomes a fault deeper down. */
export const currencySchema = Type.Refine(Type.String({ pattern: '^[A-Z]{3}$' }), (text) => isCurrencyCode(text))

// JSON numbers are exact up to here.
const MOST = Number.MAX_SAFE_INTEGER

/** Whole minor units of an ISO 4217 currency. */
export const moneySchema = Type.Object(
  { amount: Type.Integer({ minimum: -MOST, maximum: MOST }), currency: currencySchema },
  { description: 'Whole minor units (cents) of an ISO 4217 currency.' },
)
export type MoneyJson = Static<typeof moneySchema>

export const idSchema = Type.String({ format: 'uuid' })
export const instantSchema = Type.String({ format: 'date-time', description: 'Instant, UTC, RFC 3339.' })
export const dateSchema = Type.String({ format: 'date' })
export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/** A text in the house's languages; English is always there. */
export const textsSchema = Type.Object({
  en: Type.String(),
  it: Type.Optional(Type.String()),
  es: Type.Optional(Type.String()),
  id: Type.Optional(Type.String()),
})
export type Texts = Static<typeof textsSchema>

/** What may be done to a record now, and why not otherwise: from the table the domain decides by. */
export const allowedActionSchema = Type.Object({
  action: Type.String(),
  allowed: Type.Boolean(),
  reason: nullable(
    Type.Object({
      code: Type.String({ description: 'Of the refusal that the action would get.' }),
      message: Type.String({ description: 'For people, in the language of the request.' }),
    }),
  ),
})

/** A refusal inside an answer: of a task that failed. */
export const problemSchema = Type.Object({
  code: Type.String(),
  title: Type.String(),
  remedy: Type.String(),
  field: Type.Optional(Type.String()),
  params: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))),
  errors: Type.Optional(
    Type.Array(
      Type.Object({
        code: Type.String(),
        field: Type.Optional(Type.String()),
        detail: Type.String(),
        remedy: Type.String(),
        params: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))),
      }),
    ),
  ),
})

export const idParams = Type.Object({ id: idSchema })

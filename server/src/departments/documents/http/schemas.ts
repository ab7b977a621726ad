import { Type } from 'typebox'
import { locales } from '../../../host/i18n/locales.ts'
import {
  allowedActionSchema,
  dateSchema,
  idSchema,
  instantSchema,
  moneySchema,
  nullable,
} from '../../../host/http/schemas.ts'
import { BY_HAND, DOCUMENT_KINDS, FOR_PERSONS, ISSUED } from '../use-cases/view-documents.ts'

const closed = { additionalProperties: false }
const text = Type.String()
const optional = nullable(Type.String())

export const kindSchema = Type.Enum([...DOCUMENT_KINDS])
export const languageQuery = Type.Object({
  language: Type.Optional(Type.Enum([...locales], { description: 'That of the order unless told.' })),
})

export const documentSummarySchema = Type.Object({
  id: idSchema,
  label: Type.String({ description: 'Its number, as it is printed.' }),
  kind: kindSchema,
  issuedOn: dateSchema,
  issuedAt: instantSchema,
  orderId: idSchema,
  orderNumber: text,
  customer: text,
  market: text,
  tax: moneySchema,
  total: moneySchema,
})

const partySchema = Type.Object({
  name: text,
  company: optional,
  vatNumber: optional,
  taxCode: optional,
  email: text,
  phone: optional,
  street: text,
  street2: optional,
  postcode: text,
  city: text,
  region: optional,
  country: text,
})

export const documentSchema = Type.Object({
  ...documentSummarySchema.properties,
  language: text,
  seller: partySchema,
  buyer: partySchema,
  placedOn: dateSchema,
  paidOn: nullable(dateSchema),
  lines: Type.Array(
    Type.Object({
      kind: Type.Enum(['goods', 'delivery', 'credit', 'advance']),
      name: text,
      sku: optional,
      partOf: optional,
      quantity: Type.Integer(),
      unitPrice: nullable(moneySchema),
      discount: moneySchema,
      percents: Type.Array(text),
      net: moneySchema,
      tax: moneySchema,
      total: moneySchema,
    }),
  ),
  taxes: Type.Array(Type.Object({ name: text, percent: text, net: moneySchema, tax: moneySchema })),
  treatment: optional,
  ground: optional,
  net: moneySchema,
  credits: nullable(Type.Object({ id: idSchema, kind: kindSchema, label: text, issuedOn: dateSchema })),
  creditedBy: Type.Array(Type.Object({ id: idSchema, label: text, total: moneySchema })),
  chain: Type.Object(
    {
      hash: text,
      before: text,
      whole: Type.Boolean({ description: 'Its hash is that of its content and of the one before.' }),
    },
    { description: 'SHA-256, hexadecimal, of the hash before it and of all that it says.' },
  ),
})

export const orderDocumentsSchema = Type.Object({
  items: Type.Array(documentSummarySchema),
  allowedActions: Type.Array(allowedActionSchema),
})

export const issueBody = Type.Object({ what: Type.Enum([...BY_HAND]) }, closed)

export const seriesBody = Type.Object(
  {
    entityCode: Type.String({ pattern: '^[a-z0-9][a-z0-9_-]{0,39}$' }),
    kind: kindSchema,
    format: Type.String({
      minLength: 1,
      maxLength: 40,
      description: '`INV-{year}-{number}`; with {year} it begins anew each year.',
    }),
    digits: Type.Integer({ minimum: 1, maximum: 10, description: 'Zeros go before shorter numbers.' }),
    firstNumber: Type.Integer({ minimum: 1, maximum: 999_999_999 }),
  },
  closed,
)

export const ruleBody = Type.Object({ issued: Type.Enum([...ISSUED]), forPersons: Type.Enum([...FOR_PERSONS]) }, closed)

export const seriesSchema = Type.Object({
  entities: Type.Array(Type.Object({ code: text, name: text })),
  items: Type.Array(
    Type.Object({
      id: nullable(idSchema),
      entityCode: text,
      kind: kindSchema,
      format: text,
      digits: Type.Integer(),
      inUse: Type.Boolean(),
      begunAt: nullable(instantSchema),
      last: optional,
      next: optional,
    }),
  ),
  rules: Type.Array(Type.Object({ market: text, version: Type.Integer(), ...ruleBody.properties })),
})

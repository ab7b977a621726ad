import { Type } from 'typebox'
import {
  allowedActionSchema,
  dateSchema,
  idSchema,
  instantSchema,
  moneySchema,
  nullable,
} from '../../../host/http/schemas.ts'
import { LINE_PROBLEMS } from '../queries/line-problems.ts'
import { consentKindSchema } from './download-schemas.ts'

export const stateSchema = Type.Enum(['awaiting_payment', 'paid', 'cancelled', 'expired'])

const dispatchSchema = Type.Enum(['to_ship', 'partly', 'shipped', 'delivered'], {
  description: 'How far it is on its way; null: nothing is sent, or not before it is paid or cleared.',
})

export const orderSummarySchema = Type.Object({
  id: idSchema,
  number: Type.String(),
  placedAt: instantSchema,
  name: Type.String(),
  email: Type.String(),
  state: stateSchema,
  dispatch: nullable(dispatchSchema),
  market: Type.String(),
  itemCount: Type.Integer(),
  total: moneySchema,
  rest: nullable(
    Type.Object(moneySchema.properties, {
      description:
        'Where the total is but the deposit of a pre-order: what is paid once its goods are there. Null as soon as it was.',
    }),
  ),
})

export const reasonSchema = Type.Object(
  {
    rule: Type.String(),
    applied: Type.Boolean(),
    line: nullable(Type.Integer({ description: 'Index of the line; null for the whole.' })),
    because: Type.String(),
    params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), moneySchema])),
  },
  { description: 'A rule that was looked at: what it did, or the first condition that it lacked.' },
)

export const addressSchema = Type.Object({
  name: Type.String(),
  company: nullable(Type.String()),
  street: Type.String(),
  street2: nullable(Type.String()),
  postcode: Type.String(),
  city: Type.String(),
  region: nullable(Type.String()),
  country: Type.String(),
  phone: nullable(Type.String()),
  phoneShown: Type.Optional(nullable(Type.String({ description: 'As people of the country write it.' }))),
})

const discountsSchema = Type.Array(
  Type.Object({ promotion: Type.String(), name: Type.String(), amount: moneySchema }),
  { description: 'What each promotion took off, as prices are shown.' },
)

const taxTotalSchema = Type.Object({
  name: Type.String({ description: 'vat, gst.' }),
  percent: Type.String(),
  net: moneySchema,
  tax: moneySchema,
})

const checkSchema = nullable(
  Type.Object({
    state: Type.String({ description: 'valid, invalid, unavailable or unchecked: the word of the authority.' }),
    checkedAt: nullable(instantSchema),
    consultation: nullable(Type.String({ description: 'Proves that it was asked.' })),
  }),
)

const companySchema = {
  name: Type.String(),
  vatNumber: nullable(Type.String()),
  taxCode: nullable(Type.String()),
  check: checkSchema,
}

const orderLineSchema = Type.Object({
  position: Type.Integer(),
  bundle: nullable(Type.Integer({ description: 'Which of `bundles` it is a component of.' })),
  own: nullable(moneySchema),
  variantId: idSchema,
  kind: Type.String({ description: 'physical, digital, service or gift_card.' }),
  sku: Type.String(),
  handle: Type.String(),
  name: Type.String(),
  options: Type.String(),
  imageFileId: nullable(idSchema),
  quantity: Type.Integer(),
  unitPrice: moneySchema,
  subtotal: moneySchema,
  discounts: Type.Array(Type.Object({ promotion: Type.String(), amount: moneySchema })),
  taxPpm: Type.Integer(),
  net: moneySchema,
  tax: moneySchema,
  taxes: Type.Array(Type.Object({ name: Type.String(), percent: Type.String(), amount: moneySchema })),
  total: moneySchema,
})

const orderBundleSchema = Type.Object({
  variantId: idSchema,
  sku: Type.String(),
  handle: Type.String(),
  name: Type.String(),
  imageFileId: nullable(idSchema),
  quantity: Type.Integer(),
  own: moneySchema,
  subtotal: moneySchema,
  promotions: Type.Enum(['included', 'excluded']),
  total: moneySchema,
})

/** Where something is collected; a person needs no other address. */
export const pickupSchema = Type.Object({
  name: Type.String(),
  street: Type.String(),
  postcode: Type.String(),
  city: Type.String(),
  region: nullable(Type.String()),
  country: Type.String(),
  hours: Type.String(),
})

const orderFields = {
  ...orderSummarySchema.properties,
  channel: Type.String(),
  locale: Type.String(),
  country: Type.String(),
  expiresAt: instantSchema,
  paidAt: nullable(instantSchema),
  discounts: Type.Array(
    Type.Object({ promotion: Type.String(), names: Type.Record(Type.String(), Type.String()), amount: moneySchema }),
  ),
  goods: moneySchema,
  delivery: Type.Object(
    {
      method: nullable(Type.String()),
      names: Type.Record(Type.String(), Type.String()),
      total: moneySchema,
      promisedFrom: nullable(dateSchema),
      promisedTo: nullable(dateSchema),
      kind: nullable(Type.Enum(['carriage', 'pickup'])),
      zone: nullable(Type.String()),
      weightGrams: nullable(Type.Integer()),
      pickup: nullable(Type.Object({ ...pickupSchema.properties, hours: Type.Record(Type.String(), Type.String()) })),
    },
    {
      description:
        'Without method and days where nothing of it is delivered; kind, zone and weight are null of orders from before they were kept.',
    },
  ),
  tax: moneySchema,
  taxes: Type.Array(taxTotalSchema, { description: 'By tax and rate; none for orders from before they were kept.' }),
  taxTreatment: nullable(
    Type.String({ description: 'domestic, destination, origin, oss, export, reverse_charge or exempt.' }),
  ),
  business: nullable(
    Type.Object(
      {
        ...companySchema,
        exemption: nullable(Type.Object({ id: Type.String(), kind: Type.String(), number: Type.String() })),
      },
      { description: 'For which company it was bought, and on what ground without tax.' },
    ),
  ),
  pricesIncludeTax: Type.Boolean(),
  reasons: Type.Array(reasonSchema),
  note: nullable(Type.String({ description: 'To the shop.' })),
  giftMessage: nullable(Type.String({ description: 'For who receives it.' })),
  address: addressSchema,
  billing: nullable(
    Type.Object(addressSchema.properties, {
      description: 'To whom the invoice goes; null: to the address of the delivery.',
    }),
  ),
  lines: Type.Array(orderLineSchema),
  bundles: Type.Array(orderBundleSchema, {
    description: 'What was sold as one: its components are lines, each with its share as `subtotal`.',
  }),
  version: Type.Integer(),
}

/** The order as its customer sees it by link. */
export const linkedOrderSchema = Type.Object(orderFields)

export const orderSchema = Type.Object({
  ...orderFields,
  customerId: nullable(idSchema),
  cancellation: nullable(Type.Object({ reason: Type.String(), actor: Type.String(), at: Type.String() })),
  allowedActions: Type.Array(allowedActionSchema),
})

export const addressInputSchema = Type.Object({
  name: Type.String({ maxLength: 120 }),
  company: Type.Optional(Type.String({ maxLength: 120 })),
  street: Type.Optional(
    Type.String({
      maxLength: 200,
      description: 'Street, postcode and city may be left out where nothing is delivered.',
    }),
  ),
  street2: Type.Optional(Type.String({ maxLength: 200 })),
  postcode: Type.Optional(Type.String({ maxLength: 20 })),
  city: Type.Optional(Type.String({ maxLength: 120 })),
  region: Type.Optional(Type.String({ maxLength: 80 })),
  country: Type.String({ pattern: '^[A-Z]{2}$' }),
  phone: Type.Optional(
    Type.String({ maxLength: 40, description: 'As it is dialled in the country, or with +; kept as E.164.' }),
  ),
})

const limitSchema = Type.Object(
  { least: Type.Integer(), most: nullable(Type.Integer()), step: Type.Integer() },
  { description: 'How many of its product one order may have; most counts all variants together.' },
)

export const basketSchema = Type.Object({
  id: idSchema,
  version: Type.Integer(),
  market: Type.String(),
  country: Type.String(),
  currency: Type.String(),
  pricesIncludeTax: Type.Boolean(),
  ordered: Type.Boolean(),
  company: nullable(Type.Object(companySchema, { description: 'For which company it is bought, as was said.' })),
  taxTreatment: nullable(Type.String()),
  coupons: Type.Array(Type.String()),
  orderable: Type.Boolean({ description: 'Whether it could be ordered now: every line is for sale and in stock.' }),
  consentsAsked: Type.Array(consentKindSchema, {
    description:
      'What the buyer may agree to, so that files and services are there before the withdrawal period is over.',
  }),
  needsDelivery: Type.Boolean({
    description:
      'Where nothing is delivered, there is no way of delivery, and a name with a country is the whole address.',
  }),
  lines: Type.Array(
    Type.Object({
      variantId: idSchema,
      quantity: Type.Integer(),
      kind: nullable(Type.String({ description: 'What it is, as the catalogue says.' })),
      handle: nullable(Type.String()),
      sku: nullable(Type.String()),
      name: nullable(Type.String()),
      options: nullable(Type.String()),
      imageFileId: nullable(idSchema),
      unitPrice: nullable(moneySchema),
      exactPrice: nullable(Type.String({ description: 'Where a piece costs less than minor units can say.' })),
      lowest: nullable(moneySchema),
      compareAt: nullable(moneySchema),
      subtotal: nullable(moneySchema),
      discounted: Type.Boolean({ description: 'A promotion took something off it: subtotal is what it cost before.' }),
      total: nullable(moneySchema),
      available: Type.Integer(),
      limit: nullable(limitSchema),
      problem: nullable(Type.Enum(LINE_PROBLEMS)),
    }),
  ),
  bundles: Type.Array(
    Type.Object({
      id: idSchema,
      variantId: idSchema,
      quantity: Type.Integer(),
      handle: nullable(Type.String()),
      sku: nullable(Type.String()),
      name: nullable(Type.String()),
      imageFileId: nullable(idSchema),
      own: nullable(moneySchema),
      subtotal: nullable(moneySchema),
      total: nullable(moneySchema),
      available: Type.Integer(),
      limit: nullable(limitSchema),
      problem: nullable(Type.Enum(LINE_PROBLEMS)),
      components: Type.Array(
        Type.Object({
          variantId: idSchema,
          quantity: Type.Integer({ description: 'In all bundles of the line.' }),
          handle: nullable(Type.String()),
          sku: nullable(Type.String()),
          name: nullable(Type.String()),
          options: nullable(Type.String()),
          imageFileId: nullable(idSchema),
          own: nullable(moneySchema),
          subtotal: nullable(moneySchema),
          discounted: Type.Boolean(),
          total: nullable(moneySchema),
        }),
      ),
    }),
    { description: 'What is bought as one. A component’s subtotal is its share of the bundle’s price.' },
  ),
  discounts: discountsSchema,
  goods: moneySchema,
  delivery: nullable(Type.Object({ method: Type.String(), name: Type.String(), total: moneySchema })),
  missingForFreeDelivery: nullable(moneySchema),
  deferral: nullable(
    Type.Object(
      { today: moneySchema, later: moneySchema, readyOn: dateSchema },
      {
        description:
          'All of it is pre-ordered: what is paid today, and what once it is ready. Not where gift cards pay of it.',
      },
    ),
  ),
  deliveryOptions: Type.Array(
    Type.Object({
      code: Type.String(),
      kind: Type.Enum(['carriage', 'pickup']),
      name: Type.String(),
      description: Type.String(),
      zone: Type.String(),
      asksPhone: Type.Boolean({ description: 'A telephone number belongs to the address then.' }),
      price: moneySchema,
      freeFrom: nullable(moneySchema),
      promisedFrom: dateSchema,
      promisedTo: dateSchema,
      pickup: nullable(pickupSchema),
    }),
  ),
  otherDeliveries: Type.Array(
    Type.Object({
      code: Type.String(),
      name: Type.String(),
      because: Type.String({ description: 'address_needed, too_heavy, too_dear or category_excluded.' }),
      maxWeightGrams: nullable(Type.Integer()),
      maxValue: nullable(moneySchema),
    }),
    { description: 'Ways that do not take this basket, or of which it is not known yet.' },
  ),
  taxes: Type.Array(taxTotalSchema),
  tax: moneySchema,
  total: moneySchema,
  reasons: Type.Array(reasonSchema),
  promotionNames: Type.Record(Type.String(), Type.String(), {
    description: 'By code, of those that reasons speak of.',
  }),
  changes: Type.Array(
    Type.Object({
      kind: Type.Enum([...LINE_PROBLEMS, 'back', 'price_up', 'price_down', 'promotion_over']),
      line: nullable(Type.String({ description: 'The variant, or the id of the bundle.' })),
      name: nullable(Type.String()),
      from: nullable(moneySchema),
      to: nullable(moneySchema),
    }),
    { description: 'What is otherwise than the shopper last saw it, and not by what they did.' },
  ),
  changesMark: Type.String({ description: 'For seeBasket: names what is told; empty where nothing is.' }),
  join: nullable(
    Type.Object(
      {
        policy: Type.Enum(['add_up', 'larger', 'guest', 'customer']),
        leftOut: Type.Array(
          Type.Object({
            variantId: idSchema,
            name: nullable(Type.String()),
            quantity: Type.Integer(),
            because: Type.Enum(['policy', 'limit', 'too_many_lines']),
          }),
        ),
      },
      {
        description:
          'Of linkBasket, where another basket of the customer became one with this: what did not come along.',
      },
    ),
  ),
})

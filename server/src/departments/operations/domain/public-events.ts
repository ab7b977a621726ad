/** What a field of a message holds: ids and facts, never anything of a person. */
export type PublicField = 'id' | 'text' | 'integer' | 'money'

/** A kind of fact that programs outside may be told of: a promise, changed only by adding to it. */
export interface PublicEvent {
  readonly kind: string
  readonly summary: string
  /** Whoever answers for the address must have it, when it is chosen and when it is told. */
  readonly permission: string
  readonly fields: Readonly<Record<string, { readonly holds: PublicField; readonly says: string }>>
}

const id = (says: string) => ({ holds: 'id', says }) as const
const text = (says: string) => ({ holds: 'text', says }) as const
const money = (says: string) => ({ holds: 'money', says }) as const
const integer = (says: string) => ({ holds: 'integer', says }) as const

const order = { orderId: id('The order: GET /api/orders/{id}.'), number: text('As people call it.') }
const payment = {
  paymentId: id('The payment: GET /api/payments/{id}.'),
  orderId: id('The order that it pays for.'),
}
const movement = { ...payment, amount: money('What moved.'), provider: text('Which provider of payments.') }
const ofOrder = (kind: string, summary: string, fields: PublicEvent['fields']): PublicEvent => {
  return { kind, summary, permission: 'orders:read', fields }
}
const ofPayment = (kind: string, summary: string, fields: PublicEvent['fields']): PublicEvent => {
  return { kind, summary, permission: 'payments:read', fields }
}

export const PUBLIC_EVENTS: readonly PublicEvent[] = [
  ofOrder('order.placed.v1', 'An order was placed; it may not be paid yet', {
    ...order,
    total: money('With delivery and taxes.'),
    marketCode: text('The market that it was placed in.'),
  }),
  ofOrder('order.paid.v1', 'An order is paid', { ...order, total: money('With delivery and taxes.') }),
  ofOrder('order.expired.v1', 'Nobody paid an order in time', order),
  ofOrder('order.cancelled.v1', 'An order was called off', { ...order, from: text('Its state before.') }),
  ofOrder('order.amended.v1', 'What an order holds was changed after it was placed', {
    ...order,
    before: money('What it came to.'),
    total: money('What it comes to now.'),
  }),
  ofPayment('payment.authorised.v1', 'A payment was promised', movement),
  ofPayment('payment.captured.v1', 'Money was taken', movement),
  ofPayment('payment.refunded.v1', 'Money was given back', movement),
  ofPayment('payment.voided.v1', 'A promise of payment was given up', movement),
  ofPayment('payment.refund_failed.v1', 'A refund did not get through', { ...payment, refundId: id('The refund.') }),
  {
    kind: 'document.issued.v1',
    summary: 'An invoice, credit note or receipt has its number',
    permission: 'documents:read',
    fields: {
      documentId: id('The document: GET /api/documents/{id}.'),
      orderId: id('The order that it is about.'),
      kind: text('Which kind of document.'),
      label: text('Its number as it is printed.'),
      total: money('What it comes to.'),
    },
  },
  {
    kind: 'product.changed.v1',
    summary: 'A product was created or changed',
    permission: 'catalog:read',
    fields: {
      productId: id('The product: GET /api/products/{id}.'),
      handle: text('Its word in addresses of the shop.'),
      state: text('Whether it is published.'),
      version: integer('Counts its changes: a message with a lower one than was seen is old news.'),
    },
  },
]

/** Sent by hand, to see that an address listens; nobody chooses it. */
export const TEST_KIND = 'test.sent.v1'

export const PUBLIC_KINDS: readonly string[] = PUBLIC_EVENTS.map(({ kind }) => kind)
const byKind = new Map(PUBLIC_EVENTS.map((event) => [event.kind, event]))

export function publicEvent(kind: string): PublicEvent | undefined {
  return byKind.get(kind)
}

export interface Fact {
  readonly kind: string
  readonly at: Date
  readonly payload: Readonly<Record<string, unknown>>
}

/**
 * The message of a fact, as Standard Webhooks has it: type, timestamp, data. Of the fact's payload only what is declared goes out, so
 * that a department may add to its facts without telling strangers.
 */
export function messageOf({ kind, at, payload }: Fact): string {
  const fields = Object.keys(byKind.get(kind)?.fields ?? {})
  const data = Object.fromEntries(fields.map((field) => [field, payload[field] ?? null]))
  return JSON.stringify({ type: kind, timestamp: at.toISOString(), data })
}

/**
 * What the house knows of an order that is disputed, said in the fields that banks ask for: who bought what, where it went and when it
 * arrived, what was agreed to, which documents and mails went out. It is offered, never sent by itself: a person reads it first.
 */
import type { House } from '../../host/context.ts'
import type { MessageValues } from '../../host/i18n/translate.ts'
import type { MailAbout } from '../../host/mail/mails-about.ts'
import { moneyFromJson, type Money } from '../../kernel/money.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { listDocumentsOfOrder } from '../../departments/documents/index.ts'
import { listParcelsOf, type Parcel } from '../../departments/fulfilment/index.ts'
import { listPoliciesOfOrder } from '../../departments/legal/index.ts'
import { getOrder, viewIntangibles, type Intangibles, type OrderDetail } from '../../departments/orders/index.ts'
import {
  getDispute,
  listPaymentsOf,
  MOST_EVIDENCE_CHARACTERS,
  type EvidenceText,
  type EvidenceTexts,
} from '../../departments/payments/index.ts'

// i18n-dynamic: payments.offered.*, payments.offered.consents.*, payments.offered.documents.*, payments.offered.policies.*

/** How it is said, and what only the host knows. */
export interface Means {
  readonly translate: (key: string, values?: MessageValues) => string
  readonly day: (instant: Date, zone: string) => string
  readonly moment: (instant: Date, zone: string) => string
  readonly amount: (amount: Money) => string
  readonly mailsAbout: (orderId: string) => Promise<MailAbout[]>
}

interface Speaking {
  readonly say: (key: string, values?: MessageValues) => string
  readonly day: (instant: Date) => string
  readonly moment: (instant: Date) => string
  readonly amount: (amount: Money) => string
}

export async function gatherEvidence(
  house: House,
  disputeId: string,
  means: Means,
): Promise<Result<{ readonly texts: EvidenceTexts }>> {
  const dispute = await getDispute(house.database, disputeId)
  if (!dispute.ok) return dispute
  const payments = await listPaymentsOf(house.database, dispute.value.orderId)
  const proved = payments.find(({ id }) => id === dispute.value.paymentId)?.authentication === 'confirmed'
  const order = await getOrder(house.database, dispute.value.orderId)
  if (!order.ok) return order
  const reader = house.database
  const [parcels, policies, documents, mails, intangibles] = await Promise.all([
    listParcelsOf(reader, order.value.id),
    listPoliciesOfOrder(reader, order.value.id),
    listDocumentsOfOrder(reader, order.value.id),
    means.mailsAbout(order.value.id),
    viewIntangibles(reader, order.value.id, house.clock.now()),
  ])
  const zone = intangibles.ok ? intangibles.value.timeZone : 'UTC'
  const speaking: Speaking = {
    say: (key, values) => means.translate(`payments.offered.${key}`, values),
    day: (instant) => means.day(instant, zone),
    moment: (instant) => means.moment(instant, zone),
    amount: means.amount,
  }
  const { say, day, moment } = speaking
  const left = parcels.filter(({ shippedAt }) => shippedAt !== null)
  const known = intangibles.ok ? intangibles.value : undefined
  return ok({
    texts: withinBounds({
      ...whoAndWhat(order.value, speaking),
      ...deliveryOf(left, speaking),
      accessLog: accessLogOf(known, speaking),
      refundPolicy: listed(
        policies.map(({ kind, number, effectiveAt }) =>
          say('policy', { kind: say(`policies.${kind}`), number: number ?? 0, day: day(effectiveAt) }),
        ),
      ),
      other: listed([
        say('placed', { number: order.value.number, at: moment(new Date(order.value.placedAt)) }),
        ...(proved ? [say('authenticated')] : []),
        ...(known?.consents ?? []).map(({ kind, at }) => say(`consents.${kind}`, { at: moment(at) })),
        ...documents.map(({ document }) =>
          say('document', { kind: say(`documents.${document.kind}`), number: document.label }),
        ),
        ...mails.map(({ subject, recipient, sentAt }) => say('mail', { subject, recipient, at: moment(sentAt) })),
      ]),
    }),
  })
}

function whoAndWhat(order: OrderDetail, { amount }: Speaking): EvidenceTexts {
  const lines = order.lines.map(
    ({ quantity, name: product, options, sku, total }) =>
      `${quantity} × ${[product, options].filter(Boolean).join(', ')} (${sku}): ${amount(moneyFromJson(total))}`,
  )
  return {
    customerName: order.name,
    customerEmail: order.email,
    ...(order.billing && { billingAddress: writtenOf(order.billing) }),
    shippingAddress: writtenOf(order.address),
    productDescription: listed(lines),
  }
}

function writtenOf({ name, company, street, street2, postcode, city, region, country }: OrderDetail['address']) {
  const rows = [name, company, street, street2, `${postcode} ${city}`.trim(), region, country]
  return listed(rows.filter((part) => part !== null && part !== '').map(String))
}

/** Each parcel with its carrier, number and the day on which it arrived. */
function deliveryOf(parcels: readonly Parcel[], { say, day }: Speaking): EvidenceTexts {
  const each = (text: (parcel: Parcel) => string | null) =>
    listed([...new Set(parcels.map(text).filter((one): one is string => one !== null && one !== ''))])
  return {
    shippingCarrier: each(({ carrier }) => carrier),
    shippingTracking: each(({ trackingNumber }) => trackingNumber),
    shippingDate: each(({ label, shippedAt, deliveredOn }) => {
      if (shippedAt === null) return null
      const shipped = say('shipped', { label, day: day(shippedAt) })
      return deliveredOn === null
        ? shipped
        : `${shipped}; ${say('delivered', { day: day(new Date(`${deliveredOn}T12:00:00Z`)) })}`
    }),
  }
}

function accessLogOf(intangibles: Intangibles | undefined, { say, moment }: Speaking): string {
  const taken = (intangibles?.downloads ?? []).flatMap(({ log }) => log)
  return listed(taken.map(({ name, at }) => say('downloaded', { name, at: moment(at) })))
}

const listed = (lines: readonly string[]): string => lines.join('\n')

function withinBounds(texts: EvidenceTexts): EvidenceTexts {
  const kept = Object.entries(texts).filter(([, text]) => text !== '') as [EvidenceText, string][]
  return Object.fromEntries(kept.map(([field, text]) => [field, text.slice(0, MOST_EVIDENCE_CHARACTERS)]))
}

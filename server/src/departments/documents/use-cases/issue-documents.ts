import type { Context } from '../../../host/context.ts'
import { Fault } from '../../../kernel/assert.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { localDateIn } from '../../../kernel/time.ts'
import {
  contentInDetail,
  getOrder,
  listAmendments,
  PAID_LATER,
  type Amendment,
  type OrderDetail,
} from '../../orders/index.ts'
import { listEntities, type Entity } from '../../organisation/index.ts'
import { listRefundsDone } from '../../payments/index.ts'
import { creditFacts } from '../domain/credit.ts'
import { isSaid, isSaleKind, type DocumentFacts, type IssuedDocument } from '../domain/document.ts'
import { composeDifference } from './compose-difference.ts'
import { composePackingSlip, composeSale, isPacked } from './compose-sale.ts'
import { reissued, standsFor } from './reissue-sales.ts'
import { mayIssue, type ByHand } from '../domain/by-hand.ts'
import {
  amendmentCause,
  documentsOwed,
  packingCause,
  refundCause,
  saleCause,
  type Refunded,
  type Sent,
} from '../domain/owed.ts'
import { refusals } from '../domain/refusals.ts'
import { saleKind } from '../domain/sale-kind.ts'
import { nextNumber } from '../domain/series.ts'
import { documentIssued } from '../events.ts'
import { listDocumentsOfOrder, type KeptDocument } from '../queries/read-documents.ts'
import { hasLeft } from '../queries/has-left.ts'
import { findRule, type StoredRule } from '../queries/rules.ts'
import { insertDocument } from '../store/documents.ts'
import { lockOrderDocuments, lockSeries } from '../store/series.ts'

interface Facts {
  readonly order: OrderDetail
  readonly entity: Entity
  readonly rule: StoredRule
  readonly there: readonly KeptDocument[]
  readonly refunds: readonly Refunded[]
  /** Changes of the order since it was paid. */
  readonly amendments: readonly Amendment[]
  readonly sent: Sent
}

/**
 * Issues what an order lacks: of its sale, where its market does so by itself or somebody `asked`, and of what was given back since.
 * Reads all that happened under the order's own lock, so that who asks and how often changes nothing.
 */
export async function issueDocuments(
  ctx: Context,
  { orderId, asked = false }: { readonly orderId: string; readonly asked?: boolean },
): Promise<Result<readonly IssuedDocument[]>> {
  const found = await readFacts(ctx, orderId)
  if (!found.ok) return found
  const { order, entity, rule, there, refunds, amendments, sent } = found.value
  const documented = there.map(({ document: { kind }, cause }) => ({ kind, cause }))
  const opening = openingOf(amendments)
  // Of what is paid later altogether there is nothing to document before.
  const paid = order.paidAt !== null && (opening !== undefined || !isAllLater(order))
  const corrections = amendments
    .filter(({ before, after }) => before.total === after.total)
    .map(({ number }) => ({ amendment: number, cause: amendmentCause(orderId, number) }))
  const supplements = amendments
    .filter(({ before, after, number }) => before.total < after.total && number !== opening?.number)
    .map(({ number }) => ({ amendment: number, cause: amendmentCause(orderId, number) }))
  const owed = documentsOwed({
    paid,
    issued: rule.issued,
    sent,
    asked,
    there: documented,
    refunds,
    supplements,
    corrections,
  })
  const issued: IssuedDocument[] = []
  const first = there.map(({ document }) => document).find(({ kind }) => isSaleKind(kind))
  let sale = first && standsFor(first, there)
  const credited: Credited[] = there
    .filter(({ document }) => document.credits !== null)
    .map(({ document: facts, cause }) => ({ facts, cause }))
  if (owed.sale) {
    const facts = composeSaleOf(asPaid(order, amendments, opening), entity, rule)
    sale = await keep(ctx, found.value, { facts, cause: saleCause(orderId) })
    issued.push(sale)
  }
  const supplementary = new Map(
    supplements.flatMap(({ amendment, cause }) => {
      const known = there.find((one) => one.cause === cause)
      return known ? [[amendment, standsFor(known.document, there)] as const] : []
    }),
  )
  for (const { amendment, cause } of owed.supplements) {
    const change = amendments.find(({ number }) => number === amendment)
    if (!sale || !isSaleKind(sale.kind) || !change) throw new Fault('there is nothing that could be supplemented')
    // What came to it, as if that alone had been sold: the difference, turned round.
    const sides = { before: change.after, after: change.before }
    const supplement = await keep(ctx, found.value, {
      facts: composeDifference(order, { entity, kind: sale.kind, ...sides }),
      cause,
    })
    supplementary.set(amendment, supplement)
    issued.push(supplement)
  }
  for (const owing of [...owed.credits, ...owed.corrections.map((one) => ({ ...one, amount: 0 }))]) {
    const own =
      'supplement' in owing && owing.supplement !== undefined && owing.supplement !== opening?.number
        ? supplementary.get(owing.supplement)
        : sale
    if (!own) throw new Fault('there is nothing that could be credited')
    const before = credited.filter(({ facts: { credits } }) => credits?.id === own.id)
    const facts = creditOf(found.value, { sale: own, credited: before, owing })
    // What has no amount and changes no tax is nobody's document.
    if (owing.amount === 0 && facts.lines.length === 0) continue
    const note = await keep(ctx, found.value, { facts, cause: owing.cause })
    credited.push({ facts: note, cause: owing.cause })
    issued.push(note)
  }
  if (isBilledAnew(amendments)) {
    for (const own of [...(sale ? [sale] : []), ...supplementary.values()]) {
      const before = credited.filter(({ facts: { credits } }) => credits?.id === own.id)
      for (const one of reissued(order, { sale: own, credited: before.map(({ facts }) => facts) }))
        issued.push(await keep(ctx, found.value, one))
    }
  }
  return ok(issued)
}

/** Whether a change said to whom the invoice goes: nothing else makes one anew. */
const isBilledAnew = (amendments: readonly Amendment[]) =>
  amendments.some(
    ({ before, after }) => JSON.stringify(before.billing ?? null) !== JSON.stringify(after.billing ?? null),
  )

interface Credited {
  readonly facts: DocumentFacts
  readonly cause: string
}

interface Crediting {
  readonly sale: IssuedDocument
  readonly credited: readonly Credited[]
  readonly owing: { readonly amount: number; readonly amendment?: number | undefined; readonly cause: string }
}

/** What went back for a change of the order takes back just what was changed; anything else a share of all that is left. */
function creditOf({ order, entity, amendments, refunds }: Facts, { sale, credited, owing }: Crediting): DocumentFacts {
  const { id, kind, label, issuedOn } = sale
  const credits = { id, kind, label, issuedOn }
  const { amount } = owing
  const amendment = amendments.find(({ number }) => number === owing.amendment)
  if (amendment && isSaleKind(kind)) {
    const { before, after } = amendment
    const difference = composeDifference(order, { entity, kind, before, after })
    const causes = new Set(
      refunds.filter((one) => one.amendment === amendment.number).map((one) => refundCause(one.id)),
    )
    const own = credited.filter(({ cause }) => causes.has(cause)).map(({ facts }) => facts)
    const left = difference.total + own.reduce((all, one) => all + one.total, 0)
    // It names whom the document does that it credits.
    const named = { ...difference, buyer: sale.buyer }
    if (amount <= left) return creditFacts(named, { amount, before: own, credits })
  }
  return creditFacts(factsOf(sale), { amount, before: credited.map(({ facts }) => facts), credits })
}

/** What was sold when it was paid: what was changed since is said by credit notes. */
function asPaid(order: OrderDetail, [first]: readonly Amendment[], opening: Amendment | undefined): OrderDetail {
  const sold = opening?.after ?? first?.before
  return sold ? contentInDetail(order, sold) : order
}

/** Nothing was paid when it was ordered: the sale is what it was when all of it was paid. */
function openingOf([first]: readonly Amendment[]): Amendment | undefined {
  const isLater = first?.before.total === 0 && first.before.discounts.some(({ promotion }) => promotion === PAID_LATER)
  return isLater ? first : undefined
}

const isAllLater = ({ total, discounts }: OrderDetail) =>
  total.amount === 0 && discounts.some(({ promotion }) => promotion === PAID_LATER)

async function sentOf(ctx: Context, order: OrderDetail): Promise<Sent> {
  if (order.delivery.method === null) return 'nothing'
  return (await hasLeft(ctx.tx, order.id)) ? 'left' : 'waiting'
}

/** What a person asks for on the order's page. */
export async function issueByHand(
  ctx: Context,
  { orderId, what }: { readonly orderId: string; readonly what: ByHand },
): Promise<Result<IssuedDocument>> {
  const found = await readFacts(ctx, orderId)
  if (!found.ok) return found
  const { order, entity, rule, there } = found.value
  const documented = there.map(({ document: { kind }, cause }) => ({ kind, cause }))
  const paid = order.paidAt !== null
  const allowed = mayIssue({ id: orderId, paid, packed: isPacked(order), there: documented }, what)
  if (!allowed.ok) return allowed
  if (what === 'packing_slip') {
    const facts = composePackingSlip(order, composeSaleOf(order, entity, rule))
    return ok(await keep(ctx, found.value, { facts, cause: packingCause(orderId) }))
  }
  const issued = await issueDocuments(ctx, { orderId, asked: true })
  if (!issued.ok) return issued
  const [first] = issued.value
  return first ? ok(first) : refusals.already_issued()
}

async function readFacts(ctx: Context, orderId: string): Promise<Result<Facts>> {
  lockOrderDocuments(ctx, orderId)
  // Behind the lock, in one round trip.
  const [order, entities, there, amended, refunded] = await Promise.all([
    getOrder(ctx.tx, orderId),
    listEntities(ctx.tx),
    listDocumentsOfOrder(ctx.tx, orderId),
    listAmendments(ctx.tx, orderId),
    listRefundsDone(ctx.tx, orderId),
  ])
  if (!order.ok) return refusals.order_not_found()
  const entity = entities.find(({ id }) => id === order.value.entityId)
  if (!entity) throw new Fault(`the entity of order ${orderId} is gone`)
  const [rule, sent] = await Promise.all([findRule(ctx.tx, order.value.market), sentOf(ctx, order.value)])
  const amendments = amended.filter(({ paid }) => paid)
  const refunds = refunded.map(({ id, amount, refundId, balanceOf }) => ({
    id,
    amount,
    amendment: amendments.find(({ refundIds }) => refundId !== null && refundIds.includes(refundId))?.number,
    supplement: amendments.find(({ balanceId }) => balanceId !== null && balanceId === balanceOf)?.number,
  }))
  return ok({ order: order.value, entity, rule, there, refunds, amendments, sent })
}

function composeSaleOf(order: OrderDetail, entity: Entity, { forPersons }: StoredRule): DocumentFacts {
  const kind = saleKind({
    forPersons,
    business: order.business !== null,
    sellerCountry: entity.country,
    buyerCountry: order.country,
    treatment: order.taxTreatment,
    currency: order.total.currency,
    total: order.total.amount,
  })
  const sale = composeSale(order, entity, kind)
  return { ...sale, lines: sale.lines.filter(isSaid) }
}

/** Numbers a document and keeps it: the series is the last that is locked. */
async function keep(
  ctx: Context,
  { order, entity }: Facts,
  { facts, cause }: { readonly facts: DocumentFacts; readonly cause: string },
): Promise<IssuedDocument> {
  const today = localDateIn(ctx.now, entity.timeZone)
  const series = await lockSeries(ctx, { entityId: entity.id, kind: facts.kind }, today)
  const id = ctx.newId<'document'>()
  const toKeep = { id, facts, entityId: entity.id, marketCode: order.market, cause }
  const issued = insertDocument(ctx, series, nextNumber(series, today), toKeep)
  ctx.emit(documentIssued(issued))
  ctx.audit({
    action: 'documents:issue',
    objectType: 'document',
    objectId: id,
    changes: [{ field: 'number', before: null, after: issued.label }],
  })
  // People look for it on the order, too.
  ctx.audit({
    action: 'documents:issue',
    objectType: 'order',
    objectId: order.id,
    changes: [
      { field: 'kind', before: null, after: issued.kind },
      { field: 'number', before: null, after: issued.label },
    ],
  })
  return issued
}

/** What a document says, without the number under which it does. */
function factsOf({ id: _id, label: _label, year: _year, number: _number, issuedOn: _on, ...facts }: IssuedDocument) {
  return facts satisfies DocumentFacts
}

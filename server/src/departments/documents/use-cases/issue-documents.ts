import type { Context } from '../../../host/context.ts'
import { Fault } from '../../../kernel/assert.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { localDateIn } from '../../../kernel/time.ts'
import { getOrder, type OrderDetail } from '../../orders/index.ts'
import { listEntities, type Entity } from '../../organisation/index.ts'
import { listPaymentsOf } from '../../payments/index.ts'
import { creditFacts } from '../domain/credit.ts'
import { isSaleKind, type DocumentFacts, type IssuedDocument } from '../domain/document.ts'
import { composePackingSlip, composeSale } from './compose-sale.ts'
import { mayIssue, type ByHand } from '../domain/by-hand.ts'
import { documentsOwed, packingCause, saleCause, type Refunded } from '../domain/owed.ts'
import { refusals } from '../domain/refusals.ts'
import { saleKind } from '../domain/sale-kind.ts'
import { nextNumber } from '../domain/series.ts'
import { documentIssued } from '../events.ts'
import { listDocumentsOfOrder, type KeptDocument } from '../queries/read-documents.ts'
import { findRule, type StoredRule } from '../queries/rules.ts'
import { insertDocument } from '../store/documents.ts'
import { lockOrderDocuments, lockSeries } from '../store/series.ts'

interface Facts {
  readonly order: OrderDetail
  readonly entity: Entity
  readonly rule: StoredRule
  readonly there: readonly KeptDocument[]
  readonly refunds: readonly Refunded[]
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
  const { order, entity, rule, there, refunds } = found.value
  const documented = there.map(({ document: { kind }, cause }) => ({ kind, cause }))
  const paid = order.paidAt !== null
  const owed = documentsOwed({ paid, issued: rule.issued, asked, there: documented, refunds })
  const issued: IssuedDocument[] = []
  let sale = there.map(({ document }) => document).find(({ kind }) => isSaleKind(kind))
  const credited: DocumentFacts[] = there.map(({ document }) => document).filter(({ credits }) => credits !== null)
  if (owed.sale) {
    sale = await keep(ctx, found.value, { facts: composeSaleOf(order, entity, rule), cause: saleCause(orderId) })
    issued.push(sale)
  }
  for (const { amount, cause } of owed.credits) {
    if (!sale) throw new Fault('there is nothing that could be credited')
    const { id, kind, label, issuedOn } = sale
    const credits = { id, kind, label, issuedOn }
    const facts = creditFacts(factsOf(sale), { amount, before: credited, credits })
    const note = await keep(ctx, found.value, { facts, cause })
    credited.push(note)
    issued.push(note)
  }
  return ok(issued)
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
  const allowed = mayIssue({ id: orderId, paid: order.paidAt !== null, there: documented }, what)
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
  await lockOrderDocuments(ctx, orderId)
  const order = await getOrder(ctx.tx, orderId)
  if (!order.ok) return refusals.order_not_found()
  const entities = await listEntities(ctx.tx)
  const entity = entities.find(({ id }) => id === order.value.entityId)
  if (!entity) throw new Fault(`the entity of order ${orderId} is gone`)
  const rule = await findRule(ctx.tx, order.value.market)
  const there = await listDocumentsOfOrder(ctx.tx, orderId)
  const payments = await listPaymentsOf(ctx.tx, orderId)
  // Money that came twice was never the order's: what goes back of it credits nothing.
  const refunds = payments
    .filter(({ surplus }) => !surplus)
    .flatMap(({ events }) => events.filter(({ kind }) => kind === 'refund'))
    .map(({ id, amount }) => ({ id, amount: amount.amount }))
  return ok({ order: order.value, entity, rule, there, refunds })
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
  return composeSale(order, entity, kind)
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
  return issued
}

/** What a document says, without the number under which it does. */
function factsOf({ id: _id, label: _label, year: _year, number: _number, issuedOn: _on, ...facts }: IssuedDocument) {
  return facts satisfies DocumentFacts
}

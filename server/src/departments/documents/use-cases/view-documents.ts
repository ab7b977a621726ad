import type { House } from '../../../host/context.ts'
import type { PossibleAction } from '../../../host/http/allowed-actions.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { localDateIn } from '../../../kernel/time.ts'
import { getOrder, orderRefusals } from '../../orders/index.ts'
import { listEntities, readShopName } from '../../organisation/index.ts'
import { BY_HAND, mayIssue } from '../domain/by-hand.ts'
import { DOCUMENT_KINDS, SALE_KINDS, type DocumentKind } from '../domain/document.ts'
import { ISSUED } from '../domain/owed.ts'
import { refusals } from '../domain/refusals.ts'
import { labelOf, nextNumber, usualForm, type SeriesState } from '../domain/series.ts'
import { listSeries } from '../queries/list-series.ts'
import { isPacked } from './compose-sale.ts'
import { findDocument, listDocumentsOfOrder, type KeptDocument } from '../queries/read-documents.ts'
import { listRules } from '../queries/rules.ts'

type Reader = Pick<House['database'], 'rows'>

export { BY_HAND, DOCUMENT_KINDS, ISSUED }
export const FOR_PERSONS = SALE_KINDS

/** One, with the others of its order: those that credit it are among them. */
export async function getDocument(
  reader: Reader,
  id: string,
): Promise<Result<{ readonly kept: KeptDocument; readonly siblings: readonly KeptDocument[] }>> {
  const kept = await findDocument(reader, id)
  if (!kept) return refusals.not_found()
  return ok({ kept, siblings: await listDocumentsOfOrder(reader, kept.document.order.id) })
}

/** What stands above everything that it prints. */
export function shopNameOf({ database, organisation }: Pick<House, 'database' | 'organisation'>): Promise<string> {
  return readShopName(database, organisation)
}

/** For who holds the link of its order; what is packed is nobody's proof, and stays in the house. */
export async function getLinkedDocument(
  reader: Reader,
  { orderId, documentId }: { readonly orderId: string | undefined; readonly documentId: string },
): Promise<Result<KeptDocument>> {
  if (orderId === undefined) return orderRefusals.link_not_valid()
  const found = await findDocument(reader, documentId)
  const shown = found?.document.order.id === orderId && found?.document.kind !== 'packing_slip'
  return found && shown ? ok(found) : refusals.link_not_valid()
}

/** What an order has been documented with, and what of it a person could issue now. */
export async function viewDocumentsOfOrder(
  reader: Reader,
  id: string,
): Promise<Result<{ readonly documents: readonly KeptDocument[]; readonly possible: readonly PossibleAction[] }>> {
  const order = await getOrder(reader, id)
  if (!order.ok) return refusals.order_not_found()
  const documents = await listDocumentsOfOrder(reader, id)
  const there = documents.map(({ document: { kind }, cause }) => ({ kind, cause }))
  const packed = isPacked(order.value)
  const offered = BY_HAND.filter((action) => packed || action !== 'packing_slip')
  const possible = offered.map((action) => {
    const allowed = mayIssue({ id, paid: order.value.paidAt !== null, packed, there }, action)
    return { action, permission: 'documents:issue' as const, refusal: allowed.ok ? null : allowed.refusal }
  })
  return ok({ documents, possible })
}

export interface SeriesView {
  /** Null for the usual one, which begins with its first document. */
  readonly id: string | null
  readonly entityCode: string
  readonly kind: DocumentKind
  readonly format: string
  readonly digits: number
  readonly inUse: boolean
  readonly begunAt: string | null
  readonly last: string | null
  /** What its next document would be called today; null of one that has ended. */
  readonly next: string | null
}

/** Every entity and kind: what numbers it now, and what did before. */
export async function viewSeries(reader: Reader, now: Date) {
  const [entities, rows, rules] = await Promise.all([listEntities(reader), listSeries(reader), listRules(reader)])
  const items = entities.flatMap((entity) => {
    const today = localDateIn(now, entity.timeZone)
    return DOCUMENT_KINDS.flatMap((kind): SeriesView[] => {
      const own = rows.filter((row) => row.entityId === entity.id && row.kind === kind)
      const views = own.map((row) => ({
        id: row.id,
        entityCode: entity.code,
        kind,
        format: row.format,
        digits: row.digits,
        inUse: row.endedAt === null,
        begunAt: row.begunAt.toISOString(),
        last: row.lastNumber === null ? null : lastLabel(row),
        next: row.endedAt === null ? nextNumber(row, today).label : null,
      }))
      if (views.some(({ inUse }) => inUse)) return views
      const form = usualForm(kind)
      const unbegun = { ...form, ...UNBEGUN }
      const next = nextNumber(unbegun, today).label
      return [
        { id: null, entityCode: entity.code, kind, ...form, inUse: true, begunAt: null, last: null, next },
        ...views,
      ]
    })
  })
  return { entities: entities.map(({ code, legalName }) => ({ code, name: legalName })), items, rules }
}

const UNBEGUN = { firstYear: 0, firstNumber: 1n, lastYear: null, lastNumber: null, lastOn: null } as const

function lastLabel(series: SeriesState) {
  return labelOf(series, series.lastYear ?? 0, series.lastNumber ?? 0n)
}

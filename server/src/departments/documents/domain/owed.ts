import { isSaleKind, type DocumentKind } from './document.ts'

export const ISSUED = ['at_payment', 'at_shipment', 'by_hand'] as const
export type Issued = (typeof ISSUED)[number]

export interface Refunded {
  readonly id: string
  readonly amount: number
  /** The change of the order that it went back for. */
  readonly amendment?: number | undefined
  /** The change of the order whose difference it had paid: that has a document of its own. */
  readonly supplement?: number | undefined
}

export interface Documented {
  readonly kind: DocumentKind
  readonly cause: string
}

export interface Owed {
  readonly sale: boolean
  /** Changes by which the order came to cost more: what was sold besides. */
  readonly supplements: readonly { readonly amendment: number; readonly cause: string }[]
  /** In the order in which the money went back. */
  readonly credits: readonly (Refunded & { readonly cause: string })[]
  /** Changes by which no money went back and what was sold, or its taxes, are others all the same. */
  readonly corrections: readonly { readonly amendment: number; readonly cause: string }[]
}

export const saleCause = (orderId: string) => `sale ${orderId}`
export const refundCause = (refundId: string) => `refund ${refundId}`
export const amendmentCause = (orderId: string, number: number) => `amendment ${orderId} ${number}`
export const packingCause = (orderId: string) => `packing ${orderId}`

export type Sent = 'nothing' | 'waiting' | 'left'

/** Of what is never sent nothing is waited for. */
function isDue(issued: Issued, sent: Sent): boolean {
  return issued === 'at_payment' || (issued === 'at_shipment' && sent !== 'waiting')
}

/**
 * Which documents an order lacks: one of the sale, once it is paid and the market issues by itself or somebody asks; then one for
 * each time that money went back, and for each change that was paid besides. What is there is never owed again, so that any fact may ask, in any order, however often.
 */
export function documentsOwed({
  paid,
  issued,
  sent,
  asked,
  there,
  refunds,
  supplements = [],
  corrections = [],
}: {
  readonly paid: boolean
  readonly issued: Issued
  /** What became of its sending: `nothing` of it is sent, or a parcel `left` or has not. */
  readonly sent: Sent
  readonly asked: boolean
  readonly there: readonly Documented[]
  readonly refunds: readonly Refunded[]
  readonly supplements?: readonly { readonly amendment: number; readonly cause: string }[]
  readonly corrections?: readonly { readonly amendment: number; readonly cause: string }[]
}): Owed {
  const documented = there.some(({ kind }) => isSaleKind(kind))
  const sale = !documented && paid && (asked || isDue(issued, sent))
  const causes = new Set(there.map(({ cause }) => cause))
  const credits = refunds
    .map((refund) => ({ ...refund, cause: refundCause(refund.id) }))
    .filter(({ cause, amount }) => amount > 0 && !causes.has(cause))
  const isDocumented = documented || sale
  return {
    sale,
    supplements: isDocumented ? supplements.filter(({ cause }) => !causes.has(cause)) : [],
    credits: isDocumented ? credits : [],
    corrections: isDocumented ? corrections.filter(({ cause }) => !causes.has(cause)) : [],
  }
}

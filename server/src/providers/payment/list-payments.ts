import { ApiError } from './api-error.ts'
import type { Desk } from './desk.ts'
import type { Payment } from './model.ts'

const pageSize = 100

/**
 * By reference: all tries of one payment of the shop. Since: what changed at or after an instant, oldest change first,
 * 100 a page; `next` goes into `after`. A payment that changes between two pages turns up again, later.
 */
export function listPayments(desk: Desk, query: URLSearchParams): { data: Payment[]; next: string | null } {
  const reference = query.get('reference')
  if (reference !== null) return { data: desk.book.paymentsOf(reference), next: null }
  const since = query.get('since') ?? ''
  if (Number.isNaN(Date.parse(since))) {
    throw new ApiError(400, 'invalid_request', 'Ask with "reference" or with "since", an ISO 8601 instant.')
  }
  const after = query.get('after') ?? new Date(since).toISOString()
  const data = [...desk.book.payments.values()]
    .filter((payment) => place(payment) > after)
    .toSorted((a, b) => (place(a) < place(b) ? -1 : 1))
  const page = data.slice(0, pageSize)
  const last = page.at(-1)
  return { data: page, next: data.length > pageSize && last !== undefined ? place(last) : null }
}

function place({ updatedAt, id }: Payment): string {
  return `${updatedAt} ${id}`
}

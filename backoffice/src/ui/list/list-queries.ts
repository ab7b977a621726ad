import { keepPreviousData, queryOptions, type QueryKey } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'
import type { KeysetPage } from '../use-keyset-list.ts'

/** Lists that declare their columns: each has `/columns`, `/count` and `/export` beside it. */
export type ListPath =
  | '/api/orders'
  | '/api/order-drafts'
  | '/api/products'
  | '/api/product-imports'
  | '/api/brands'
  | '/api/collections'
  | '/api/promotions'
  | '/api/price-lists'
  | '/api/customer-groups'
  | '/api/consent-purposes'
  | '/api/consents'
  | '/api/buyer-companies'
  | '/api/variants'
  | '/api/customers'
  | '/api/staff'
  | '/api/outsiders'
  | '/api/api-keys'
  | '/api/stock'
  | '/api/payments'
  | '/api/disputes'
  | '/api/documents'
  | '/api/parcels'
  | '/api/withdrawals'
  | '/api/bank-statements'
  | '/api/bank-entries'
  | '/api/direct-debits'
  | '/api/payment-runs'
  | '/api/gift-cards'
  | '/api/store-credits'
  | '/api/mails'
  | '/api/jobs'
  | '/api/audit'
  | '/api/ledger/entries'
  | '/api/todos'
  | '/api/projects'
  | '/api/recurrences'
  | '/api/templates'
  | '/api/approvals'
  | '/api/webhook-deliveries'
  | '/api/awaited-payouts'
  | '/api/payouts'
  | '/api/webhooks'

export type ListRow<Path extends ListPath> = RowOf<Got<Path>>
export type ListDeclaration = Got<'/api/orders/columns'>
export type ColumnDeclaration = ListDeclaration['columns'][number]
export type ExportFormat = 'csv' | 'xlsx'

/** What is asked of a list; it goes to the rows, the count and the export alike. */
export interface ListQuestion {
  readonly filter: readonly string[]
  readonly search: string | undefined
  readonly sort: string | undefined
}

const PAGE_ROWS = 100

let zoneOfThisDevice: string | undefined
/** Asked once: the answer takes as long as drawing a row. */
export const zone = () => (zoneOfThisDevice ??= Intl.DateTimeFormat().resolvedOptions().timeZone)

function queryOf({ filter, search, sort }: ListQuestion) {
  return { filter: [...filter], search, sort, zone: zone() }
}

// Every list is asked in the same way, and orders stand for it in the types; what a row looks like is its own.

export const listDeclaration = (department: string, path: ListPath, locale: string) =>
  queryOptions({
    queryKey: [department, 'columns', path, locale],
    queryFn: ({ signal }): Promise<ListDeclaration> =>
      answer(api.GET(`${path}/columns` as '/api/orders/columns', { signal })),
    staleTime: 5 * 60_000,
  })

export function listPages<Path extends ListPath>(
  department: string,
  path: Path,
  question: ListQuestion,
): {
  queryKey: QueryKey
  fetchPage: (after: string | undefined, signal: AbortSignal) => Promise<KeysetPage<ListRow<Path>>>
} {
  return {
    queryKey: [department, 'list', path, question],
    fetchPage: async (after, signal) => {
      const query = { ...queryOf(question), after, limit: PAGE_ROWS }
      const page = await answer(api.GET(path as '/api/orders', { params: { query }, signal }))
      return page as unknown as KeysetPage<ListRow<Path>>
    },
  }
}

export const listCount = (department: string, path: ListPath, question: ListQuestion) => {
  const { filter, search, zone: inZone } = queryOf(question)
  return queryOptions({
    queryKey: [department, 'count', path, filter, search],
    queryFn: ({ signal }) =>
      answer(
        api.GET(`${path}/count` as '/api/orders/count', {
          params: { query: { filter, search, zone: inZone } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  })
}

interface ExportRequest extends ListQuestion {
  readonly format: ExportFormat
  readonly columns: readonly string[]
}

/** The rows and columns that are shown, in their order. */
export function exportList(path: ListPath, { format, columns, ...question }: ExportRequest): Promise<Blob> {
  const query = { ...queryOf(question), format, columns: columns.join(','), bom: true }
  const asked = api.GET(`${path}/export` as '/api/orders/export', { params: { query }, parseAs: 'blob' })
  return answer(asked) as Promise<unknown> as Promise<Blob>
}

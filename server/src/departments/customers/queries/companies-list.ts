import { defineList } from '../../../host/lists/define-list.ts'
import { containing } from '../../../host/lists/search-text.ts'

interface CompanyRow {
  readonly id: string
  readonly legal_name: string
  readonly country: string
  readonly vat_number: string | null
  readonly buyers: bigint
  readonly created_at: Date
}

/** Companies that buy, the newest first. */
export const companiesList = defineList<CompanyRow, ReturnType<typeof toView>>({
  name: 'buyer-companies',
  namespace: 'customers',
  columns: {
    legalName: { type: 'text', sql: 'lower(o.legal_name)', sort: true },
    country: { type: 'text', sql: 'o.country', filter: ['is'] },
    vatNumber: { type: 'text', nullable: true },
    buyers: { type: 'integer' },
    createdAt: { type: 'instant', sql: 'o.created_at', filter: ['from', 'to', 'last'], sort: true },
  },
  from: 'FROM customers.company o',
  as: 'o',
  select: `o.id, o.legal_name, o.country, o.vat_number, o.created_at,
    (SELECT count(*) FROM (SELECT 1 FROM customers.customer c WHERE c.company_id = o.id LIMIT 10000) AS few) AS buyers`,
  keys: [{ sql: 'o.id', type: 'id' }],
  defaultSort: '-createdAt',
  search: { ways: [(words) => containing("lower(o.legal_name || ' ' || coalesce(o.vat_number, ''))", words)] },
  present: toView,
})

function toView({ id, legal_name, country, vat_number, buyers, created_at }: CompanyRow) {
  return {
    id,
    legalName: legal_name,
    country,
    vatNumber: vat_number,
    buyers: Number(buyers),
    createdAt: created_at.toISOString(),
  }
}

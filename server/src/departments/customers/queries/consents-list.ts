import { defineList } from '../../../host/lists/define-list.ts'
import { CONSENT_STATES, CONSENT_WAYS } from '../domain/consent.ts'

export { CONSENT_STATES, CONSENT_WAYS }

interface ConsentRow {
  readonly id: string
  readonly customer_id: string
  readonly name: string
  readonly email: string
  readonly purpose_id: string
  readonly names: Readonly<Record<string, string>>
  readonly state: string
  readonly since: Date
  readonly how: string
  readonly wording: number
  readonly proof: string | null
}

/** Who agreed to what, and who said no, the latest first. */
export const consentsList = defineList<ConsentRow, ReturnType<typeof toView>>({
  name: 'consents',
  namespace: 'customers',
  columns: {
    name: { type: 'text' },
    email: { type: 'text' },
    purpose: { type: 'text' },
    purposeId: { type: 'id', sql: 'c.purpose_id', filter: ['is'], shown: false },
    state: { type: 'enum', sql: 'c.state', values: CONSENT_STATES, filter: ['is', 'not'] },
    since: { type: 'instant', sql: 'c.since', filter: ['from', 'to', 'last'], sort: true },
    how: { type: 'enum', values: CONSENT_WAYS },
    wording: { type: 'integer' },
    proof: { type: 'text', nullable: true },
  },
  from: 'FROM customers.consent c',
  as: 'c',
  select: 'c.id, c.customer_id, c.purpose_id, c.state, c.since, u.name, u.email, p.names, r.how, r.wording, r.proof',
  details: `LEFT JOIN customers.customer u ON u.id = c.customer_id LEFT JOIN customers.consent_purpose p ON p.id = c.purpose_id
    LEFT JOIN customers.consent_record r ON r.consent_id = c.id AND r.number = c.records`,
  keys: [{ sql: 'c.id', type: 'id' }],
  defaultSort: '-since',
  present: toView,
})

function toView({ names, customer_id: customerId, purpose_id: purposeId, since, ...row }: ConsentRow, locale: string) {
  const purpose = names[locale] ?? names['en'] ?? ''
  return { ...row, customerId, purposeId, purpose, since: since.toISOString() }
}

import { defineList } from '../../../host/lists/define-list.ts'
import { containing } from '../../../host/lists/search-text.ts'
import { ASKING_PLACES, CONSENT_CHANNELS } from '../domain/consent.ts'

export { ASKING_PLACES, CONSENT_CHANNELS }

interface PurposeRow {
  readonly id: string
  readonly code: string
  readonly channel: string
  readonly names: Readonly<Record<string, string>>
  readonly wording: number
  readonly position: number
  readonly retired: boolean
  readonly soft: boolean
  readonly given: bigint
}

/** What the shop asks consent for, in its order; who agreed is counted up to 10,000. */
export const purposesList = defineList<PurposeRow, ReturnType<typeof toView>>({
  name: 'consent-purposes',
  namespace: 'customers',
  columns: {
    name: { type: 'text' },
    code: { type: 'text', sql: 'p.code', filter: ['is'], sort: true },
    channel: { type: 'enum', sql: 'p.channel', values: CONSENT_CHANNELS, filter: ['is'] },
    wording: { type: 'integer' },
    given: { type: 'integer' },
    softOptIn: { type: 'boolean' },
    retired: { type: 'boolean' },
    position: { type: 'integer', sql: 'p.position', sort: true },
  },
  from: 'FROM customers.consent_purpose p',
  as: 'p',
  select: `p.id, p.code, p.channel, p.names, p.wording, p.position, p.retired_at IS NOT NULL AS retired, p.soft_since IS NOT NULL AS soft,
    (SELECT count(*) FROM (SELECT 1 FROM customers.consent c WHERE c.purpose_id = p.id AND c.state = 'given' LIMIT 10000) AS few) AS given`,
  keys: [{ sql: 'p.id', type: 'id' }],
  defaultSort: 'position',
  search: { ways: [(words) => containing("lower(p.code || ' ' || p.names::text)", words)] },
  present: toView,
})

function toView({ names, code, given, soft, ...row }: PurposeRow, locale: string) {
  const name = names[locale] ?? names['en'] ?? code
  return { ...row, code, name, given: Number(given), softOptIn: soft }
}

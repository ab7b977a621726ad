import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { isUuid } from '../../../kernel/ids.ts'
import type { ConsentChannel, ConsentState } from '../domain/consent.ts'

/** What somebody may be sent for a purpose, as they see and change it themselves. */
export interface Preference {
  readonly code: string
  readonly channel: ConsentChannel
  readonly names: Readonly<Record<string, string>>
  /** In the words that are asked now; whoever agrees agrees to them. */
  readonly texts: Readonly<Record<string, string>>
  readonly wording: number
  /** Null: nothing was ever said. */
  readonly state: ConsentState | null
  readonly since: Date | null
  /** Written to without having agreed, until they object. */
  readonly softOptIn: boolean
}

/** Everything that is asked in a market, and everything that they once said something about, in the shop's order. */
export function listPreferences(
  reader: Pick<Database, 'rows'>,
  { customerId, market }: { readonly customerId: string; readonly market: string },
): Promise<Preference[]> {
  return reader.rows(sql<Preference>`
    SELECT p.code, p.channel, p.names, w.texts, p.wording, c.state, c.since, p.soft_since IS NOT NULL AS "softOptIn"
    FROM customers.consent_purpose p JOIN customers.consent_wording w ON w.purpose_id = p.id AND w.number = p.wording
    LEFT JOIN customers.consent c ON c.purpose_id = p.id AND c.customer_id = ${customerId}::uuid
    WHERE p.retired_at IS NULL
      AND (c.state IS NOT NULL OR (p.asked_at <> '{}' AND (p.markets = '{}' OR ${market} = ANY(p.markets))))
    ORDER BY p.position, p.id LIMIT 100`)
}

/** Who a link speaks of: enough of the address to know one's own, too little for anybody else. */
export async function findLinkedCustomer(
  reader: Pick<Database, 'row'>,
  customerId: string,
): Promise<{ readonly id: string; readonly maskedEmail: string } | undefined> {
  if (!isUuid(customerId)) return undefined
  const row = await reader.row(sql<{ email: string }>`SELECT email FROM customers.customer WHERE id = ${customerId}`)
  return row && { id: customerId, maskedEmail: row.email.replace(/^(.).*(?=@)/u, '$1•••') }
}

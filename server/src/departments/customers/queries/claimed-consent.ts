import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

export interface ClaimedConsent {
  readonly customerId: string
  readonly email: string
  readonly name: string
  /** In which the words were read. */
  readonly locale: string
  readonly names: Readonly<Record<string, string>>
  readonly texts: Readonly<Record<string, string>>
}

/** What waits for the owner of an address to confirm it; undefined once it does no more. */
export function findClaimedConsent(
  reader: Pick<Database, 'row'>,
  { consentId, number }: { readonly consentId: string; readonly number: number },
): Promise<ClaimedConsent | undefined> {
  return reader.row(sql<ClaimedConsent>`
    SELECT u.id AS "customerId", u.email, u.name, r.locale, p.names, w.texts
    FROM customers.consent c JOIN customers.customer u ON u.id = c.customer_id
    JOIN customers.consent_record r ON r.consent_id = c.id AND r.number = c.records
    JOIN customers.consent_purpose p ON p.id = c.purpose_id
    JOIN customers.consent_wording w ON w.purpose_id = r.purpose_id AND w.number = r.wording
    WHERE c.id = ${consentId} AND c.records = ${number} AND c.state = 'claimed' AND p.retired_at IS NULL`)
}

import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { ConsentChannel, ConsentState, ConsentWay } from '../domain/consent.ts'

type Texts = Readonly<Record<string, string>>

export interface ConsentRecordView {
  readonly number: number
  readonly act: ConsentState
  readonly at: string
  readonly how: ConsentWay
  readonly wording: number
  /** The very words, in the language in which they were read. */
  readonly text: string
  readonly proof: string | null
  readonly network: string | null
  readonly by: string
  readonly reason: string | null
}

export interface ConsentOfCustomer {
  readonly purpose: string
  readonly name: string
  readonly channel: ConsentChannel
  readonly retired: boolean
  readonly softOptIn: boolean
  /** Null: nothing was ever said. */
  readonly state: ConsentState | null
  /** The newest first, 50 at most. */
  readonly records: readonly ConsentRecordView[]
}

/** Every purpose with what a customer said about it, in the shop's order; retired ones only where they said something. */
export async function listConsentsOf(
  reader: Pick<Database, 'rows'>,
  customerId: string,
  locale: string,
): Promise<ConsentOfCustomer[]> {
  const rows = await reader.rows(sql<Omit<ConsentOfCustomer, 'name'> & { readonly names: Texts }>`
    SELECT p.code AS purpose, p.names, p.channel, p.retired_at IS NOT NULL AS retired, p.soft_since IS NOT NULL AS "softOptIn", c.state,
      coalesce((SELECT jsonb_agg(to_jsonb(one) ORDER BY one.number DESC) FROM (
        SELECT r.number, r.act, to_char(r.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, r.how, r.wording,
          coalesce(w.texts ->> r.locale, w.texts ->> 'en') AS text, r.proof, r.network, r.actor AS by, r.reason
        FROM customers.consent_record r
        JOIN customers.consent_wording w ON w.purpose_id = r.purpose_id AND w.number = r.wording
        WHERE r.consent_id = c.id ORDER BY r.number DESC LIMIT 50) one), '[]') AS records
    FROM customers.consent_purpose p
    LEFT JOIN customers.consent c ON c.purpose_id = p.id AND c.customer_id = ${customerId}::uuid
    WHERE p.retired_at IS NULL OR c.state IS NOT NULL
    ORDER BY p.position, p.id LIMIT 100`)
  return rows.map(({ names, ...row }) => ({ ...row, name: names[locale] ?? names['en'] ?? row.purpose }))
}

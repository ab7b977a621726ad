import type { Database } from '../../../host/database/pool.ts'
import { fragment, sql } from '../../../host/database/sql.ts'
import { grantPermit, type Permit } from '../../../host/mail/permit.ts'
import type { ConsentChannel } from '../domain/consent.ts'

/** For what somebody is to be reached, and how: a purpose is for one channel alone. */
export interface Contact {
  /** Code of the purpose. */
  readonly purpose: string
  readonly channel: ConsentChannel
}

/** On what ground: they agreed (GDPR, art. 6(1)(a)), or bought and did not object (Directive 2002/58/EC, art. 13(2)). */
export type ContactGround = 'consent' | 'soft_opt_in'

interface Reached {
  readonly subject: string
  readonly email: string
  readonly ground: ContactGround
}

/**
 * The permit to reach somebody now; undefined: they may not be. Ask in the transaction that sends; whoever sends asks again right before it
 * goes out (host/mail/send-mail.ts does), since between the two they may have said no.
 */
export async function mayContact(
  reader: Pick<Database, 'row'>,
  { subject, purpose, channel }: Contact & { readonly subject: string },
): Promise<Permit | undefined> {
  const row = await reader.row(sql<Reached>`
    SELECT u.id AS subject, u.email, CASE WHEN c.state = 'given' THEN 'consent' ELSE 'soft_opt_in' END AS ground
    FROM customers.consent_purpose p JOIN customers.customer u ON u.id = ${subject}::uuid
    LEFT JOIN customers.consent c ON c.purpose_id = p.id AND c.customer_id = u.id
    WHERE p.code = ${purpose} AND p.channel = ${channel} AND p.retired_at IS NULL
      AND (c.state = 'given' OR (c.state IS NULL AND ${boughtSince(fragment`${subject}::uuid`)}))`)
  return row && grantPermit({ ...row, purpose, channel })
}

/** Permits of all who may be reached, by id, so that a long sending goes on where it was interrupted: `after` is the last one of the page before. */
export async function sendableTo(
  reader: Pick<Database, 'rows'>,
  { purpose, channel, after, limit }: Contact & { readonly after?: string | undefined; readonly limit: number },
): Promise<Permit[]> {
  const first = after ?? '00000000-0000-0000-0000-000000000000'
  const rows = await reader.rows(sql<Reached>`
    WITH asked AS (
      SELECT p.id, p.soft_since FROM customers.consent_purpose p
      WHERE p.code = ${purpose} AND p.channel = ${channel} AND p.retired_at IS NULL),
    reached AS ((SELECT c.customer_id AS "customerId", 'consent' AS ground FROM asked p
      JOIN customers.consent c ON c.purpose_id = p.id AND c.state = 'given'
      WHERE c.customer_id > ${first}::uuid ORDER BY c.customer_id LIMIT ${limit})
    UNION ALL
    (SELECT DISTINCT b.customer_id, 'soft_opt_in' FROM asked p JOIN customers.purchase b ON b.placed_at >= p.soft_since
      WHERE b.customer_id > ${first}::uuid
        AND NOT EXISTS (SELECT 1 FROM customers.consent c WHERE c.purpose_id = p.id AND c.customer_id = b.customer_id)
      ORDER BY b.customer_id LIMIT ${limit})
    ORDER BY 1 LIMIT ${limit})
    SELECT r."customerId" AS subject, u.email, r.ground FROM reached r JOIN customers.customer u ON u.id = r."customerId" ORDER BY 1`)
  return rows.map((row) => grantPermit({ ...row, purpose, channel }))
}

/** Bought, and paid for, since the shop began to say beside the order that it would write and how to object. */
const boughtSince = (customer: ReturnType<typeof fragment>) => fragment`EXISTS (
  SELECT 1 FROM customers.purchase b WHERE b.customer_id = ${customer} AND b.placed_at >= p.soft_since)`

import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { AskingPlace, PurposeDraft } from '../domain/consent.ts'
import { refusals } from '../domain/refusals.ts'

type Reader = Pick<Database, 'row' | 'rows'>

/** A purpose as a page asks for it. */
export interface AskedPurpose {
  readonly code: string
  /** Number of the wording that is read; goes back with the box. */
  readonly wording: number
  readonly names: Readonly<Record<string, string>>
  readonly texts: Readonly<Record<string, string>>
  /** They may be written to unless they object: the box is one of objection. */
  readonly softOptIn: boolean
}

/**
 * What is asked in a market at a place, in the shop's order. Who is signed in is not asked again for what they gave, nor, where the shop
 * may write until they object, once they objected.
 */
export function listAskedPurposes(
  reader: Reader,
  {
    market,
    place,
    customerId,
  }: { readonly market: string; readonly place: AskingPlace; readonly customerId?: string | undefined },
): Promise<AskedPurpose[]> {
  return reader.rows(sql<AskedPurpose>`
    SELECT p.code, p.wording, p.names, w.texts, p.soft_since IS NOT NULL AS "softOptIn"
    FROM customers.consent_purpose p JOIN customers.consent_wording w ON w.purpose_id = p.id AND w.number = p.wording
    LEFT JOIN customers.consent c ON c.purpose_id = p.id AND c.customer_id = ${customerId ?? null}::uuid
    WHERE p.retired_at IS NULL AND ${place} = ANY(p.asked_at) AND (p.markets = '{}' OR ${market} = ANY(p.markets))
      AND (c.state IS NULL OR (c.state <> 'given' AND p.soft_since IS NULL))
    ORDER BY p.position, p.id LIMIT 50`)
}

export interface WordingView {
  readonly number: number
  readonly texts: Readonly<Record<string, string>>
  readonly madeAt: Date
  readonly madeBy: string
}

export interface PurposeView extends PurposeDraft {
  readonly id: string
  readonly code: string
  readonly version: number
  readonly wording: number
  /** How many agreed, counted up to 10,000. */
  readonly given: number
  /** The newest first. */
  readonly wordings: readonly WordingView[]
}

export async function getPurpose(reader: Reader, id: string): Promise<Result<PurposeView>> {
  const [row, wordings] = await Promise.all([
    reader.row(sql<Omit<PurposeView, 'wordings' | 'texts'>>`
      SELECT id, code, channel, names, markets, asked_at AS "askedAt", confirmed, soft_since IS NOT NULL AS "softOptIn", position,
        wording, retired_at IS NOT NULL AS retired, version,
        (SELECT count(*)::int FROM (SELECT 1 FROM customers.consent c WHERE c.purpose_id = ${id} AND c.state = 'given' LIMIT 10000)
          AS few) AS given
      FROM customers.consent_purpose WHERE id = ${id}`),
    reader.rows(sql<WordingView>`
      SELECT number, texts, made_at AS "madeAt", made_by AS "madeBy" FROM customers.consent_wording
      WHERE purpose_id = ${id} ORDER BY number DESC LIMIT 200`),
  ])
  return row ? ok({ ...row, texts: wordings[0]?.texts ?? {}, wordings }) : refusals.consent_purpose_not_found()
}

export async function purposeExists(reader: Pick<Database, 'row'>, id: string): Promise<boolean> {
  return isUuid(id) && (await reader.row(sql`SELECT 1 FROM customers.consent_purpose WHERE id = ${id}`)) !== undefined
}

/** Id -> name in a language. */
export async function purposeTitles(
  reader: Pick<Database, 'rows'>,
  ids: readonly string[],
  locale: Locale,
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(sql<{ id: string; title: string }>`
    SELECT id, coalesce(names ->> ${locale}, names ->> 'en', code) AS title FROM customers.consent_purpose
    WHERE id = ANY(${ids.filter(isUuid)}::uuid[])`)
  return new Map(rows.map(({ id, title }) => [id, title]))
}

/** By which lists of consents are narrowed, in the shop's order. */
export async function listPurposeChoices(
  reader: Pick<Database, 'rows'>,
  locale: Locale,
): Promise<{ value: string; label: string }[]> {
  return reader.rows(sql<{ value: string; label: string }>`
    SELECT id AS value, coalesce(names ->> ${locale}, names ->> 'en', code) AS label FROM customers.consent_purpose
    ORDER BY position, id LIMIT 500`)
}

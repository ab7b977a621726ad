import type { Database } from '../database/pool.ts'
import { sql } from '../database/sql.ts'
import type { Locale } from '../i18n/locales.ts'
import type { Template } from './template.ts'

export interface FoundTemplate {
  readonly templateId: string
  readonly version: number
  readonly content: Template
}

/** The shop's own templates that could serve, the nearest first: of market and language, then of the language anywhere. */
export function findTemplates(
  reader: Pick<Database, 'rows'>,
  { kind, market, locale }: { readonly kind: string; readonly market: string | undefined; readonly locale: Locale },
): Promise<FoundTemplate[]> {
  return reader.rows(sql<FoundTemplate>`
    SELECT t.id AS "templateId", v.version, v.content
    FROM host.mail_template t JOIN host.mail_template_version v ON v.template_id = t.id AND v.version = t.version
    WHERE t.kind = ${kind} AND t.locale = ${locale} AND (t.market IS NULL OR t.market = ${market ?? null})
      AND v.content IS NOT NULL
    ORDER BY t.market NULLS LAST`)
}

import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Template } from '../../../host/mail/template.ts'

/** Which template: of a kind, in a language, for one market or (null) for all without one of their own. */
export interface TemplateKey {
  readonly kind: string
  readonly locale: string
  readonly market: string | null
}

export interface KeptTemplate extends TemplateKey {
  readonly id: string
  readonly version: number
  /** Null: the house's own words are in force again. */
  readonly content: Template | null
  readonly savedAt: Date
  readonly actor: string
}

export interface TemplateVersion {
  readonly version: number
  readonly content: Template | null
  readonly reason: string
  readonly actor: string
  readonly savedAt: Date
}

type Reader = Pick<Database, 'rows' | 'row'>

/** All that the shop has written, with what is in force of it. */
export function listTemplates(reader: Reader): Promise<KeptTemplate[]> {
  return reader.rows(sql<KeptTemplate>`
    SELECT t.id, t.kind, t.locale, t.market, t.version, v.content, v.saved_at AS "savedAt", v.actor
    FROM host.mail_template t JOIN host.mail_template_version v ON v.template_id = t.id AND v.version = t.version
    ORDER BY t.kind, t.locale, t.market NULLS FIRST`)
}

export function findTemplate(reader: Reader, { kind, locale, market }: TemplateKey): Promise<KeptTemplate | undefined> {
  return reader.row(sql<KeptTemplate>`
    SELECT t.id, t.kind, t.locale, t.market, t.version, v.content, v.saved_at AS "savedAt", v.actor
    FROM host.mail_template t JOIN host.mail_template_version v ON v.template_id = t.id AND v.version = t.version
    WHERE t.kind = ${kind} AND t.locale = ${locale} AND t.market IS NOT DISTINCT FROM ${market}`)
}

/** The newest first. */
export function listVersions(reader: Reader, templateId: string): Promise<TemplateVersion[]> {
  return reader.rows(sql<TemplateVersion>`
    SELECT version, content, reason, actor, saved_at AS "savedAt" FROM host.mail_template_version
    WHERE template_id = ${templateId} ORDER BY version DESC LIMIT 200`)
}

export async function findVersion(
  reader: Reader,
  templateId: string,
  version: number,
): Promise<{ readonly content: Template | null } | undefined> {
  return reader.row(sql<{ content: Template | null }>`
    SELECT content FROM host.mail_template_version WHERE template_id = ${templateId} AND version = ${version}`)
}

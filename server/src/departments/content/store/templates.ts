import type { Context } from '../../../host/context.ts'
import { actorText } from '../../../host/context.ts'
import { jsonText } from '../../../host/database/json.ts'
import { sql } from '../../../host/database/sql.ts'
import type { Template } from '../../../host/mail/template.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import type { TemplateKey } from '../queries/templates.ts'

export interface LockedTemplate {
  readonly id: string
  readonly version: number
}

/** Under lock, if the shop has one. */
export function lockTemplate(ctx: Context, { kind, locale, market }: TemplateKey): Promise<LockedTemplate | undefined> {
  return ctx.tx.row(sql<LockedTemplate>`
    SELECT id, version FROM host.mail_template
    WHERE kind = ${kind} AND locale = ${locale} AND market IS NOT DISTINCT FROM ${market} FOR UPDATE`)
}

interface Save {
  readonly held: LockedTemplate | undefined
  readonly content: Template | null
  readonly reason: string
}

/** The next version, which is in force with it. Without content the house's own words are. */
export function saveVersion(ctx: Context, { kind, locale, market }: TemplateKey, { held, content, reason }: Save) {
  const id = held?.id ?? ctx.newId<'mail_template'>()
  const version = (held?.version ?? 0) + 1
  ctx.tx.later(
    held
      ? sql`UPDATE host.mail_template SET version = ${version} WHERE id = ${id}`
      : sql`INSERT INTO host.mail_template (id, kind, locale, market, version)
          VALUES (${id}, ${kind}, ${locale}, ${market}, ${version})`,
    // Two people who write the first version at once.
    { refusals: { mail_template_kind_locale_market_key: () => hostRefusals.version_conflict() } },
  )
  ctx.tx.later(sql`
    INSERT INTO host.mail_template_version (template_id, version, content, reason, actor, saved_at)
    VALUES (${id}, ${version}, ${content === null ? null : jsonText(content)}::jsonb, ${reason}, ${actorText(ctx.actor)}, ${ctx.now})`)
  return { id, version }
}

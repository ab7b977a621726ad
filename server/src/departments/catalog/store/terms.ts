import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { SavedTerm, Term } from '../domain/translation.ts'

export function lockTerm(ctx: Context, code: string): Promise<SavedTerm | undefined> {
  return ctx.tx.row(sql<SavedTerm>`
    SELECT code, names, kept, note, version FROM catalog.term WHERE code = ${code} FOR UPDATE`)
}

export function writeTerm(ctx: Context, { code, names, kept, note }: Term, version: number): void {
  ctx.tx.later(sql`
    INSERT INTO catalog.term (code, names, kept, note, version, updated_at)
    VALUES (${code}, ${JSON.stringify(names)}::jsonb, ${kept}, ${note}, ${version}, ${ctx.now})
    ON CONFLICT (code) DO UPDATE SET names = excluded.names, kept = excluded.kept, note = excluded.note,
      version = excluded.version, updated_at = excluded.updated_at`)
}

export function deleteTerm(ctx: Context, code: string): void {
  ctx.tx.later(sql`DELETE FROM catalog.term WHERE code = ${code}`)
}

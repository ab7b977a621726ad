import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import type { LocationToSave } from '../domain/location.ts'

export function upsertLocations(ctx: Context, locations: readonly LocationToSave[]): void {
  ctx.tx.later(sql`
    INSERT INTO inventory.location (id, code, name, kind, country)
    SELECT * FROM unnest(${locations.map(() => ctx.newId())}::uuid[], ${locations.map((l) => l.code)}::text[],
      ${locations.map((l) => l.name)}::text[], ${locations.map((l) => l.kind)}::text[], ${locations.map((l) => l.country)}::text[])
    ON CONFLICT (code) DO UPDATE SET name = excluded.name, kind = excluded.kind, country = excluded.country`)
}

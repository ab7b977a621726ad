import type { Context } from '../../../host/context.ts'
import { sql } from '../../../host/database/sql.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import type { LocationToSave } from '../domain/location.ts'

export type VersionedLocation = LocationToSave & { readonly version: number }

export function lockLocation(ctx: Context, code: string): Promise<VersionedLocation | undefined> {
  return ctx.tx.row(sql<VersionedLocation>`
    SELECT code, name, kind, country, version FROM inventory.location WHERE code = ${code} FOR UPDATE`)
}

export function insertLocation(ctx: Context, { code, name, kind, country }: LocationToSave): void {
  ctx.tx.later(
    sql`INSERT INTO inventory.location (id, code, name, kind, country) VALUES (${ctx.newId()}, ${code}, ${name}, ${kind}, ${country})`,
    // Two people who make the same code at once: one did, the other must look at it.
    { refusals: { location_code_key: () => hostRefusals.version_conflict() } },
  )
}

export function updateLocation(ctx: Context, { code, name, kind, country }: LocationToSave): void {
  ctx.tx.later(sql`
    UPDATE inventory.location SET name = ${name}, kind = ${kind}, country = ${country}, version = version + 1
    WHERE code = ${code}`)
}

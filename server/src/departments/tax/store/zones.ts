import type { Context } from '../../../host/context.ts'
import { raiseContentVersion } from '../../../host/database/content-version.ts'
import { sql } from '../../../host/database/sql.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import type { TaxZone } from '../domain/tax-zone.ts'
import type { VersionedZone } from '../queries/list-zones.ts'

export function lockZone(ctx: Context, code: string): Promise<VersionedZone | undefined> {
  return ctx.tx.row(sql<VersionedZone>`
    SELECT code, name, country, regions, postcodes, instead, version FROM tax.zone WHERE code = ${code} FOR UPDATE`)
}

export function insertZone(ctx: Context, { code, name, country, regions, postcodes, instead }: TaxZone): void {
  raiseContentVersion(ctx, 'tax')
  ctx.tx.later(
    sql`
    INSERT INTO tax.zone (code, name, country, regions, postcodes, instead)
    VALUES (${code}, ${name}, ${country}, ${regions}::text[], ${postcodes}::text[], ${instead})`,
    { refusals: { zone_pkey: () => hostRefusals.version_conflict() } },
  )
}

export function updateZone(ctx: Context, { code, name, regions, postcodes, instead }: TaxZone): void {
  raiseContentVersion(ctx, 'tax')
  ctx.tx.later(sql`
    UPDATE tax.zone SET name = ${name}, regions = ${regions}::text[], postcodes = ${postcodes}::text[], instead = ${instead},
      version = version + 1
    WHERE code = ${code}`)
}

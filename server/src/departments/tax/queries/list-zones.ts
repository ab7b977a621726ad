import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { TaxZone } from '../domain/tax-zone.ts'

export type VersionedZone = TaxZone & { readonly version: number }

const MOST = 500

export function listZones(reader: Pick<Database, 'rows'>): Promise<VersionedZone[]> {
  return reader.rows(sql<VersionedZone>`
    SELECT code, name, country, regions, postcodes, instead, version FROM tax.zone ORDER BY country, name, code LIMIT ${MOST}`)
}

export function findZone(reader: Pick<Database, 'row'>, code: string): Promise<VersionedZone | undefined> {
  return reader.row(sql<VersionedZone>`
    SELECT code, name, country, regions, postcodes, instead, version FROM tax.zone WHERE code = ${code}`)
}

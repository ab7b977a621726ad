import { sql } from '../database/sql.ts'
import type { Migration } from '../database/migrate.ts'
import type { House } from '../context.ts'
import type { Organisations } from '../organisations/organisations.ts'

export interface Readiness {
  readonly ready: boolean
  /** What is missing, in words without names of people or places. */
  readonly reason?: string
}

/**
 * Ready: the registry answers, and every organisation has all migrations of this version. Schemas only move forward, so an
 * organisation that was current once is not asked again.
 */
export function openReadiness(
  organisations: Organisations,
  migrations: readonly Migration[],
): () => Promise<Readiness> {
  const current = new Set<string>()
  return async () => {
    try {
      await organisations.registry.row(sql`SELECT 1 AS one`)
      for (const house of await organisations.list()) {
        if (current.has(house.organisation.id)) continue
        if (!(await isCurrent(house, migrations))) return { ready: false, reason: 'migrations are pending' }
        current.add(house.organisation.id)
      }
      return { ready: true }
    } catch {
      return { ready: false, reason: 'the database does not answer' }
    }
  }
}

async function isCurrent(house: House, migrations: readonly Migration[]): Promise<boolean> {
  const applied = await house.database.rows(sql<{ key: string }>`
    SELECT schema_name || '/' || name AS key FROM host.migration`)
  const keys = new Set(applied.map((row) => row.key))
  return migrations.every(({ schema, name }) => keys.has(`${schema}/${name}`))
}

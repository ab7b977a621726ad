import { createHash } from 'node:crypto'
import type { TestHouse } from './test-house.ts'

/** Table -> how many rows and a digest of all that they hold. */
export type HouseState = Readonly<Record<string, string>>

/**
 * Everything that a house's database holds, so that a test can prove that nothing changed:
 *
 *   const before = await stateOf(house)
 *   ... a refusal ...
 *   assert.deepEqual(await stateOf(house), before)
 */
export async function stateOf(house: TestHouse): Promise<HouseState> {
  const tables = await house.asOwner<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  )
  const one = ({ name }: { name: string }) => `SELECT '${name}' AS name, t::text AS row FROM ${name} t`
  const rows = await house.asOwner<{ name: string; row: string }>(
    `${tables.map(one).join(' UNION ALL ')} ORDER BY name, row`,
  )
  const byTable = Map.groupBy(rows, (row) => row.name)
  return Object.fromEntries([...byTable].map(([name, held]) => [name, `${held.length} rows ${digestOf(held)}`]))
}

function digestOf(rows: readonly { row: string }[]): string {
  const hash = createHash('sha256')
  for (const { row } of rows) hash.update(row).update('\n')
  return hash.digest('hex').slice(0, 12)
}

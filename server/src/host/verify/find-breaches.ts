import pg from 'pg'
import { readInvariants, type Invariant } from './invariants.ts'

export interface Breach {
  readonly name: string
  readonly rows: readonly Record<string, unknown>[]
}

export interface Verification {
  readonly held: readonly string[]
  readonly breaches: readonly Breach[]
  /** Rules whose views no department has brought yet. */
  readonly skipped: readonly { readonly name: string; readonly missing: readonly string[] }[]
}

/**
 * Runs every invariant in one REPEATABLE READ READ ONLY transaction: one snapshot, so that what changes meanwhile cannot
 * look like a breach, and nothing can be changed by looking.
 */
export async function findBreaches(
  url: string,
  invariants: readonly Invariant[] = readInvariants(),
): Promise<Verification> {
  const client = new pg.Client({ connectionString: url, application_name: 'fondaco verify' })
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    return await examine(client, invariants)
  } finally {
    await client.end()
  }
}

async function examine(client: pg.Client, invariants: readonly Invariant[]): Promise<Verification> {
  const { rows: views } = await client.query<{ viewname: string }>(
    `SELECT viewname FROM pg_views WHERE schemaname = 'verify'`,
  )
  const present = new Set(views.map((view) => view.viewname))
  const held: string[] = []
  const breaches: Breach[] = []
  const skipped: { name: string; missing: string[] }[] = []
  for (const { code, title, needs, query } of invariants) {
    const name = `${code} ${title}`
    const missing = needs.filter((view) => !present.has(view))
    if (missing.length > 0) {
      skipped.push({ name, missing })
      continue
    }
    const { rows } = await client.query<Record<string, unknown>>(query)
    if (rows.length === 0) held.push(name)
    else breaches.push({ name, rows })
  }
  return { held, breaches, skipped }
}

/** Migrations that are killed: R7 of the promises. Run again, they come to the same database as if nobody had disturbed them. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { migrate } from '../../server/src/host/database/migrate.ts'
import { atDatabase } from '../../server/src/host/organisations/address.ts'
import { createTestHouse, type TestHouse } from '../../server/src/testing/test-house.ts'

export interface MigrationCourse {
  readonly house: TestHouse
  /** What the migrations make undisturbed. */
  readonly whole: Shape
}

type Shape = Readonly<Record<string, readonly string[]>>

/** What a database is made of, and what the application may do with it. */
const PARTS: Readonly<Record<string, string>> = {
  migrations: `SELECT concat_ws(' ', schema_name, name, checksum) AS one FROM host.migration`,
  columns: `SELECT concat_ws(' ', table_schema, table_name, column_name, data_type, is_nullable, column_default) AS one
    FROM information_schema.columns WHERE table_schema NOT IN ('pg_catalog', 'information_schema')`,
  constraints: `SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS one FROM pg_constraint`,
  indexes: `SELECT indexdef AS one FROM pg_indexes WHERE schemaname <> 'pg_catalog'`,
  views: `SELECT concat_ws(' ', schemaname, viewname, definition) AS one FROM pg_views WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  rights: `SELECT concat_ws(' ', table_schema, table_name, privilege_type) AS one FROM information_schema.role_table_grants WHERE grantee = 'fondaco_app'`,
  final: 'SELECT name AS one FROM host.final_table',
}

export async function onMigrationCourse(races: (course: MigrationCourse) => Promise<void>): Promise<void> {
  const house = await createTestHouse()
  try {
    await races({ house, whole: await shapeOf(house.ownerUrl) })
  } finally {
    await house.close()
  }
}

/** Killed again and again, each time at another moment, until it was left alone long enough to end. */
export async function killMigrations(
  { house, whole }: MigrationCourse,
  { kills, longestMs, chance }: { readonly kills: number; readonly longestMs: number; readonly chance: () => number },
): Promise<void> {
  await onEmptyDatabase(house, async (url) => {
    for (let kill = 0; kill < kills; kill += 1) {
      const running = migrate(url, house.blueprint.migrations).catch(() => undefined)
      await wait(chance() * longestMs)
      await terminate(house, url)
      await running
    }
    await migrate(url, house.blueprint.migrations)
    assert.deepEqual(await shapeOf(url), whole)
  })
}

/** After the last file, where only the rights of the application are missing. */
export async function killBeforeRights({ house, whole }: MigrationCourse): Promise<void> {
  const { migrations } = house.blueprint
  await onEmptyDatabase(house, async (url) => {
    await migrate(url, migrations.slice(0, -1))
    const holder = new pg.Client({ connectionString: url })
    await holder.connect()
    try {
      await holder.query('BEGIN')
      await holder.query('GRANT DELETE ON host.migration TO fondaco_app')
      const running = migrate(url, migrations).catch(() => undefined)
      while (!(await terminate(house, url, 'Lock'))) await wait(10)
      await running
    } finally {
      await holder.end()
    }
    await migrate(url, migrations)
    assert.deepEqual(await shapeOf(url), whole)
  })
}

async function onEmptyDatabase(house: TestHouse, work: (url: string) => Promise<void>): Promise<void> {
  const name = `test_migrated_${randomBytes(6).toString('hex')}`
  await house.asOwner(`CREATE DATABASE ${name}`)
  try {
    await work(atDatabase(house.ownerUrl, name))
  } finally {
    await house.asOwner(`DROP DATABASE ${name} WITH (FORCE)`)
  }
}

/** Whether anybody was there to kill. */
async function terminate(house: TestHouse, url: string, waitsFor?: string): Promise<boolean> {
  const killed = await house.asOwner(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name = 'fondaco migrate' AND datname = $1 AND ($2::text IS NULL OR wait_event_type = $2)`,
    [new URL(url).pathname.slice(1), waitsFor ?? null],
  )
  return killed.length > 0
}

async function shapeOf(url: string): Promise<Shape> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const parts: [string, readonly string[]][] = []
    for (const [part, text] of Object.entries(PARTS)) {
      const { rows } = await client.query<{ one: string }>(text)
      parts.push([part, rows.map(({ one }) => one).toSorted()])
    }
    return Object.fromEntries(parts)
  } finally {
    await client.end()
  }
}

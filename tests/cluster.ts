/**
 * One PostgreSQL in memory for the tests. `npm test` starts one for the whole run (`startTestCluster`); a file that runs
 * alone joins one that all such files on this machine share (`joinTestCluster`): who comes first starts it, who leaves last
 * stops it, and its template database waits there for the next run.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startPostgres, type RunningPostgres } from '../server/src/host/postgres/launcher.ts'

export const CLUSTER_SETTING = 'FONDACO_TEST_CLUSTER'

export interface TestCluster {
  /** The owner's address of the database `postgres`. */
  readonly url: string
  stop(): Promise<void>
}

const JOINED = 7_206_202_620
const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

/** A cluster of its own, removed at the end. Test files find it by the environment. */
export async function startTestCluster(): Promise<TestCluster> {
  const given = process.env[CLUSTER_SETTING]
  if (given) return { url: given, stop: async () => {} }
  const dataFolder = await mkdtemp(join(memory, 'fondaco-test-'))
  const server = await start(dataFolder)
  const url = server.ownerUrl('postgres')
  process.env[CLUSTER_SETTING] = url
  return {
    url,
    async stop() {
      delete process.env[CLUSTER_SETTING]
      await server.stop()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

/** The cluster that files run alone share. Only the last to leave stops it. */
export async function joinTestCluster(): Promise<TestCluster> {
  const given = process.env[CLUSTER_SETTING]
  if (given) return { url: given, stop: async () => {} }
  for (let attempt = 0; ; attempt++) {
    const server = await start(join(memory, sharedName()))
    const url = server.ownerUrl('postgres')
    const client = new pg.Client({ connectionString: url, application_name: 'fondaco tests' })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.query('SELECT pg_advisory_lock_shared($1)', [JOINED])
      ;(client as pg.Client & { unref(): void }).unref()
      return { url, stop: () => leave(server, client) }
    } catch (error) {
      // The last one of another run was just stopping it.
      await client.end().catch(() => {})
      if (attempt >= 5) throw error
    }
  }
}

async function leave(server: RunningPostgres, client: pg.Client): Promise<void> {
  await client.query('SELECT pg_advisory_unlock_shared($1)', [JOINED])
  const { rows } = await client.query<{ last: boolean }>('SELECT pg_try_advisory_lock($1) AS last', [JOINED])
  // Stopped while the lock is held: who comes meanwhile waits for it, is sent away, and starts the server anew.
  if (rows[0]?.last) await server.stop()
  await client.end().catch(() => {})
}

function sharedName(): string {
  const here = createHash('sha256')
    .update(import.meta.filename)
    .digest('hex')
    .slice(0, 8)
  return `fondaco-tests-${process.getuid?.() ?? 'user'}-${here}`
}

function start(dataFolder: string): Promise<RunningPostgres> {
  return startPostgres({
    dataFolder,
    durability: 'none',
    onProgress: () => {},
    settings: {
      shared_buffers: '64MB',
      max_connections: '300',
      autovacuum: 'off',
      wal_level: 'minimal',
      max_wal_senders: '0',
    },
  })
}

import { join } from 'node:path'
import pg from 'pg'
import { assertDurability } from './asserts.ts'
import { ownerName } from './cluster.ts'
import { codeOf } from './problem.ts'

export interface Endpoint {
  port: number
  socketFolder: string | undefined
}

export type Answer =
  | { kind: 'ready'; version: string; faults: string[]; endpoint: Endpoint }
  /** It lives and takes no sessions yet (57P03: starting, recovering) or no more (stopping). */
  | { kind: 'busy'; stopping: boolean }
  | { kind: 'refused-password' }
  | { kind: 'silent'; error: unknown }

// Linux allows 107 bytes, macOS 103.
const socketPathLimit = 100

export function fitsSocket(socketFolder: string, port: number): boolean {
  return Buffer.byteLength(join(socketFolder, `.s.PGSQL.${port}`)) < socketPathLimit
}

/** Asks by socket, else by loopback; the endpoint of the answer is the way that worked. */
export async function askServer({ port, socketFolder }: Endpoint, password: string): Promise<Answer> {
  const loopback: Endpoint = { port, socketFolder: undefined }
  if (!socketFolder) return await askAt(loopback, password)
  const socket: Endpoint = { port, socketFolder }
  const first = await askAt(socket, password)
  if (first.kind !== 'silent') return first
  const second = await askAt(loopback, password)
  if (second.kind !== 'ready') return second
  // The server may have opened both between the two questions.
  const third = await askAt(socket, password)
  return third.kind === 'ready' ? third : second
}

async function askAt(endpoint: Endpoint, password: string): Promise<Answer> {
  const client = new pg.Client({ connectionString: ownerUrl(endpoint, password, 'postgres'), ...patience })
  // A server that dies under us shows itself in the query's own error.
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version')
    const faults = await assertDurability(client)
    return { kind: 'ready', version: rows[0]?.server_version ?? '', faults, endpoint }
  } catch (error) {
    return classify(error)
  } finally {
    await client.end().catch(() => undefined)
  }
}

const patience = { connectionTimeoutMillis: 2_000, query_timeout: 2_000, application_name: 'fondaco launcher' }

function classify(error: unknown): Answer {
  const code = codeOf(error)
  const message = error instanceof Error ? error.message : ''
  if (code === '57P03') return { kind: 'busy', stopping: message.includes('shutting down') }
  if (code === '28P01' || code === '28000') return { kind: 'refused-password' }
  return { kind: 'silent', error }
}

/** `host` in the query wins over the host of the address, for pg and libpq alike, and `new URL` still reads the whole. */
export function ownerUrl({ port, socketFolder }: Endpoint, password: string, database: string): string {
  const name = encodeURIComponent(database)
  if (!socketFolder) return `postgresql://${ownerName}:${password}@127.0.0.1:${port}/${name}`
  return `postgresql://${ownerName}:${password}@localhost:${port}/${name}?host=${encodeURIComponent(socketFolder)}`
}

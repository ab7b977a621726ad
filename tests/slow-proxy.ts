/**
 * A wire that is longer than it looks: a TCP proxy before PostgreSQL that adds latency, as between two data centres.
 *
 *   const wire = await openSlowWire(house.appUrl, { latencyMs: 5 })        // 5 ms more for each round trip
 *   const database = openDatabase({ url: wire.url, max: 20, applicationName: 'race' })
 *   await wire.close()
 *
 * It listens on loopback alone and carries at most MOST_CONNECTIONS.
 */
import { createServer, connect, type NetConnectOpts, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

const MOST_CONNECTIONS = 128

export interface SlowWire {
  readonly url: string
  close(): Promise<void>
}

export async function openSlowWire(databaseUrl: string, { latencyMs }: { latencyMs: number }): Promise<SlowWire> {
  const target = targetOf(new URL(databaseUrl))
  const open = new Set<Socket>()
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect(target)
    far.setNoDelay?.(true)
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => open.delete(socket))
    }
    // The whole delay lies on the way there: what counts is the round trip.
    carry(near, far, latencyMs)
    carry(far, near, 0)
  })
  server.maxConnections = MOST_CONNECTIONS
  await new Promise<void>((resolve) => server.listen({ host: '127.0.0.1', port: 0 }, resolve))
  return {
    url: throughPort(databaseUrl, (server.address() as AddressInfo).port),
    async close() {
      for (const socket of open) socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** In order, each piece `latencyMs` after it came: a long wire, not a narrow one. */
function carry(from: Socket, to: Socket, latencyMs: number): void {
  const deliver = (act: () => void) => {
    if (latencyMs === 0) act()
    else setTimeout(act, latencyMs)
  }
  from.on('data', (piece) =>
    deliver(() => {
      if (!to.destroyed) to.write(piece)
    }),
  )
  from.on('end', () => deliver(() => to.end()))
  from.on('close', () => deliver(() => to.destroySoon()))
}

function targetOf(url: URL): NetConnectOpts {
  const port = Number(url.port || 5432)
  const folder = url.searchParams.get('host')
  if (folder?.startsWith('/')) return { path: `${folder}/.s.PGSQL.${url.searchParams.get('port') ?? port}` }
  return { host: url.hostname, port }
}

function throughPort(databaseUrl: string, port: number): string {
  const url = new URL(databaseUrl)
  url.search = ''
  url.hostname = '127.0.0.1'
  url.port = String(port)
  return url.toString()
}

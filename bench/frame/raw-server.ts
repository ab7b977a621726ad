/**
 * The physical limit of a page: node:http sending bytes that it holds in memory, under headers that it holds too.
 *
 *   node raw-server.ts FILE      FILE has {"headers": [name, value, …], "body": base64}; prints {"port": …}
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'

export const rawServer = fileURLToPath(import.meta.url)

export interface RawAnswer {
  readonly headers: readonly string[]
  readonly body: string
}

if (process.argv[1] === rawServer) {
  const { headers, body } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as RawAnswer
  const bytes = Buffer.from(body, 'base64')
  const server = createServer((_request, response) => {
    response.writeHead(200, headers as string[])
    response.end(bytes)
  })
  server.keepAliveTimeout = 72_000
  server.listen(0, '127.0.0.1', () =>
    process.stdout.write(JSON.stringify({ port: (server.address() as AddressInfo).port })),
  )
  process.once('SIGTERM', () => process.exit())
}

import assert from 'node:assert/strict'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { discoverIssuer } from './oidc.ts'

async function whatIsFound(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const found = await discoverIssuer(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  server.closeAllConnections()
  server.close()
  return found.kind === 'told' ? 'told' : found.why
}

test('no redirect is followed, nothing endless read, and only https reached beyond this machine', async () => {
  let reached = 0
  assert.match(
    await whatIsFound((request, response) => {
      reached += 1
      response.writeHead(302, { location: `http://${request.headers.host}/elsewhere` }).end()
    }),
    /leads elsewhere/,
  )
  assert.equal(reached, 1)
  assert.match(
    await whatIsFound((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('[')
      response.end('1,'.repeat(400_000))
    }),
    /does not stop/,
  )
  assert.match(await whatIsFound((_, response) => response.writeHead(502).end()), /answers 502/)
  const outside = await discoverIssuer('http://provider.example')
  assert.equal(outside.kind === 'told' ? 'told' : outside.kind, 'refused')
})

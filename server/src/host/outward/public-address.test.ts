import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { callOut, lookupWithin } from './call-out.ts'
import { judgeAddress, mayReach } from './public-address.ts'

test('what an address is taken for, before anybody looks up its name', () => {
  const verdicts = `
    https://program.example/hooks?x=1        fine            fine
    https://93.184.216.34/                   fine            fine
    https://[2606:2800:220:1::1]/            fine            fine
    http://program.example/                  not_https       not_https
    ftp://program.example/                   not_https       not_https
    https://user:secret@program.example/     malformed       malformed
    https://program.example/#part            malformed       malformed
    no-address                               malformed       malformed
    https://localhost/                       private         fine
    http://127.0.0.1:4000/                   not_https       fine
    https://127.1/                           private         fine
    https://2130706433/                      private         fine
    https://[::1]/                           private         fine
    https://10.0.0.8/                        private         private
    https://192.168.1.1/                     private         private
    https://169.254.169.254/latest/meta-data private         private
    https://100.64.0.1/                      private         private
    https://0.0.0.0/                         private         private
    https://[::ffff:10.0.0.1]/               private         private
    https://[fd00::1]/                       private         private
    https://[fe80::1]/                       private         private
    https://[64:ff9b::a00:1]/                private         private
    https://[2002:a00:1::]/                  private         private
    https://printer.local/                   private         private
    https://db.internal./                    private         private
    https://intranet/                        private         private`
  for (const row of verdicts.trim().split('\n')) {
    const [address = '', closed, open] = row.trim().split(/\s+/)
    assert.equal(judgeAddress(address, { loopback: false }), closed, `${address}, shut`)
    assert.equal(judgeAddress(address, { loopback: true }), open, `${address}, with loopback`)
  }
  assert.equal(mayReach('not numbers', { loopback: true }), false)
})

test('a name that leads to this machine is found out by the call itself; a redirect is an answer and not followed', async (t) => {
  let called = 0
  const server = createServer((request, answer) => {
    called += 1
    answer.writeHead(302, { location: 'https://elsewhere.example/' }).end('x'.repeat(9_000))
    request.resume()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => server.close())
  const { port } = server.address() as AddressInfo
  const call = { headers: {}, body: '{}' }
  const near = await callOut({ ...call, address: `http://localhost:${port}/`, loopback: true })
  assert.deepEqual([near.status, near.said.length, near.silence], [302, 2_000, null])
  const shut = await callOut({ ...call, address: `http://127.0.0.1:${port}/`, loopback: false })
  assert.deepEqual([shut.status, shut.silence, called], [null, 'address_refused', 1])
})

test('a name is judged by every address that it stands for, at the moment of the call', async () => {
  const rows: [addresses: string[], loopback: boolean, verdict: string][] = [
    [['93.184.216.34'], false, '93.184.216.34'],
    [['2606:2800:220:1::1', '93.184.216.34'], false, '2606:2800:220:1::1'],
    [['93.184.216.34', '10.0.0.1'], false, 'refused'],
    [['127.0.0.1'], false, 'refused'],
    [['127.0.0.1'], true, '127.0.0.1'],
    [['169.254.169.254'], true, 'refused'],
    [[], false, 'refused'],
  ]
  for (const [addresses, loopback, verdict] of rows) {
    const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    const lookup = lookupWithin(loopback, (_name, _options, done) => done(null, found))
    const { promise, resolve } = Promise.withResolvers<string>()
    lookup('program.example', {}, (error, address) => resolve(error ? 'refused' : String(address)))
    assert.equal(await promise, verdict, addresses.join())
  }
})

import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { money } from '../../../kernel/money.ts'
import { ok } from '../../../kernel/result.ts'
import { localDate } from '../../../kernel/time.ts'
import { createTestServer, signedInAs } from '../../../testing/create-test-server.ts'
import { createTestHouse } from '../../../testing/test-house.ts'
import { postEntry } from '../index.ts'

let get: (url: string) => Promise<string>

before(async () => {
  const house = await createTestHouse()
  const app = await createTestServer(house)
  const owner = await signedInAs(house, 'owner')
  get = async (url) => {
    const answer = await app.inject({ url: `/api/ledger/entries${url}`, headers: owner.headers })
    assert.equal(answer.statusCode, 200, answer.body)
    return answer.body
  }
  await house.run(async (ctx) => {
    const common = {
      about: 'order-1',
      entityId: '01900000-0000-7000-8000-000000000001',
      effectiveOn: localDate('2026-11-20'),
    }
    postEntry(ctx, {
      ...common,
      kind: 'sale',
      ref: 'order-1',
      postings: [
        { account: 'receivables', amount: money(1220n, 'EUR') },
        { account: 'sales', amount: money(-1000n, 'EUR') },
        { account: 'output_tax', amount: money(-220n, 'EUR') },
      ],
    })
    postEntry(ctx, {
      ...common,
      kind: 'capture',
      ref: 'capture-1',
      postings: [
        { account: 'payments_clearing', amount: money(1220n, 'EUR') },
        { account: 'receivables', amount: money(-1220n, 'EUR') },
      ],
    })
    return ok()
  })
})

test('a line of the list says both sides and how much in all', async () => {
  const { items } = JSON.parse(await get('?filter=kind:is:sale'))
  assert.equal(items.length, 1)
  const [{ debited, credited, amount }] = items
  assert.deepEqual(
    [debited, credited, amount],
    ['receivables 12.20', 'sales 10.00; output_tax 2.20', { amount: 1220, currency: 'EUR' }],
  )
})

test('what is left when one kind is taken away, and all about one order', async () => {
  const kinds = async (url: string) => JSON.parse(await get(url)).items.map((entry: { kind: string }) => entry.kind)
  assert.deepEqual(await kinds('?filter=kind:not:sale'), ['capture'])
  assert.deepEqual((await kinds('?filter=about:is:order-1')).sort(), ['capture', 'sale'])
  assert.deepEqual(await kinds('?filter=about:is:order-2'), [])
})

test('a file has the words of the kind, the accounts and the amount as a number', async () => {
  const file = await get('/export?format=csv&columns=kind,credited,amount&filter=kind:is:sale')
  assert.deepEqual(file.trim().split('\r\n')[1]?.split(','), ['Sale', 'sales 10.00; output_tax 2.20', '12.20', 'EUR'])
})

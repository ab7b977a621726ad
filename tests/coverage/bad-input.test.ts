import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sealAudit } from '../../server/src/host/audit/seal.ts'
import { stateOf } from '../../server/src/testing/state-of.ts'
import { signedInAs } from '../../server/src/testing/create-test-server.ts'
import { must } from '../../server/src/testing/scene.ts'
import { openBadInputRun } from './bad-input.ts'
import { pathOf } from './callers.ts'
import { PAGES } from './pages.ts'
import { sampleOf } from './sample.ts'

const seed = Number(process.env['SEED'] ?? 20_261_122)
const run = await openBadInputRun({ seed, naughty: 1, share: 0.05, limitMs: 30_000 })
const { house, shop, app } = run.callers
const kept = must(await shop.place(await shop.fill({ mug: 1, book: 2 })))

describe(`bad input is refused: no 5xx, nothing reflected, nothing slow (seed ${seed})`, () => {
  for (const route of house.blueprint.routes) {
    test(`${route.operationId} ${route.method} ${route.path}`, async () => {
      const before = run.findings.wrong.length
      await run.tryOperation(route)
      assert.deepEqual(run.findings.wrong.slice(before, before + 8), [])
    })
  }
  for (const [method, path, fields] of PAGES) {
    test(`page ${method} ${path}`, async () => {
      const before = run.findings.wrong.length
      await run.tryPage(method, path, fields)
      assert.deepEqual(run.findings.wrong.slice(before, before + 8), [])
    })
  }
})

test('bad headers', async () => {
  const before = run.findings.wrong.length
  await run.tryHeaders()
  assert.deepEqual(run.findings.wrong.slice(before, before + 8), [])
})

test('afterwards everything is still there, every list still opens, and the shop sells', async (t) => {
  const { sent, slowestMs, statuses } = run.findings
  const told = [...statuses].toSorted(([a], [b]) => a - b).map(([status, times]) => `${status}: ${times}`)
  t.diagnostic(`${sent} bad requests, slowest ${Math.round(slowestMs)} ms; ${told.join(', ')}`)
  const { headers } = await signedInAs(house, 'owner')
  // What is asked about one record needs one that is there.
  const asked: Record<string, Record<string, string>> = { listThreads: { type: 'order', id: kept.id } }
  for (const route of house.blueprint.routes.filter((one) => one.method === 'GET' && !one.path.includes(':'))) {
    if (route.permission === 'public') continue
    const query = asked[route.operationId] ?? (route.query ? (sampleOf(route.query) as Record<string, string>) : {})
    const answer = await app.inject({ url: pathOf(route, {}), query, headers: { ...headers } })
    assert.equal(answer.statusCode, 200, `${route.operationId}: ${answer.body.slice(0, 300)}`)
  }
  const order = await app.inject({ url: `/api/orders/${kept.id}`, headers: { ...headers } })
  assert.equal((order.json() as { total: { amount: number } }).total.amount, kept.total.amount)
  assert.equal((await shop.place(await shop.fill({ scarf: 1 }))).ok, true)
  assert.ok(Object.keys(await stateOf(house)).length > 20)
  // The sealer's part, which belongs to the worker.
  while ((await sealAudit(house.database)) > 0) continue
  await house.expectNoBreach()
})

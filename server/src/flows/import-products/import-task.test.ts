import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from '../../host/database/sql.ts'
import { createTestServer, signedInAs } from '../../testing/create-test-server.ts'
import { createTestHouse } from '../../testing/test-house.ts'
import { saveLocations } from '../../departments/inventory/index.ts'
import type { TaskReport } from '../../host/tasks/task.ts'
import { importTask } from './jobs/import-task.ts'

const CHUNK = 500
const csvOf = (products: number) =>
  [
    'Handle,Title,Variant SKU,Variant Price,Variant Inventory Qty',
    ...Array.from({ length: products }, (_, n) => `cup-${n},Cup ${n},CUP-${n},10.00,3`),
  ].join('\n')

async function aShop() {
  const house = await createTestHouse()
  const places = await house.run((ctx) =>
    saveLocations(ctx, [{ code: 'depot', name: 'Depot', kind: 'warehouse', country: 'IT' }]),
  )
  assert.ok(places.ok)
  const owner = await signedInAs(house, 'owner')
  const app = await createTestServer(house)
  const post = (body: object, language = 'en') =>
    app.inject({
      method: 'POST',
      url: '/api/product-imports',
      headers: { ...owner.headers, 'accept-language': language },
      payload: { currency: 'EUR', location: 'depot', ...body },
    })
  const task = async (id: string, language = 'en') =>
    (await app.inject({ url: `/api/tasks/${id}`, headers: { ...owner.headers, 'accept-language': language } })).json()
  const products = async () =>
    Number((await house.database.row(sql<{ n: bigint }>`SELECT count(*) AS n FROM catalog.product`))?.n)
  return { house, owner, post, task, products }
}

describe('an import as a task', () => {
  test('answers at once, is worked off by the queue, and keeps its report', async () => {
    const { house, post, task, products } = await aShop()
    const answer = await post({ csv: csvOf(2), name: 'cups.csv' })
    assert.equal(answer.statusCode, 202, answer.body)
    const { taskId, report } = answer.json()
    assert.equal(report, null)
    assert.equal(await products(), 0)
    assert.deepEqual(
      [(await task(taskId, 'es')).title, (await task(taskId)).state],
      ['Importación de productos: cups.csv', 'waiting'],
    )
    await house.runJobs(['run-task'])
    const done = await task(taskId)
    assert.deepEqual([done.state, done.doneCount, done.totalCount], ['done', 2, 2])
    const { created, written, of, variants, dryRun } = done.result
    assert.deepEqual(
      { created, written, of, variants, dryRun },
      { created: 2, written: 2, of: 2, variants: 2, dryRun: false },
    )
    assert.equal(await products(), 2)
    const audits = await house.asOwner(`SELECT DISTINCT actor_kind FROM host.audit WHERE object_type = 'product'`)
    assert.deepEqual(audits, [{ actor_kind: 'staff' }], 'it acts as who started it')
    await house.expectNoBreach()
  })

  test('refused rows stand in the task, in the language of the reader, and nothing is written', async () => {
    const { house, post, task, products } = await aShop()
    const { taskId } = (await post({ csv: 'Handle,Title,Variant Price\nmug,Mug,ten\n,Cup,5' })).json()
    await house.runJobs(['run-task'])
    const failed = await task(taskId, 'it')
    assert.deepEqual([failed.state, failed.problem.code], ['failed', 'import-products.rows_refused'])
    assert.deepEqual(
      failed.problem.errors.map((error: { field: string; params: { line: number } }) => [
        error.field,
        error.params.line,
      ]),
      [
        ['2.Variant Price', 2],
        ['3.Handle', 3],
      ],
    )
    assert.match(failed.problem.errors[1].detail, /Riga 3/)
    assert.equal(await products(), 0)
  })

  test('stopped between two chunks it keeps whole products and says how many', async () => {
    const { house, owner, products } = await aShop()
    const actor = await house.ports?.staff?.findActor(house.database, owner.id)
    assert.ok(actor)
    const of = 2 * CHUNK + 50
    // Three chunks rehearsed, then written: told to stop before the third write.
    let asked = 0
    const report: TaskReport = { progress: () => {}, stopAsked: async () => (asked += 1) > 5 }
    const running = { id: 'x', kind: 'import-products', actor, requestId: undefined, attempt: 1 }
    const input = { csv: csvOf(of), currency: 'EUR', location: 'depot' }
    const stopped = await importTask.run(house, { ...running, input }, report)
    assert.ok(stopped.ok)
    const shown = stopped.value as { written: number; of: number; created: number }
    assert.deepEqual([shown.written, shown.of, shown.created], [2 * CHUNK, of, 2 * CHUNK])
    assert.equal(await products(), 2 * CHUNK)
    // Begun anew it does the rest, and only that.
    const rest = await importTask.run(house, { ...running, input }, { ...report, stopAsked: async () => false })
    assert.ok(rest.ok)
    const whole = rest.value as { written: number; created: number; unchanged: number }
    assert.deepEqual([whole.written, whole.created, whole.unchanged], [of, 50, 2 * CHUNK])
    assert.equal(await products(), of)
    await house.expectNoBreach()
  })

  test('stopped while it rehearses, nothing is written', async () => {
    const { house, owner, products } = await aShop()
    const actor = await house.ports?.staff?.findActor(house.database, owner.id)
    assert.ok(actor)
    let asked = 0
    const report: TaskReport = { progress: () => {}, stopAsked: async () => (asked += 1) > 1 }
    const input = { csv: csvOf(CHUNK + 1), currency: 'EUR', location: 'depot' }
    const stopped = await importTask.run(
      house,
      { id: 'x', kind: 'import-products', actor, requestId: undefined, attempt: 1, input },
      report,
    )
    assert.ok(stopped.ok)
    assert.equal((stopped.value as { written: number; created: number }).created, 0)
    assert.equal(await products(), 0)
  })
})

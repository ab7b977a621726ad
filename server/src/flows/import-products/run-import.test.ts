import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from '../../host/database/sql.ts'
import { createTestServer, signedInAs } from '../../testing/create-test-server.ts'
import { createTestHouse } from '../../testing/test-house.ts'
import { saveLocations } from '../../departments/inventory/index.ts'
import { beginWhole, loadImport, readMapping, runImport } from './index.ts'

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
  const ask = (method: 'GET' | 'POST', url: string) => app.inject({ method, url: `/api${url}`, headers: owner.headers })
  /** As a program does that has no task. */
  const run = async (csv: string, stopAsked: () => Promise<boolean>, leaveOut = false) => {
    const actor = await house.ports?.staff?.findActor(house.database, owner.id)
    assert.ok(actor)
    const file = { name: 'cups.csv', bytes: Buffer.from(csv), currency: 'EUR', locationCode: 'depot', leaveOut }
    const begun = await beginWhole(house, { actor }, { file, start: () => null })
    assert.ok(begun.ok)
    const { importId } = begun.value
    const loaded = await loadImport(house, importId)
    assert.ok(loaded.ok)
    const outcome = await runImport(house, { ...loaded.value, actor, stopAsked, onProgress: () => {} })
    return { importId, outcome }
  }
  const products = async () =>
    Number((await house.database.row(sql<{ n: bigint }>`SELECT count(*) AS n FROM catalog.product`))?.n)
  return { house, post, ask, run, task, products }
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

  test('who leaves out what is refused, without a trial before, finds each refused row in the record', async () => {
    const { house, ask, run, products } = await aShop()
    const csv = 'Handle,Title,Variant SKU,Variant Price\nmug,Mug,MUG,ten\ncup,Cup,CUP,5.00'
    const { importId, outcome } = await run(csv, async () => false, true)
    assert.ok(outcome.ok)
    const record = (await ask('GET', `/product-imports/${importId}`)).json()
    assert.deepEqual([record.state, record.created, record.refused, await products()], ['done', 1, 1, 1])
    const rows = await house.asOwner(`SELECT row, column_name FROM catalog.import_refusal`)
    assert.deepEqual(rows, [{ row: 2, column_name: 'Variant Price' }])
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

  test('it leaves the record of every import: seen, taken back, and refused rows told', async () => {
    const { house, post, ask, products } = await aShop()
    const { importId } = (await post({ csv: csvOf(2), name: 'cups.csv' })).json()
    await house.runJobs(['run-task'])
    const record = (await ask('GET', `/product-imports/${importId}`)).json()
    assert.deepEqual(
      [record.state, record.name, record.created, record.mayUndo, record.location],
      ['done', 'cups.csv', 2, true, 'depot'],
    )
    assert.equal((await ask('POST', `/product-imports/${importId}/reversal`)).statusCode, 202)
    await house.runJobs(['run-task'])
    assert.equal((await ask('GET', `/product-imports/${importId}`)).json().undone, 2)
    const bad = (await post({ csv: 'Handle,Title,Variant Price\nmug,Mug,ten\ncap,Cap,5' })).json()
    await house.runJobs(['run-task'])
    const refused = (await ask('GET', `/product-imports/${bad.importId}`)).json()
    assert.deepEqual([refused.state, refused.refused, refused.mayPlan], ['refused', 1, true])
    assert.equal(await products(), 2)
    await house.expectNoBreach()
  })

  test('stopped between two chunks it keeps whole products and says how many; gone on with, it does the rest', async () => {
    const { house, ask, run, products } = await aShop()
    const of = 2 * CHUNK + 50
    // Three chunks rehearsed, then written: told to stop before the third write.
    let asked = 0
    const { importId, outcome } = await run(csvOf(of), async () => (asked += 1) > 5)
    assert.ok(outcome.ok)
    const shown = outcome.value as { written: number; of: number; created: number }
    assert.deepEqual([shown.written, shown.of, shown.created], [2 * CHUNK, of, 2 * CHUNK])
    assert.equal(await products(), 2 * CHUNK)
    const stopped = (await ask('GET', `/product-imports/${importId}`)).json()
    assert.deepEqual([stopped.state, stopped.done, stopped.mayRun], ['stopped', 2 * CHUNK, true])
    assert.equal((await ask('POST', `/product-imports/${importId}/execution`)).statusCode, 202)
    await house.runJobs(['run-task'])
    const whole = (await ask('GET', `/product-imports/${importId}`)).json()
    assert.deepEqual([whole.state, whole.done, whole.created, whole.unchanged], ['done', of, of, 0])
    assert.equal(await products(), of)
    await house.expectNoBreach()
  })

  test('stopped while it rehearses, nothing is written', async () => {
    const { run, products } = await aShop()
    let asked = 0
    const { outcome } = await run(csvOf(CHUNK + 1), async () => (asked += 1) > 1)
    assert.ok(outcome.ok)
    assert.equal((outcome.value as { written: number; created: number }).created, 0)
    assert.equal(await products(), 0)
  })

  test('one whose worker died is gone on with by a button; one at work is left alone', async () => {
    const { house, ask, run, products } = await aShop()
    const dies = () => Promise.reject(new Error('the power fails'))
    let asked = 0
    const of = CHUNK + 50
    // Two chunks rehearsed, one written.
    await assert.rejects(
      run(csvOf(of), () => ((asked += 1) > 3 ? dies() : Promise.resolve(false))),
      /the power fails/,
    )
    const [row] = await house.asOwner<{ id: string }>('SELECT id FROM catalog.import')
    const path = `/product-imports/${row?.id}`
    const read = async () => {
      const { state, done, stalled, mayRun, mayUndo } = (await ask('GET', path)).json()
      return [state, done, stalled, mayRun, mayUndo]
    }
    assert.deepEqual(
      await read(),
      ['running', CHUNK, false, false, false],
      'who began it without a task may still be at it',
    )
    assert.equal((await ask('POST', `${path}/execution`)).json().code, 'catalog.import_not_now')
    await house.asOwner(`UPDATE catalog.import SET heard_at = now() - interval '3 minutes'`)
    assert.deepEqual(await read(), ['running', CHUNK, true, true, true])
    assert.equal((await ask('POST', `${path}/execution`)).statusCode, 202)
    assert.deepEqual(await read(), ['running', CHUNK, false, false, false], 'its task is waiting')
    await house.runJobs(['run-task'])
    assert.deepEqual(await read(), ['done', of, false, false, true])
    assert.equal(await products(), of)
  })
})

test('which column is what, as a file says it', async () => {
  const csv = Buffer.from('Ref,What,Note\nP-1,Plate,x')
  const read = await readMapping(csv, { what: 'name', REF: 'sku', Note: null })
  assert.deepEqual(read.ok && read.value, ['sku', 'name', null])
  for (const [said, code] of [
    [{ Cost: 'price' }, 'import-products.missing_column'],
    [{ Ref: 'soul' }, 'import-products.unknown_field'],
    [{ Ref: 7 }, 'import-products.unknown_field'],
  ] as const) {
    const refused = await readMapping(csv, said)
    assert.equal(!refused.ok && refused.refusal.code, code)
  }
})

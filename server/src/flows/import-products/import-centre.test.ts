import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { before, describe, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { fixture } from '../../../../tests/fixtures/fixtures.ts'
import { findProductsByHandles } from '../../departments/catalog/index.ts'
import { saveLocations } from '../../departments/inventory/index.ts'
import { setUpOrganisation } from '../../departments/organisation/index.ts'
import { setCosts } from '../../departments/pricing/index.ts'
import { guest, system } from '../../host/context.ts'
import { readCsv } from '../../host/csv/read-csv.ts'
import type { TaskReport } from '../../host/tasks/task.ts'
import { money } from '../../kernel/money.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { bottega, must } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { presentDifferences } from './http/present-differences.ts'
import { refusedRowsFile } from './jobs/refused-rows.ts'
import { runTask, undoTask } from './jobs/centre-tasks.ts'
import { loadImport } from './jobs/run-import.ts'

let house: TestHouse
let owner: SignedIn
let app: Awaited<ReturnType<typeof createTestServer>>

before(async () => {
  house = await createTestHouse()
  const location = { code: 'depot', name: 'Depot', kind: 'warehouse' as const, country: 'IT' }
  must(await house.run((ctx) => setUpOrganisation(ctx, { entities: [bottega], markets: [], channels: [] })))
  assert.ok((await house.run((ctx) => saveLocations(ctx, [location]))).ok)
  owner = await signedInAs(house, 'owner')
  app = await createTestServer(house)
})

async function call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object | Buffer) {
  const headers = Buffer.isBuffer(payload)
    ? { ...owner.headers, 'content-type': 'application/octet-stream' }
    : owner.headers
  const answer = await app.inject({ method, url: `/api${url}`, headers, ...(payload && { payload }) })
  return {
    status: answer.statusCode,
    text: answer.body,
    json: answer.headers['content-type']?.includes('json') ? answer.json() : {},
  }
}

async function received(file: string | Buffer, name = 'goods.csv'): Promise<string> {
  const { status, json, text } = await call('POST', `/product-imports/files?name=${name}`, Buffer.from(file))
  assert.equal(status, 201, text)
  return json.id
}

const read = async (id: string) => (await call('GET', `/product-imports/${id}`)).json

async function tried(id: string, plan: object = {}) {
  const { columns: _columns, format } = await read(id)
  const body = { format, mapping: null, currency: 'EUR', location: 'depot', ...plan }
  assert.equal((await call('PUT', `/product-imports/${id}/plan`, body)).status, 200)
  assert.equal((await call('POST', `/product-imports/${id}/trial`)).status, 202)
  await house.runJobs(['run-task'])
  return read(id)
}

async function carriedOut(id: string, step: 'execution' | 'reversal') {
  const begun = await call('POST', `/product-imports/${id}/${step}`)
  assert.equal(begun.status, 202, begun.text)
  await house.runJobs(['run-task'])
  return read(id)
}

async function product(handle: string) {
  const found = (await findProductsByHandles(house.database, [handle])).get(handle)
  const rows = await house.asOwner<{ sku: string; amount: string | null; on_hand: string | null; live: boolean }>(
    `SELECT v.sku, f.amount, s.on_hand, v.retired_at IS NULL AS live FROM catalog.variant v JOIN catalog.product p ON p.id = v.product_id
     LEFT JOIN pricing.price f ON f.variant_id = v.id AND f.currency = 'EUR' LEFT JOIN inventory.stock s ON s.variant_id = v.id
     WHERE p.handle = $1 ORDER BY v.position`,
    [handle],
  )
  return {
    names: found?.names,
    state: found?.state,
    rows: rows.map((row) => `${row.sku} ${row.amount} ${row.on_hand} ${row.live}`),
  }
}

const HEAD = 'Handle,Title,Published,Option1 Name,Option1 Value,Variant SKU,Variant Price,Variant Inventory Qty'
const csvOf = (...rows: string[]) => [HEAD, ...rows].join('\n')

async function imported(csv: string) {
  const id = await received(csv)
  await tried(id)
  const done = await carriedOut(id, 'execution')
  assert.equal(done.state, 'done', JSON.stringify(done.problem))
  return done
}

describe('an import, from its file to its end', () => {
  test('recognised, tried, carried out without what is refused, and taken back', async () => {
    await imported(csvOf('cup,Cup,TRUE,Size,S,CUP-S,10.00,5', 'cup,,,,L,CUP-L,12.00,6'))
    const id = await received(
      csvOf(
        'cup,Tall cup,TRUE,Size,S,CUP-S,11.00,7',
        'cup,,,,L,CUP-L,12.00,6',
        'cup,,,,XL,CUP-XL,14.00,2',
        'jug,Jug,TRUE,,,JUG,20.00,3',
        'bad,=Bad,TRUE,,,BAD,ten,3',
      ),
    )
    const fresh = await read(id)
    assert.deepEqual([fresh.state, fresh.format, fresh.columns.length], ['new', 'shopify', 8])
    assert.deepEqual(fresh.columns[1], {
      heading: 'Title',
      examples: ['Tall cup', 'Jug', '=Bad'],
      field: 'name',
      known: true,
    })
    assert.equal((await call('POST', `/product-imports/${id}/execution`)).json.code, 'catalog.import_not_now')

    const trial = await tried(id)
    assert.deepEqual([trial.state, trial.refused, trial.report.created, trial.report.changed], ['tried', 1, 1, 1])
    assert.equal((await product('jug')).state, undefined, 'a trial writes nothing')
    const told = trial.report.differences.map(
      (one: { sku: string; label: string; before: unknown; after: unknown }) =>
        `${one.sku ?? '-'} ${one.label}: ${JSON.stringify(one.before)} -> ${JSON.stringify(one.after)}`,
    )
    for (const difference of [
      '- Name · en: "Cup" -> "Tall cup"',
      'CUP-S Price: {"amount":1000,"currency":"EUR"} -> {"amount":1100,"currency":"EUR"}',
      'CUP-S On hand: 5 -> 7',
    ])
      assert.ok(told.includes(difference), told.join('\n'))

    const { items } = (await call('GET', `/product-imports/${id}/refusals`)).json
    assert.deepEqual(
      items.map((one: { row: number; column: string; code: string }) => [one.row, one.column, one.code]),
      [[6, 'Variant Price', 'import-products.invalid_price']],
    )
    const sheet = await readCsv((await call('GET', `/product-imports/${id}/refused-rows`)).text)
    assert.ok('rows' in sheet)
    assert.deepEqual(
      sheet.rows.map(({ cells }) => [cells.length, cells[1]]),
      [
        [9, 'Title'],
        [9, "'=Bad"],
      ],
    )
    assert.match(sheet.rows[1]?.cells[8] ?? '', /is not a price/)

    const done = await carriedOut(id, 'execution')
    assert.deepEqual([done.state, done.created, done.changed, done.refused], ['done', 1, 1, 1])
    assert.deepEqual((await product('cup')).rows, ['CUP-S 1100 7 true', 'CUP-L 1200 6 true', 'CUP-XL 1400 2 true'])
    const lines = (await call('GET', `/product-imports/${id}/products`)).json.items
    assert.deepEqual(
      lines.map((line: { handle: string; created: boolean }) => [line.handle, line.created]),
      [
        ['cup', false],
        ['jug', true],
      ],
    )

    const undone = await carriedOut(id, 'reversal')
    assert.deepEqual([undone.state, undone.undone, undone.keptBack], ['undone', 2, 0])
    const cup = await product('cup')
    assert.deepEqual(cup.names?.['en'], 'Cup')
    assert.deepEqual(cup.rows, ['CUP-S 1000 5 true', 'CUP-L 1200 6 true', 'CUP-XL 1400 0 false'])
    assert.deepEqual(await product('jug').then(({ state, rows }) => [state, rows]), ['draft', ['JUG 2000 0 true']])
    assert.equal((await call('POST', `/product-imports/${id}/reversal`)).json.code, 'catalog.import_not_now')
    const list = (await call('GET', '/product-imports?limit=1')).json
    assert.equal(list.items[0].id, id)
    assert.match(list.items[0].actor, /\w/, 'who brought it')
    await house.expectNoBreach()
    await house.asOwner('UPDATE catalog.import SET created = created + 1 WHERE id = $1', [id])
    await assert.rejects(house.expectNoBreach(), /M1/)
    await house.asOwner('UPDATE catalog.import SET created = created - 1 WHERE id = $1', [id])
  })

  test('what somebody changed since stays, and is told', async () => {
    await imported(csvOf('bowl,Bowl,TRUE,,,BOWL,10.00,5'))
    const { id } = await imported(csvOf('bowl,Deep bowl,TRUE,,,BOWL,12.00,9'))
    await imported(csvOf('bowl,Deep bowl,TRUE,,,BOWL,13.00,9'))
    await house.asOwner(
      `UPDATE inventory.stock SET reserved = 6 WHERE variant_id = (SELECT id FROM catalog.variant WHERE sku = 'BOWL')`,
    )
    const undone = await carriedOut(id, 'reversal')
    assert.deepEqual([undone.undone, undone.keptBack], [0, 1])
    const { items } = (await call('GET', `/product-imports/${id}/products?kept=true`)).json
    assert.deepEqual(
      items[0].kept.map((one: { field: string; reason: string }) => [one.field, one.reason]),
      [
        ['price.amount', 'changed_since'],
        ['stock.onHand', 'refused'],
      ],
    )
    const { names, rows } = await product('bowl')
    assert.deepEqual([names?.['en'], rows], ['Bowl', ['BOWL 1300 9 true']])
    await house.asOwner('UPDATE inventory.stock SET reserved = 0')
  })

  test('what goods cost is set, told to who may see it alone, and set back where nobody changed it since', async () => {
    const listOf = (...costs: readonly string[]) =>
      [`${HEAD},Cost per item`, ...costs.map((cost, at) => `pot-${at},Pot,TRUE,,,POT-${at},10.00,5,${cost}`)].join('\n')
    const costs = async () => {
      const rows = await house.asOwner<{ id: string; sku: string; amount: string }>(
        `SELECT v.id, v.sku, c.amount FROM pricing.cost c JOIN catalog.variant v ON v.id = c.variant_id ORDER BY v.sku`,
      )
      return { ids: rows.map(({ id }) => id), said: rows.map(({ sku, amount }) => `${sku} ${amount}`) }
    }
    await imported(listOf('4.00', '', '6.00'))
    const { id } = await imported(listOf('4.50', '1.00', '7.00'))
    assert.deepEqual((await costs()).said, ['POT-0 450', 'POT-1 100', 'POT-2 700'])
    const { items } = (await call('GET', `/product-imports/${id}/products`)).json
    const [change] = items[0].differences
    assert.deepEqual(items[0].differences, [
      {
        ...{ sku: 'POT-0', field: 'cost.amount', label: 'Cost' },
        before: { amount: 400, currency: 'EUR' },
        after: { amount: 450, currency: 'EUR' },
      },
    ])
    const told = (actor: typeof guest) => presentDifferences([change], 'EUR', { house, locale: 'en', actor }).length
    assert.deepEqual([told(system('cli')), told(guest)], [1, 0])

    const [, , last = ''] = (await costs()).ids
    must(await house.run((ctx) => setCosts(ctx, [{ variantId: last, cost: money(800n, 'EUR') }])))
    const undone = await carriedOut(id, 'reversal')
    assert.deepEqual([undone.undone, undone.keptBack], [2, 1])
    assert.deepEqual((await costs()).said, ['POT-0 400', 'POT-2 800'], 'what had none has none again')
    await house.expectNoBreach()

    const broken = await received(`${HEAD},Cost per item\npot-9,Pot,TRUE,,,POT-9,ten,5,4.56`)
    await tried(broken)
    const refused = async (actor: typeof guest) => {
      const loaded = must(await loadImport(house, broken))
      const { body } = await refusedRowsFile(
        { house, actor, locale: 'en' },
        { ...loaded, file: Buffer.from(loaded.kept.file) },
      )
      return String(body).includes('4.56')
    }
    assert.deepEqual([await refused(system('cli')), await refused(guest)], [true, false])
  })

  const quiet: TaskReport = { progress: () => {}, stopAsked: async () => false }

  test('killed between two chunks it goes on from there, and so does its undoing', async () => {
    const of = 1_100
    const rows = Array.from({ length: of }, (_, at) => `pin-${at},Pin ${at},TRUE,,,PIN-${at},1.00,2`)
    const id = await received(csvOf(...rows))
    await tried(id)
    await house.asOwner(`UPDATE catalog.import SET state = 'running' WHERE id = $1`, [id])
    const actor = await house.ports?.staff?.findActor(house.database, owner.id)
    assert.ok(actor)
    const running = { id: 'x', kind: 'run-import', actor, requestId: undefined, attempt: 1, input: { importId: id } }
    const dies = (after: number): TaskReport => {
      let asked = 0
      return {
        ...quiet,
        stopAsked: async () => ((asked += 1) > after ? Promise.reject(new Error('the power fails')) : false),
      }
    }
    await assert.rejects(runTask.run(house, running, dies(1)), /the power fails/)
    assert.equal((await read(id)).done, 500)
    assert.ok((await runTask.run(house, { ...running, attempt: 2 }, quiet)).ok)
    const done = await read(id)
    assert.deepEqual([done.state, done.done, done.created, done.unchanged], ['done', of, of, 0])

    await house.asOwner(`UPDATE catalog.import SET state = 'undoing' WHERE id = $1`, [id])
    await assert.rejects(undoTask.run(house, running, dies(2)), /the power fails/)
    assert.equal((await read(id)).undone, 400)
    assert.ok((await undoTask.run(house, running, quiet)).ok)
    assert.deepEqual([(await read(id)).state, (await read(id)).undone], ['undone', of])
    assert.ok((await undoTask.run(house, running, quiet)).ok, 'once more changes nothing')
    const [left] = await house.asOwner<{ n: string; stock: string }>(
      `SELECT count(*) FILTER (WHERE p.state = 'published') AS n, sum(s.on_hand) AS stock FROM catalog.product p
       JOIN catalog.variant v ON v.product_id = p.id JOIN inventory.stock s ON s.variant_id = v.id WHERE p.handle LIKE 'pin-%'`,
    )
    assert.deepEqual([Number(left?.n), Number(left?.stock)], [0, 0])
    await house.expectNoBreach()
  })

  test('two runs of the same import: the second finds the mark moved and writes nothing twice', async () => {
    const id = await received(csvOf('fork,Fork,TRUE,,,FORK,1.00,2'))
    await tried(id)
    await house.asOwner(`UPDATE catalog.import SET state = 'running' WHERE id = $1`, [id])
    const actor = await house.ports?.staff?.findActor(house.database, owner.id)
    assert.ok(actor)
    const running = { id: 'x', kind: 'run-import', actor, requestId: undefined, attempt: 1, input: { importId: id } }
    await Promise.all([runTask.run(house, running, quiet), runTask.run(house, running, quiet)])
    const { created, unchanged, done } = await read(id)
    assert.deepEqual([created, unchanged, done], [1, 0, 1])
  })

  const books = fixture('catalogue/goodbooks-10k/books.csv.gz')
  test('goodbooks: a part of it as drafts, broken numbers told', { skip: books.skip }, async () => {
    const text = gunzipSync(readFileSync(books.path)).toString().split('\n').slice(0, 401).join('\n')
    const id = await received(text, 'books.csv')
    const trial = await tried(id)
    assert.equal(trial.format, 'own')
    assert.equal(trial.report.created + trial.refused, 400)
    assert.ok(
      trial.report.warnings.some(
        ({ code, column }: { code: string; column: string }) => code === 'ignored_value' && column === 'isbn',
      ),
    )
    const done = await carriedOut(id, 'execution')
    assert.deepEqual([done.state, done.created], ['done', trial.report.created])
  })
})

describe('what the columns are', () => {
  test('said by a person, kept under a name, proposed again', async () => {
    const csv = 'Ref;What;Cost\nP-1;Plate;4.50'
    const id = await received(csv, 'list.csv')
    const fields = ['sku', 'name', 'price']
    const headings = ['Ref', 'What', 'Cost']
    assert.equal((await call('PUT', '/import-mappings/Supplier', { headings, fields })).status, 200)
    assert.deepEqual((await read(id)).proposals, [{ name: 'Supplier', fields }])
    const trial = await tried(id, { mapping: fields })
    assert.deepEqual([trial.state, trial.mapped, trial.report.created], ['tried', true, 1])
    assert.deepEqual((await call('GET', '/import-mappings')).json.items, [{ name: 'Supplier', headings, fields }])
    assert.equal((await call('DELETE', '/import-mappings/Supplier')).status, 200)
    assert.equal((await call('DELETE', '/import-mappings/Supplier')).json.code, 'catalog.mapping_not_found')
  })

  test('a field that products have not is refused', async () => {
    const id = await received('Ref,What\nP-1,Plate')
    const body = { format: 'own', mapping: ['soul', null], currency: null, location: null }
    const plan = await call('PUT', `/product-imports/${id}/plan`, body)
    assert.deepEqual([plan.status, plan.json.code], [422, 'import-products.unknown_field'])
    const kept = await call('PUT', '/import-mappings/Odd', { headings: ['a'], fields: ['soul'] })
    assert.equal(kept.json.code, 'import-products.unknown_field')
  })
})

describe('what cannot be imported', () => {
  test('a file of customers is called one, and its import goes no further', async () => {
    const id = await received('email,first_name,last_name\na@b.example,A,B', 'people.csv')
    const trial = await tried(id)
    assert.deepEqual(
      [trial.state, trial.problem.code, trial.mayRun],
      ['refused', 'import-products.rows_refused', false],
    )
    const { items } = (await call('GET', `/product-imports/${id}/refusals`)).json
    assert.equal(items[0].code, 'import-products.not_products')
  })

  test('nothing, no table, and what is not there', async () => {
    assert.equal((await call('POST', '/product-imports/files', Buffer.from(''))).json.code, 'host.file_empty')
    assert.equal(
      (await call('POST', '/product-imports/files', Buffer.from('a\n"b'))).json.code,
      'import-products.not_csv',
    )
    assert.equal(
      (await call('POST', '/product-imports/files', Buffer.from('a,b'))).json.code,
      'import-products.empty_file',
    )
    const nobody = '01920000-0000-7000-8000-000000000001'
    for (const path of ['', '/products', '/refusals', '/refused-rows']) {
      assert.equal((await call('GET', `/product-imports/${nobody}${path}`)).json.code, 'catalog.import_not_found')
    }
    const id = await received(csvOf('cap,Cap,TRUE,,,CAP,1.00,2'))
    await house.asOwner('DELETE FROM catalog.import_file WHERE import_id = $1', [id])
    assert.equal((await call('GET', `/product-imports/${id}/refused-rows`)).json.code, 'catalog.import_file_gone')
  })
})

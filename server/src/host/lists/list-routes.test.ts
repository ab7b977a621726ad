import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { inflateRawSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { fillLists } from '../../testing/fill-lists.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { exportList } from './export-list.ts'
import { listOf } from './list-routes.ts'

let house: TestHouse
let app: FastifyInstance
let owner: SignedIn

before(async () => {
  house = await createTestHouse({ clock: { now: () => new Date('2026-11-22T12:00:00Z') } })
  app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
  await fillLists(house, { orders: 60_000, customers: 5_000, products: 1_500 })
})

async function ask(url: string, as: SignedIn = owner, headers: Record<string, string> = {}) {
  return app.inject({ url: `/api${url}`, headers: { ...as.headers, ...headers } })
}

describe('a list over HTTP', () => {
  test('filters, sorts, counts; shorthands are filters', async () => {
    const page = (
      await ask('/orders?filter=state:is:expired&filter=state:is:cancelled&filter=total:from:59000&sort=-total&limit=3')
    ).json()
    assert.equal(page.items.length, 3)
    const totals = page.items.map((item: { total: { amount: number } }) => item.total.amount)
    assert.deepEqual(
      totals,
      totals.toSorted((a: number, b: number) => b - a),
    )
    assert.ok(totals.every((total: number) => total >= 59_000))
    const count = (await ask('/orders/count?filter=state:is:expired')).json()
    assert.deepEqual(count, { count: 10_000, capped: true })
    assert.deepEqual((await ask('/orders/count?filter=state:is:awaiting_payment')).json(), {
      count: 6_000,
      capped: false,
    })
    assert.deepEqual((await ask('/orders/count?search=ada')).json(), { count: 1_000, capped: true })
    const short = (await ask('/orders?state=paid&limit=5')).json()
    assert.deepEqual(short, (await ask('/orders?filter=state:is:paid&limit=5')).json())
    assert.equal(short.items.length, 5)
    const found = (await ask('/orders?search=1000077')).json()
    assert.deepEqual(
      found.items.map((item: { number: string }) => item.number),
      ['1000077'],
    )
  })

  test('a refusal names the parameter, in the language of the reader', async () => {
    const answer = await ask('/orders?filter=state:is:paid&filter=weight:is:1', owner, { 'accept-language': 'it' })
    assert.equal(answer.statusCode, 422)
    const { code, field, params, title } = answer.json()
    assert.deepEqual([code, field, params.column], ['host.unknown_column', 'filter.1', 'weight'])
    assert.match(title, /Questo elenco non ha la colonna weight/)
    assert.equal((await ask('/orders?state=nowhere')).json().field, 'state')
    assert.equal((await ask('/orders?sort=email')).json().code, 'host.not_sortable')
  })

  test('a search that finds little shows the best first, one that finds a lot keeps the order of the list', async () => {
    await house.asOwner(`UPDATE catalog.product SET names = '{"en": "Teapot"}', vendor = 'Mug 77' WHERE handle = 'p9'`)
    const all = async (query: string) => {
      const found: { name: string; updatedAt: string }[] = []
      for (let after = ''; ;) {
        const page = (await ask(`/products?${query}${after}`)).json()
        found.push(...page.items)
        if (page.nextCursor === null) return found
        after = `&after=${page.nextCursor}`
      }
    }
    const few = await all('search=mug%2077&limit=3')
    assert.ok(few.length > 10 && few.length < 30, String(few.length))
    assert.equal(new Set(few.map((item) => item.name)).size, few.length)
    assert.ok(few.findIndex((item) => item.name === 'Teapot') > few.findIndex((item) => item.name.endsWith('mug 77')))
    const many = await all('search=mug&limit=200')
    assert.equal(many.length, 1_500)
    const times = many.map((item) => item.updatedAt)
    assert.deepEqual(times, times.toSorted().reverse())
    const chosen = await all('search=mug%2077&limit=3&sort=name')
    assert.deepEqual(chosen.map((item) => item.name).toSorted(), few.map((item) => item.name).toSorted())
    assert.equal((await ask('/products/count?search=mugg')).json().count > 0, true, 'a typing error still finds')
    assert.deepEqual((await ask('/products/count?search=%26%7C')).json(), { count: 0, capped: false })
    const { nextCursor } = (await ask('/products?search=mug%2077&limit=3')).json()
    assert.equal(
      (await ask(`/products?search=mug%2077&sort=name&after=${nextCursor}`)).json().code,
      'host.invalid_cursor',
    )
    assert.equal((await ask(`/products?after=${nextCursor}`)).json().code, 'host.invalid_cursor')
  })

  test('tells screens what it can do', async () => {
    const described = (await ask('/products/columns', owner, { 'accept-language': 'it' })).json()
    assert.deepEqual([described.defaultSort, described.searchable], ['-updatedAt', true])
    const byKey = new Map(described.columns.map((column: { key: string }) => [column.key, column]))
    assert.deepEqual(byKey.get('state'), {
      key: 'state',
      type: 'enum',
      label: 'Stato',
      shown: true,
      sortable: false,
      nullable: false,
      operators: ['is', 'not'],
      values: [
        { value: 'draft', label: 'Bozza' },
        { value: 'published', label: 'Pubblicato' },
      ],
    })
    assert.deepEqual((byKey.get('category') as { values: unknown }).values, [])
  })

  test('page, count, export and columns ask for the same permission', async () => {
    const accountant = await signedInAs(house, 'accountant')
    const nobody = await signedInAs(house)
    for (const { path, permission } of house.blueprint.routes.filter((route) => listOf(route) !== undefined)) {
      for (const below of ['', '/count', '/columns', '/export?format=csv']) {
        assert.equal((await ask(path + below, nobody)).statusCode, 403, path + below)
        assert.equal((await app.inject({ url: `/api${path}${below}` })).statusCode, 401, path + below)
        const may = house.blueprint.permissions.has(permission) && (await ask(path, accountant)).statusCode === 200
        assert.equal((await ask(path + below, accountant)).statusCode, may ? 200 : 403, path + below)
      }
    }
  })
})

describe('exports', () => {
  before(async () => {
    await house.asOwner(`UPDATE orders.sales_order SET name = '=HYPERLINK("http://x")', email = '+39@x.example', placed_at = '2026-07-01 22:30:00+00',
      total = 123456, goods = 123456, goods_net = 123456 WHERE number = 1000001`)
    await house.asOwner(`UPDATE orders.sales_order SET name = 'Rossi, "Ada"' WHERE number = 1000002`)
  })

  test('CSV: the asked columns in the words and on the clock of the reader, no formulas, quotes doubled', async () => {
    const answer = await ask(
      '/orders/export?format=csv&bom=true&columns=total,name,email,state,placedAt&sort=number&zone=Europe/Rome',
      owner,
      { 'accept-language': 'it' },
    )
    assert.equal(answer.statusCode, 200)
    assert.match(String(answer.headers['content-type']), /^text\/csv/)
    assert.match(String(answer.headers['content-disposition']), /attachment; filename="orders-2026-11-22\.csv"/)
    const lines = answer.body.split('\r\n')
    assert.equal(lines[0], '\uFEFFTotale,Totale (valuta),Cliente,E-mail,Stato,Ordinato il (Europe/Rome)')
    assert.equal(lines[1], `1234.56,EUR,"'=HYPERLINK(""http://x"")",'+39@x.example,Pagato,2026-07-02 00:30:00`)
    assert.ok(lines[2]?.includes('"Rossi, ""Ada"""'))
    assert.deepEqual([lines.length, lines.at(-1)], [60_002, ''])
    const [kept] = await house.asOwner<{ actor_id: string; changes: unknown }>(
      `SELECT actor_id, changes FROM host.audit WHERE object_type = 'export' AND object_id = 'orders' ORDER BY at DESC, id DESC LIMIT 1`,
    )
    assert.deepEqual(kept, {
      actor_id: owner.id,
      changes: [
        { field: 'format', after: 'csv' },
        { field: 'columns', after: 'total,name,email,state,placedAt' },
      ],
    })
  })

  test('the same rows as the list, in its order, with a filter and a search', async () => {
    const query = 'filter=state:is:expired&filter=total:from:30000&search=hugo&sort=-total'
    const shown: string[] = []
    let after = ''
    for (;;) {
      const page = (await ask(`/orders?${query}&limit=200${after}`)).json()
      shown.push(...page.items.map((item: { number: string }) => item.number))
      if (page.nextCursor === null) break
      after = `&after=${page.nextCursor}`
    }
    assert.ok(shown.length > 100, String(shown.length))
    const lines = (await ask(`/orders/export?format=csv&columns=number&${query}`)).body.trimEnd().split('\r\n')
    assert.deepEqual(lines.slice(1), shown)
  })

  test('what is written meanwhile is not in it: one moment, however long the download', async () => {
    const list = house.blueprint.routes.map(listOf).find((one) => one?.name === 'customers')
    assert.ok(list)
    const query = { locale: 'en', now: new Date(), format: 'csv', sort: 'name', columns: 'name' } as const
    const file = await exportList(house.database, house.translations.for('en'), list, query)
    assert.ok(file.ok && !Buffer.isBuffer(file.value.body))
    await house.asOwner(`UPDATE customers.customer SET name = 'Zzz'`)
    let text = ''
    for await (const piece of file.value.body) text += String(piece)
    assert.equal(text.trimEnd().split('\r\n').length, 5_001)
    assert.ok(!text.includes('Zzz'))
  })

  test('a third at once waits; a download that is given up makes room', async () => {
    const list = house.blueprint.routes.map(listOf).find((one) => one?.name === 'orders')
    assert.ok(list)
    const start = () =>
      exportList(house.database, house.translations.for('en'), list, { locale: 'en', now: new Date(), format: 'csv' })
    const [first, second] = [await start(), await start()]
    const third = await start()
    assert.equal(!third.ok && third.refusal.code, 'host.exports_busy')
    for (const one of [first, second]) {
      assert.ok(one.ok && !Buffer.isBuffer(one.value.body))
      const { body } = one.value
      await new Promise((done) => body.once('close', done).destroy())
    }
    for (let turn = 0; turn < 1500 && house.database.pool.idleCount < house.database.pool.totalCount; turn++) {
      await new Promise((done) => setTimeout(done, 20))
    }
    assert.equal(house.database.pool.idleCount, house.database.pool.totalCount, 'every connection came back')
    const again = await ask('/orders/export?format=csv&filter=state:is:awaiting_payment')
    assert.equal(again.body.trimEnd().split('\r\n').length, 6_001)
  })

  test('XLSX: numbers are numbers, text is text, times are times; beyond fifty thousand rows CSV is offered', async () => {
    const answer = await ask(
      '/orders/export?format=xlsx&filter=number:is:1000001&columns=name,total,placedAt&zone=Europe/Rome',
    )
    assert.equal(answer.statusCode, 200, answer.body.slice(0, 300))
    const sheet = unzipped(answer.rawPayload, 'xl/worksheets/sheet1.xml')
    const words = unzipped(answer.rawPayload, 'xl/sharedStrings.xml')
    assert.ok(
      words.includes('<t>=HYPERLINK(&quot;http://x&quot;)</t>') || words.includes('<t>=HYPERLINK("http://x")</t>'),
      words,
    )
    assert.ok(sheet.includes('<v>1234.56</v>') && !sheet.includes('<f>'), sheet)
    // 2026-07-02 00:30 in Rome, in days since 1899-12-30.
    assert.ok(sheet.includes('<v>46205.020833'), sheet)
    const refused = await ask('/orders/export?format=xlsx')
    assert.deepEqual([refused.statusCode, refused.json().code], [422, 'host.export_too_large'])
    assert.equal((await ask('/orders/export?format=csv&columns=number,nothing')).json().field, 'columns')
  })
})

/** One file of a ZIP archive, found by its central directory (APPNOTE 4.3.12). */
function unzipped(archive: Buffer, name: string): string {
  let at = archive.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
  while (at >= 0 && archive.readUInt32LE(at) === 0x02014b50) {
    const lengths = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset))
    const [nameLength = 0, extra = 0, comment = 0] = lengths
    if (archive.toString('utf8', at + 46, at + 46 + nameLength) === name) {
      const local = archive.readUInt32LE(at + 42)
      const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
      return inflateRawSync(archive.subarray(start, start + archive.readUInt32LE(at + 20))).toString('utf8')
    }
    at += 46 + nameLength + extra + comment
  }
  return assert.fail(`no ${name} in the archive`)
}

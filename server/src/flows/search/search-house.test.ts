import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { fillLists } from '../../testing/fill-lists.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'

let house: TestHouse
let app: FastifyInstance
let owner: SignedIn

/** One name that stands in a record of each kind. */
const COMMON = 'zampogna'

before(async () => {
  house = await createTestHouse()
  app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
  await fillLists(house, {
    documents: 2_000,
    orders: 3_000,
    products: 2_000,
    variants: 2_000,
    customers: 2_000,
    todos: 500,
    mails: 500,
    projects: 300,
    templates: 300,
    recurrences: 300,
  })
  await house.asOwner(`
    UPDATE orders.sales_order SET name = 'Pia Zampogna' WHERE number IN (1000007, 1000009);
    UPDATE catalog.product SET names = '{"en": "Zampogna of Molise", "it": "Zampogna molisana"}' WHERE handle = 'p7';
    UPDATE customers.customer SET name = 'Pia Zampogna' WHERE email LIKE 'c7@%';
    UPDATE people.staff SET name = 'Zampogna Lia' WHERE id = '${(await signedInAs(house, 'picker')).id}';
    UPDATE work.todo SET title = 'Tune the zampogna' WHERE title LIKE 'Call % 7';
    UPDATE work.project SET title = 'Zampogna in spring' WHERE title LIKE 'Launch % 7';
    UPDATE work.template SET name = 'A zampogna is built' WHERE name LIKE 'Opening % 7' OR name LIKE 'Opening % 8';
    INSERT INTO work.template_retirement (template_id, at, by, reason)
      SELECT id, now(), 'x', 'x' FROM work.template WHERE name = 'A zampogna is built' ORDER BY id LIMIT 1;
    UPDATE work.recurrence SET title = 'Oil the zampogna' WHERE title LIKE 'Count % 7';
    UPDATE host.mail SET subject = 'Your zampogna is on its way' WHERE dedup_key = 'k7'`)
})

interface Item {
  readonly kind: string
  readonly title: string
  readonly subtitle: string
  readonly path: string
}

async function search(q: string, as: SignedIn = owner, locale = 'en', limit = 5) {
  const url = `/api/search?q=${encodeURIComponent(q)}&limit=${limit}`
  const answer = await app.inject({ url, headers: { ...as.headers, 'accept-language': locale } })
  const items = answer.statusCode === 200 ? (answer.json().items as Item[]) : []
  return { status: answer.statusCode, items, kinds: [...new Set(items.map((item) => item.kind))] }
}

test('finds records of every kind, with the address of each in the back office', async () => {
  const { items, kinds } = await search(COMMON, owner, 'it')
  assert.deepEqual(kinds, [
    'order',
    'product',
    'customer',
    'staff',
    'todo',
    'project',
    'template',
    'recurrence',
    'mail',
  ])
  assert.equal(items.filter((item) => item.kind === 'order').length, 2)
  assert.equal(items.filter(({ kind }) => kind === 'template').length, 1, 'what was put away is not offered')
  const opened = Object.fromEntries(items.map(({ kind, path }) => [kind, path.replace(/[0-9a-f-]{36}$/, '')]))
  assert.deepEqual(
    [opened['project'], opened['template'], opened['recurrence']],
    ['/projects/', '/records/template/', '/records/recurrence/'],
  )
  const product = items.find((item) => item.kind === 'product')
  assert.equal(product?.title, 'Zampogna molisana')
  assert.match(product?.path ?? '', /^\/products\/[0-9a-f-]{36}$/)
})

test('an order by its number or the beginning of it, the exact one first', async () => {
  const titles = async (q: string) =>
    (await search(q)).items.filter(({ kind }) => kind === 'order').map(({ title }) => title)
  assert.deepEqual(await titles('1000007'), ['#1000007'])
  assert.deepEqual(await titles('#1000007'), ['#1000007'])
  assert.deepEqual(
    await titles('100150'),
    Array.from({ length: 5 }, (_, n) => `#${1001500 + n}`),
  )
  assert.deepEqual(await titles('99'), [])
})

test('a product by SKU, GTIN, the beginnings of words, and in spite of a typing error', async () => {
  const first = async (q: string) => (await search(q)).items.find(({ kind }) => kind === 'product')
  assert.match((await first('sku-77'))?.subtitle ?? '', /^SKU-77 · /)
  assert.match((await first('4000000000077'))?.subtitle ?? '', /^SKU-77 · /)
  assert.equal((await first('zam mol'))?.title, 'Zampogna of Molise')
  assert.equal((await first('zampona'))?.title, 'Zampogna of Molise')
})

test('a document by the beginning of its number', async () => {
  const found = (await search('inv-2026-000000')).items.filter(({ kind }) => kind === 'document')
  assert.deepEqual(
    found.map(({ title }) => title),
    Array.from({ length: 5 }, (_, n) => `INV-2026-000000${n + 1}`),
  )
  assert.match(found[0]?.path ?? '', /^\/documents\/[0-9a-f-]{36}$/)
  const picker = await signedInAs(house, 'picker')
  assert.deepEqual((await search('inv-2026-000000', picker)).items, [])
})

test('nobody is shown a kind that their roles do not let them read', async () => {
  const readable: Readonly<Record<string, string>> = {
    order: 'orders:read',
    product: 'catalog:read',
    customer: 'customers:read',
    staff: 'people:read',
    todo: 'work:read',
    project: 'work:read',
    template: 'work:read',
    recurrence: 'work:read',
    mail: 'operations:read',
  }
  const roles = (await house.asOwner<{ code: string }>('SELECT code FROM people.role')).map(({ code }) => code)
  const seen = new Set<string>()
  for (const role of ['', ...roles]) {
    const member = await signedInAs(house, ...(role === '' ? [] : [role]))
    const rights = new Set(
      (await app.inject({ url: '/api/session', headers: member.headers })).json().permissions as string[],
    )
    const expected = Object.keys(readable).filter((kind) => rights.has(readable[kind] ?? ''))
    assert.deepEqual((await search(COMMON, member)).kinds, expected, role)
    seen.add(expected.join())
  }
  assert.ok(seen.size > 4, 'the roles differ')
})

test('asks for two characters and for a member of staff', async () => {
  for (const q of ['a', ' a', '', 'a'.repeat(101)]) assert.equal((await search(q)).status, 422, q)
  assert.equal((await app.inject({ url: '/api/search?q=ab' })).statusCode, 401)
  for (const odd of ["o'", '%%', '__', '\\\\', ':*', '& |', '#1', '12345678901234567890', 'é…']) {
    assert.equal((await search(odd)).status, 200, odd)
  }
})

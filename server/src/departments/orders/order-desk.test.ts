/** The desk at which orders are found, sorted and held: search, tags, holds. One shop, one database, one server. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { must, openShop, type Good, type Shop } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { ok } from '../../kernel/result.ts'
import {
  cancelOrder,
  forgetSearchTerm,
  heldBecause,
  lockOrder,
  payOrder,
  recordSearchTerm,
  refuseHeld,
} from './index.ts'
import { orderTasks } from './jobs/change-orders.ts'
import { judgeOrderJob } from './jobs/judge-order.ts'
import { keepHold } from './use-cases/hold-order.ts'
import { refuseTooMany } from './use-cases/refuse-too-many.ts'

let house: TestHouse
let app: FastifyInstance
let shop: Shop
let owner: SignedIn

before(async () => {
  house = await createTestHouse()
  app = await createTestServer(house)
  shop = await openShop(house)
  owner = await signedInAs(house, 'owner')
})

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

interface Asking {
  readonly as?: SignedIn
  readonly version?: number
}

async function ask(method: Method, path: string, body?: object, { as = owner, version }: Asking = {}) {
  const headers = { ...as.headers, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) }
  const answer = await app.inject({ method, url: `/api${path}`, headers, ...(body ? { payload: body } : {}) })
  return { status: answer.statusCode, said: answer.body === '' ? undefined : answer.json() }
}

async function place(goods: Partial<Record<Good, number>>, email?: string) {
  return must(await shop.place(await shop.fill(goods), email === undefined ? {} : { email }))
}

/** Numbers of the orders that the list shows. */
async function listed(query: string, as = owner): Promise<string[]> {
  const { said } = await ask('GET', `/orders?${query}`, undefined, { as })
  return (said.items as { number: string }[]).map(({ number }) => number)
}

describe('search', () => {
  test('finds an order by a SKU sold in it, by its parcel, and still by number and buyer', async () => {
    const lamp = await place({ lamp: 1, mug: 1 }, 'lucia@calle.example')
    const book = await place({ book: 1 }, 'lamp.lover@calle.example')
    assert.deepEqual(await listed('search=LaMp'), [lamp.number], 'what is sold goes before who buys')
    assert.deepEqual(await listed('search=lamp.lover'), [book.number])
    assert.deepEqual(await listed(`search=%23${book.number}`), [book.number])
    assert.deepEqual(await listed('filter=sku:is:book'), [book.number])
    assert.deepEqual(await listed('filter=sku:is:mug&filter=sku:is:book'), [book.number, lamp.number], 'any of them')
    const parcel = { orderId: book.id, kind: 'tracking', term: ' 1Z 999\tAA1 01 ' } as const
    const told = async (act: typeof recordSearchTerm, term: string) =>
      must(
        await house.run(async (ctx) => {
          act(ctx, { ...parcel, term })
          return ok()
        }),
      )
    for (const term of [parcel.term, parcel.term, ' ']) await told(recordSearchTerm, term)
    for (const typed of ['1Z999AA101', '1z 999 aa1 01']) {
      assert.deepEqual(await listed(`search=${encodeURIComponent(typed)}`), [book.number], typed)
    }
    await told(recordSearchTerm, '00340434161094')
    const palette = await ask('GET', '/search?q=00340434161094')
    assert.deepEqual(
      palette.said.items.map(({ title }: { title: string }) => title),
      [`#${book.number}`],
      'a number of digits alone may be a parcel’s',
    )
    await told(forgetSearchTerm, '00340434161094')
    assert.deepEqual(await listed('search=00340434161094'), [])
  })
})

describe('tags', () => {
  test('declared once, hung on orders, found and counted; whoever removes one takes it off everywhere', async () => {
    const [first, second] = [await place({ mug: 1 }), await place({ mug: 2 })]
    const made = await ask('POST', '/order-tags', { name: '  Gift   wrap ', colour: 'pink' })
    assert.equal(made.status, 201)
    const { id: gift } = made.said
    const { id: rush } = (await ask('POST', '/order-tags', { name: 'Rush', colour: 'red' })).said
    for (const [body, code] of [
      [{ name: 'GIFT wrap', colour: 'blue' }, 'orders.tag_exists'],
      [{ name: '   ', colour: 'blue' }, 'orders.tag_name_missing'],
    ] as const) {
      const { said } = await ask('POST', '/order-tags', body)
      assert.deepEqual([said.code, said.field], [code, 'name'])
    }
    const hang = (orderId: string, add: string[], remove: string[] = []) =>
      ask('POST', `/orders/${orderId}/tags`, { add, remove })
    assert.deepEqual((await hang(first.id, [gift, rush])).said, { changed: true })
    assert.deepEqual((await hang(first.id, [gift])).said, { changed: false }, 'twice is once')
    assert.deepEqual((await hang(second.id, [rush])).said, { changed: true })
    assert.deepEqual(await listed(`filter=tag:is:${rush}`), [second.number, first.number])
    assert.deepEqual(await listed(`filter=tag:is:${gift}`), [first.number])
    const shown = (await ask('GET', `/orders?search=${first.number}`)).said.items[0]
    assert.deepEqual(
      shown.tags.map(({ name, colour }: { name: string; colour: string }) => `${name} ${colour}`),
      ['Gift wrap pink', 'Rush red'],
    )
    const csv = await app.inject({
      url: `/api/orders/export?format=csv&columns=number,tags&search=${first.number}`,
      headers: owner.headers,
    })
    assert.match(csv.body, /"Gift wrap, Rush"/)
    const counts = (await ask('GET', '/order-tags')).said.items as { name: string; orders: number; version: number }[]
    assert.deepEqual(
      counts.map(({ name, orders }) => [name, orders]),
      [
        ['Gift wrap', 1],
        ['Rush', 2],
      ],
    )
    assert.deepEqual((await hang(first.id, [], [gift])).said, { changed: true })
    assert.equal((await hang(first.id, [owner.id])).said.code, 'orders.unknown_tag')
    assert.equal((await hang(owner.id, [rush])).said.code, 'orders.not_found')
    const renamed = { name: 'Wrapped', colour: 'violet' }
    assert.equal((await ask('PUT', `/order-tags/${gift}`, renamed)).said.code, 'host.version_required')
    assert.deepEqual((await ask('PUT', `/order-tags/${gift}`, renamed, { version: 1 })).said, { id: gift, version: 2 })
    assert.equal((await ask('PUT', `/order-tags/${gift}`, renamed, { version: 1 })).said.code, 'host.version_conflict')
    assert.equal((await ask('PUT', `/order-tags/${owner.id}`, renamed)).said.code, 'orders.tag_not_found')
    assert.equal((await ask('DELETE', `/order-tags/${rush}`)).status, 200)
    assert.equal((await ask('DELETE', `/order-tags/${rush}`)).said.code, 'orders.tag_not_found')
    assert.deepEqual((await ask('GET', `/orders/${second.id}/desk`)).said.tags, [])
    const many = await Promise.all(
      Array.from({ length: 21 }, (_, n) => ask('POST', '/order-tags', { name: `Tag ${n}`, colour: 'grey' })),
    )
    assert.equal(
      (
        await hang(
          first.id,
          many.map(({ said }) => said.id),
        )
      ).said.code,
      'orders.too_many_tags',
    )
  })
})

/** Works off what the facts of orders asked for, each twice. */
async function judgeAll(): Promise<void> {
  const jobs = await house.asOwner<{ id: string; ref: string }>(
    `UPDATE host.job SET state = 'done', finished_at = now() WHERE kind = 'judge-order' AND state = 'ready' RETURNING id, ref`,
  )
  for (const job of [...jobs, ...jobs]) await judgeOrderJob.run(house, { ...job, payload: {}, attempt: 1 })
}

async function pay(orderId: string): Promise<void> {
  must(
    await house.run(async (ctx) => {
      const order = await lockOrder(ctx, orderId)
      return order.ok ? payOrder(ctx, order.value, order.value.contentHash) : order
    }),
  )
}

async function desk(orderId: string, as = owner) {
  const { said } = await ask('GET', `/orders/${orderId}/desk`, undefined, { as })
  const { holds, allowedActions } = said as {
    holds: { id: string; kind: string; words: string; todoId: string | null; released: { reason: string } | null }[]
    allowedActions: { action: string; allowed: boolean }[]
  }
  return {
    holds,
    open: holds.filter(({ released }) => released === null).map(({ words }) => words),
    may: allowedActions.filter(({ allowed }) => allowed).map(({ action }) => action),
  }
}

const overTen = { what: 'value', over: { EUR: 1_000 }, firstTime: true }
const ruleOf = (terms: object, more: object = {}) => ({ terms, markets: [], active: true, assignee: null, ...more })

describe('holds', () => {
  test('a rule says in plain words what it would have held; then it holds, once, and asks its owner to look', async () => {
    const known = 'nina@calle.example'
    const before = await place({ mug: 1 }, known)
    await pay(before.id)
    await judgeAll()
    const tried = (await ask('POST', '/hold-rule-trials', { terms: overTen, markets: [] })).said
    assert.equal(tried.sentence, 'Hold orders over €10.00 of first-time buyers')
    assert.ok(tried.held >= 1 && tried.looked >= tried.held && !tried.capped && tried.knowable)
    assert.ok(
      tried.examples.some(({ number }: { number: string }) => number === before.number),
      JSON.stringify(tried.examples),
    )
    const made = await ask('POST', '/hold-rules', ruleOf(overTen, { assignee: 'role:care_agent' }))
    assert.equal(made.status, 201)
    const again = await place({ mug: 1 }, known)
    const stranger = await place({ mug: 1 }, 'stranger@calle.example')
    for (const { id } of [again, stranger]) await pay(id)
    await judgeAll()
    assert.deepEqual((await desk(before.id)).open, [], 'orders from before the rule stay as they are')
    assert.deepEqual((await desk(again.id)).open, [], 'who bought before is let pass')
    const held = await desk(stranger.id)
    assert.equal(held.open.length, 1, 'judged twice, held once')
    assert.match(held.open[0] ?? '', /^The first order of this buyer, and €\d+\.\d\d is over €10\.00$/)
    assert.deepEqual(held.may, ['hold', 'release'])
    assert.deepEqual(await listed('filter=held:is:fraud'), [stranger.number])
    assert.deepEqual(await listed('filter=held:is:address&filter=held:is:manual'), [])
    const because = await heldBecause(house.database, stranger.id)
    const refused = refuseHeld(because)
    assert.ok(!refused.ok && refused.refusal.code === 'orders.held')
    assert.ok(refuseHeld(await heldBecause(house.database, again.id)).ok)
    const todoOf = async () => {
      const [todo] = await house.asOwner<{ state: string; title: string; assignee: string; note: string }>(
        'SELECT state, title, assignee, note FROM work.todo WHERE record_id = $1',
        [stranger.id],
      )
      return todo
    }
    assert.deepEqual(
      [(await todoOf())?.state, (await todoOf())?.assignee, (await todoOf())?.title],
      ['open', 'role:care_agent', `Order ${stranger.number} is held: look at it`],
    )
    assert.equal((await ask('POST', `/orders/${stranger.id}/release`, { reason: ' I rang them ' })).status, 200)
    assert.equal((await todoOf())?.state, 'done', 'whoever was asked need not look any more')
    const [hold] = (await desk(stranger.id)).holds
    assert.equal(hold?.released?.reason, 'I rang them')
    assert.equal((await ask('POST', `/orders/${stranger.id}/release`, { reason: 'x' })).said.code, 'orders.not_held')
    await house.asOwner(`UPDATE host.job SET state = 'ready' WHERE kind = 'judge-order' AND ref = $1`, [stranger.id])
    await judgeAll()
    assert.deepEqual((await desk(stranger.id)).open, [], 'what was let go is not held again by the same rule')
    const [rule] = (await ask('GET', '/hold-rules')).said.items
    assert.deepEqual([rule.open, rule.held, rule.kind, rule.sentence], [0, 1, 'fraud', tried.sentence])
    const off = { ...ruleOf(overTen), active: false }
    assert.equal((await ask('PUT', `/hold-rules/${rule.id}`, off)).said.code, 'host.version_required')
    assert.equal((await ask('PUT', `/hold-rules/${rule.id}`, off, { version: 1 })).said.version, 2)
    const passed = await place({ mug: 1 }, 'passed@calle.example')
    await pay(passed.id)
    await judgeAll()
    assert.deepEqual((await desk(passed.id)).open, [], 'a rule that is off holds nothing')
  })

  test('by hand, with a reason; one reason ends and the other stays; what was called off waits for nothing', async () => {
    const order = await place({ book: 1 })
    const hold = (reason: string) => ask('POST', `/orders/${order.id}/holds`, { reason })
    const byHand = await hold('  waits for a card ')
    assert.equal(byHand.status, 201)
    assert.equal((await hold('again')).said.code, 'orders.already_held')
    assert.deepEqual((await desk(order.id)).may, ['release'])
    assert.deepEqual((await desk(order.id)).open, ['By hand: waits for a card'])
    must(
      await house.run(async (ctx) => {
        const locked = await lockOrder(ctx, order.id)
        if (!locked.ok) return locked
        const stock = { kind: 'stock', rule: null, because: 'stock', params: { skus: 'BOOK' }, todoId: null } as const
        keepHold(ctx, locked.value, stock)
        return ok()
      }),
    )
    const ended = await ask('POST', `/orders/${order.id}/release`, { reason: 'card is in', holdId: byHand.said.id })
    assert.equal(ended.status, 200)
    assert.deepEqual((await desk(order.id)).open, ['Promised and not on the shelf: BOOK'])
    assert.deepEqual(await listed('filter=held:is:stock'), [order.number])
    const [told] = await house.asOwner<{ n: string }>(
      `SELECT count(*) AS n FROM host.event WHERE name = 'order.released.v1' AND ref_id = $1`,
      [order.id],
    )
    assert.equal(Number(told?.n), 0, 'it still waits')
    must(
      await house.run(async (ctx) => {
        const locked = await lockOrder(ctx, order.id)
        return locked.ok ? cancelOrder(ctx, locked.value, { reason: 'changed their mind' }) : locked
      }),
    )
    await judgeAll()
    assert.deepEqual((await desk(order.id)).open, [])
    assert.equal((await hold('too late')).said.code, 'orders.not_holdable')
    assert.equal((await ask('POST', `/orders/${owner.id}/holds`, { reason: 'x' })).said.code, 'orders.not_found')
  })

  test('rules that cannot be meant are refused, and their permission is one of its own', async () => {
    for (const [rule, code, field] of [
      [ruleOf({ what: 'value', over: {}, firstTime: false }), 'orders.hold_amount_missing', 'terms.over'],
      [ruleOf({ what: 'value', over: { XXZ: 1 }, firstTime: false }), 'orders.unknown_currency', 'terms.over'],
      [
        ruleOf({ what: 'email_domain', domains: ['ok.example', 'nonsense'] }),
        'orders.hold_domain_wrong',
        'terms.domains.1',
      ],
      [ruleOf({ what: 'po_box' }, { markets: ['it', 'atlantis'] }), 'orders.hold_market_unknown', 'markets.1'],
      [ruleOf({ what: 'po_box' }, { assignee: 'role:nobody' }), 'work.unknown_assignee', 'assignee'],
    ] as const) {
      const { said } = await ask('POST', '/hold-rules', rule)
      assert.deepEqual([said.code, said.field], [code, field])
    }
    assert.equal(
      (await ask('PUT', `/hold-rules/${owner.id}`, ruleOf({ what: 'stock' }))).said.code,
      'orders.hold_rule_not_found',
    )
    assert.equal((await ask('DELETE', `/hold-rules/${owner.id}`)).said.code, 'orders.hold_rule_not_found')
    const picker = await signedInAs(house, 'picker')
    assert.equal((await ask('POST', '/hold-rules', ruleOf({ what: 'stock' }), { as: picker })).status, 403)
    assert.equal((await ask('GET', '/hold-rules', undefined, { as: picker })).status, 200)
    const order = await place({ book: 1 })
    assert.equal((await ask('POST', `/orders/${order.id}/holds`, { reason: 'x' }, { as: picker })).status, 403)
    assert.deepEqual((await desk(order.id, picker)).may, [])
    const kept = (await ask('POST', '/hold-rules', ruleOf({ what: 'stock' }))).said
    assert.equal((await ask('DELETE', `/hold-rules/${kept.id}`)).status, 200)
  })
})

describe('one change to many', () => {
  test('each order by itself: what refuses is told and stops nobody; killed and begun anew it goes on', async () => {
    const [first, second, ended] = [await place({ mug: 1 }), await place({ mug: 1 }), await place({ mug: 1 })]
    must(
      await house.run(async (ctx) => {
        const locked = await lockOrder(ctx, ended.id)
        return locked.ok ? cancelOrder(ctx, locked.value, { reason: 'x' }) : locked
      }),
    )
    const ids = [first.id, second.id, ended.id]
    const begun = await ask('POST', '/order-holds', { ids, action: 'hold', reason: 'stocktake' })
    assert.deepEqual([begun.status, begun.said.count], [202, 3])
    const [task] = await house.asOwner<{ kind: string; input: Record<string, unknown> }>(
      'SELECT kind, input FROM host.task WHERE id = $1',
      [begun.said.taskId],
    )
    const definition = orderTasks.find(({ kind }) => kind === task?.kind) ?? assert.fail('no such task')
    const actor = { kind: 'staff', id: owner.id, name: 'The owner', permissions: new Set(['orders:hold']) } as const
    const run = async (stopAfter: number) => {
      let asked = 0
      const report = { progress: () => {}, stopAsked: async () => asked++ >= stopAfter }
      const running = {
        id: begun.said.taskId,
        kind: task?.kind ?? '',
        actor,
        requestId: undefined,
        input: task?.input ?? {},
        attempt: 1,
      }
      return must(await definition.run(house, running, report))
    }
    assert.deepEqual(await run(0), { changed: 0, unchanged: 0, refused: 0 }, 'stopped before the first')
    for (let attempt = 0; attempt < 2; attempt++) {
      assert.deepEqual(await run(9), { changed: 2, unchanged: 0, refused: 1 }, 'the same end each time')
    }
    assert.deepEqual((await desk(first.id)).open, ['By hand: stocktake'])
    const outcome = (await ask('GET', `/order-holds/${begun.said.taskId}`)).said
    assert.deepEqual(
      outcome.refusals.map(({ number, code }: { number: string; code: string }) => [number, code]),
      [[ended.number, 'orders.not_holdable']],
    )
    const { id: tagId } = (await ask('POST', '/order-tags', { name: 'Many', colour: 'blue' })).said
    const filter = [`number:is:${first.number}`]
    const some = await ask('POST', '/order-taggings', { selection: { filter }, action: 'tag', tagId })
    assert.equal(some.said.count, 1, 'what the list shows is meant')
    assert.deepEqual((await ask('GET', `/order-taggings/${some.said.taskId}`)).said.refusals, [])
    const none = { selection: { filter: ['number:is:1'] }, action: 'tag', tagId }
    assert.equal((await ask('POST', '/order-taggings', none)).said.code, 'orders.no_orders_meant')
    assert.equal((await ask('POST', '/order-taggings', { action: 'tag', tagId })).said.field, 'ids')
    const many = refuseTooMany(5_001, 5_000)
    assert.ok(!many.ok && many.refusal.code === 'orders.too_many_orders')
  })

  test('a note is left at many and taken back again, once each; what a task changed is meant by it', async () => {
    const [first, second] = [await place({ mug: 1 }), await place({ mug: 1 })]
    const ids = [first.id, second.id]
    const run = async (taskId: string) => {
      const [task] = await house.asOwner<{ kind: string; input: Record<string, unknown> }>(
        'SELECT kind, input FROM host.task WHERE id = $1',
        [taskId],
      )
      const definition = orderTasks.find(({ kind }) => kind === task?.kind) ?? assert.fail('no such task')
      const actor = { kind: 'staff', id: owner.id, name: 'The owner', permissions: new Set(['orders:write']) } as const
      const kind = task?.kind ?? ''
      const running = { id: taskId, kind, input: task?.input ?? {}, actor, requestId: undefined, attempt: 1 }
      const ended = await definition.run(house, running, { progress: () => {}, stopAsked: async () => false })
      assert.ok(ended.ok)
      return ended.value
    }
    const said = async ({ id }: { id: string }) => {
      const { items } = (await ask('GET', `/threads?type=order&id=${id}`)).said
      return items.flatMap(({ comments }: { comments: { body: string }[] }) => comments.map(({ body }) => body))
    }
    const noted = await ask('POST', '/order-notes', { ids, action: 'note', body: ' The courier is on strike. ' })
    assert.deepEqual([noted.status, noted.said.count], [202, 2])
    for (let twice = 0; twice < 2; twice++) {
      assert.deepEqual(await run(noted.said.taskId), { changed: 2, unchanged: 0, refused: 0 })
    }
    assert.deepEqual(
      [await said(first), await said(second)],
      [['The courier is on strike.'], ['The courier is on strike.']],
    )
    const back = await ask('POST', '/order-notes', { changedBy: noted.said.taskId, action: 'unnote' })
    assert.equal(back.said.count, 2)
    assert.deepEqual(await run(back.said.taskId), { changed: 2, unchanged: 0, refused: 0 })
    assert.deepEqual([await said(first), await said(second)], [[''], ['']], 'its words go, its trace stays')
    const again = await ask('POST', '/order-notes', { changedBy: noted.said.taskId, action: 'unnote' })
    assert.deepEqual(await run(again.said.taskId), { changed: 0, unchanged: 2, refused: 0 })
    assert.equal((await ask('GET', `/order-notes/${again.said.taskId}`)).said.unchanged, 2)
    const { id: tagId } = (await ask('POST', '/order-tags', { name: 'Strike', colour: 'red' })).said
    assert.ok((await ask('POST', `/orders/${first.id}/tags`, { add: [tagId], remove: [] })).status < 300)
    const tagged = await ask('POST', '/order-taggings', { ids, action: 'tag', tagId })
    assert.deepEqual(await run(tagged.said.taskId), { changed: 1, unchanged: 1, refused: 0 })
    const untagged = await ask('POST', '/order-taggings', { changedBy: tagged.said.taskId, action: 'untag', tagId })
    assert.equal(untagged.said.count, 1, 'what was so before stays so')
    assert.equal((await ask('POST', '/order-notes', { ids, action: 'note' })).said.field, 'body')
    assert.equal((await ask('POST', '/order-notes', { ids, action: 'unnote' })).said.field, 'changedBy')
    const unknown = { changedBy: '018f0000-0000-7000-8000-000000000000', action: 'unnote' }
    assert.equal((await ask('POST', '/order-notes', unknown)).said.code, 'orders.no_orders_meant')
  })

  test('lines are taken away as a file: those of the orders that the list shows, names for who may see them', async () => {
    const { number } = await place({ mug: 2, lamp: 1 }, '=cmd@calle.example')
    const file = async (as: SignedIn, query: string) => {
      const answer = await app.inject({ url: `/api/order-lines/export?${query}`, headers: as.headers })
      return { status: answer.statusCode, rows: answer.body.trim().split(/\r?\n/) }
    }
    const shown = `filter=number:is:${number}&zone=Europe/Rome`
    const { status, rows } = await file(owner, `format=csv&${shown}&columns=number,sku,quantity,lineTotal,email`)
    assert.equal(status, 200)
    const [headings, ...lines] = rows
    assert.match(headings ?? '', /^Order,SKU,Quantity,Total/)
    assert.equal(lines.length, 2)
    assert.ok(
      lines.some((line) => line.startsWith(`${number},MUG,2,29.80`)),
      lines.join(' | '),
    )
    assert.ok(
      lines.every((line) => line.includes("'=cmd@calle.example")),
      'a cell is never a formula',
    )
    const searched = await file(owner, `format=csv&search=${number}&columns=sku`)
    assert.deepEqual(searched.rows.toSorted(), ['LAMP', 'MUG', 'SKU'])
    const auditor = await signedInAs(house, 'picker')
    const whole = await file(auditor, `format=csv&${shown}`)
    assert.ok(whole.status === 200 && !whole.rows.join().includes('calle.example'), whole.rows.join())
    assert.equal((await file(auditor, `format=csv&${shown}&columns=email`)).status, 422)
    assert.equal((await file(owner, `format=xlsx&${shown}`)).status, 200)
    assert.equal(
      (await file(owner, 'format=csv&filter=sku:is:LAMP&filter=state:is:cancelled&columns=sku')).rows.length,
      1,
    )
  })
})

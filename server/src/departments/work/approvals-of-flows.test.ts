/** Rules over acts that lie in payments and flows: refunds, calling off, imports; and programs that ask. */
import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { saveLocations } from '../inventory/index.ts'
import { must } from '../../testing/scene.ts'
import { signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { openPaymentScene, type PaymentScene, type PlacedToPay } from '../../testing/payment-scene.ts'

let scene: PaymentScene
let owner: SignedIn
let clerk: SignedIn
let accountant: SignedIn
before(async () => {
  scene = await openPaymentScene()
  owner = await signedInAs(scene.house, 'owner')
  clerk = await signedInAs(scene.house, 'owner')
  accountant = await signedInAs(scene.house, 'accountant')
})

type Body = Record<string, unknown>
type Caller = Pick<SignedIn, 'headers'>

async function call(who: Caller, method: string, path: string, body?: object, headers: Record<string, string> = {}) {
  const answer = await fetch(`${scene.url}/api${path}`, {
    method,
    headers: { ...who.headers, ...(body ? { 'content-type': 'application/json' } : {}), ...headers },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return { status: answer.status, body: (await answer.json().catch(() => ({}))) as Body }
}

const rule = { markets: null, roles: ['accountant'], approvals: 1, activeFrom: null, activeTo: null, note: '' }
const above = (act: string, amount: number) => ({
  ...rule,
  act,
  condition: { kind: 'above_amount', fact: 'amount', amounts: [{ amount, currency: 'EUR' }] },
})

async function under(draft: object, work: () => Promise<void>): Promise<void> {
  const made = await call(owner, 'POST', '/approval-rules', draft)
  assert.equal(made.status, 201, JSON.stringify(made.body))
  try {
    await work()
  } finally {
    await call(owner, 'DELETE', `/approval-rules/${String(made.body['id'])}`)
  }
}

async function paidOrder(): Promise<{ order: PlacedToPay; paymentId: string }> {
  const order = await scene.order()
  await scene.pay(order)
  await scene.returnOf(order)
  const [row] = await scene.house.asOwner<{ id: string }>('SELECT id FROM payments.payment WHERE order_id = $1', [
    order.id,
  ])
  return { order, paymentId: row?.id ?? '' }
}

const refund = (who: Caller, paymentId: string, amount: number, headers: Record<string, string> = {}) =>
  call(
    who,
    'POST',
    `/payments/${paymentId}/refunds`,
    { amount: { amount, currency: 'EUR' }, reason: 'chipped' },
    headers,
  )

const heldId = ({ status, body }: { status: number; body: Body }): string => {
  const held = body['held'] as { id: string } | undefined
  assert.ok(status === 202 && held, JSON.stringify(body))
  return held.id
}

const decide = (who: Caller, id: string) =>
  call(who, 'POST', `/approvals/${id}/decision`, { verdict: 'approve', comment: '' })

describe('refunds', () => {
  test('in two halves: the second is held, since a day of one order counts', async () => {
    const { paymentId, order } = await paidOrder()
    await under(above('payments.refund', 1_000), async () => {
      assert.deepEqual(Object.keys((await refund(clerk, paymentId, 600)).body), ['refundId'])
      const second = await refund(clerk, paymentId, 600, { 'idempotency-key': 'half' })
      const id = heldId(second)
      const again = await refund(clerk, paymentId, 600, { 'idempotency-key': 'half' })
      assert.deepEqual(again.body, second.body)
      assert.equal((await refund(clerk, paymentId, 400)).status, 202)
      const page = await call(accountant, 'GET', `/approvals/${id}`)
      assert.match(String(page.body['summary']), /12\.00.*\d/)
      assert.equal(page.body['label'], `#${order.number}`)
      assert.deepEqual((await decide(accountant, id)).body, { state: 'approved' })
      await scene.work()
      assert.equal((await scene.figures(order)).refunded, 1_600n)
    })
    await scene.house.expectNoBreach()
  })

  test('two halves at once: one of them waits', async () => {
    for (let round = 0; round < 4; round++) {
      const { paymentId } = await paidOrder()
      await under(above('payments.refund', 1_000), async () => {
        const both = await Promise.all([refund(clerk, paymentId, 700), refund(owner, paymentId, 700)])
        assert.deepEqual(both.map(({ body }) => 'held' in body).sort(), [false, true])
      })
    }
  })

  test('in a currency that the rule does not name it is held, however small', async () => {
    const { paymentId } = await paidOrder()
    const inRupiah = {
      ...above('payments.refund', 0),
      condition: { kind: 'above_amount', fact: 'amount', amounts: [{ amount: 900_000_000, currency: 'IDR' }] },
    }
    await under(inRupiah, async () => void heldId(await refund(clerk, paymentId, 1)))
  })

  test('two approve at once: the money goes back once', async () => {
    const other = await signedInAs(scene.house, 'accountant')
    const { paymentId, order } = await paidOrder()
    await under(above('payments.refund', 100), async () => {
      const id = heldId(await refund(clerk, paymentId, 900))
      const told = await Promise.all([decide(accountant, id), decide(other, id)])
      assert.deepEqual(told.map(({ body }) => String(body['state'] ?? body['code'])).sort(), [
        'approved',
        'work.approval_decided',
      ])
      await scene.work()
      assert.equal((await scene.figures(order)).refunded, 900n)
    })
  })

  test('the approver is named beside who asked, on the payment and in its timeline', async () => {
    const { paymentId, order } = await paidOrder()
    await under(above('payments.refund', 100), async () => {
      const id = heldId(await refund(clerk, paymentId, 900))
      await decide(accountant, id)
      const [row] = await scene.house.asOwner<{ actor_id: string; changes: Body[] }>(
        `SELECT actor_id, changes FROM host.audit WHERE object_type = 'payment' AND object_id = $1 AND action = 'payments:refund'`,
        [paymentId],
      )
      assert.equal(row?.actor_id, clerk.id)
      assert.deepEqual(row?.changes.find(({ field }) => field === 'approvedBy')?.['after'], [accountant.id])
      const [decision] = await scene.house.asOwner<{ actor_id: string }>(
        `SELECT actor_id FROM host.audit WHERE object_type = 'approval' AND object_id = $1 AND action = 'work:approve'`,
        [id],
      )
      assert.equal(decision?.actor_id, accountant.id)
      const timeline = await call(owner, 'GET', `/records/order/${order.id}/timeline`)
      const titles = (timeline.body['items'] as { title: string }[]).map(({ title }) => title)
      assert.ok(titles.includes('Waits for approval'), titles.join())
    })
  })
})

describe('calling an order off', () => {
  const cancel = (who: Caller, { id }: PlacedToPay) =>
    call(who, 'POST', `/orders/${id}/cancellation`, { reason: 'changed mind' })

  test('is held by its amount, tried out for who decides, and done by the approval', async () => {
    const { order } = await paidOrder()
    await under(above('orders.cancel', 1_000), async () => {
      const id = heldId(await cancel(clerk, order))
      assert.equal((await scene.figures(order)).state, 'paid')
      const preview = await call(owner, 'GET', `/approvals/${id}/preview`)
      const changes = preview.body['changes'] as Body[]
      assert.deepEqual(
        changes.find(({ field }) => field === 'state'),
        { objectType: 'order', objectId: order.id, field: 'state', before: 'paid', after: 'cancelled' },
      )
      assert.equal((await scene.figures(order)).state, 'paid', 'a rehearsal changes nothing')
      const other = await signedInAs(scene.house, 'accountant')
      const told = await Promise.all([decide(accountant, id), decide(other, id)])
      assert.deepEqual(told.map(({ body }) => String(body['state'] ?? body['code'])).sort(), [
        'approved',
        'work.approval_decided',
      ])
      await scene.work()
      const { state, refunded } = await scene.figures(order)
      assert.deepEqual([state, refunded], ['cancelled', order.total])
    })
    await scene.house.expectNoBreach()
  })

  test('is no way around the rule about refunds', async () => {
    const { order } = await paidOrder()
    await under(above('payments.refund', 1_000), async () => {
      const id = heldId(await cancel(clerk, order))
      assert.equal((await call(owner, 'GET', `/approvals/${id}`)).body['act'], 'payments.refund')
      assert.equal((await scene.figures(order)).state, 'paid')
      assert.deepEqual((await decide(accountant, id)).body, { state: 'approved' })
    })
  })

  test('unpaid and held: the page on which the shopper pays stays open', async () => {
    const order = await scene.order()
    const page = await scene.openPage(order)
    await under({ ...rule, act: 'orders.cancel', condition: { kind: 'always' }, markets: ['it'] }, async () => {
      heldId(await cancel(clerk, order))
      assert.equal(await scene.payAt(page), 303)
    })
  })

  test('somebody else called it off meanwhile: it fails, and says so', async () => {
    const { order } = await paidOrder()
    let id = ''
    await under(above('orders.cancel', 1_000), async () => void (id = heldId(await cancel(clerk, order))))
    assert.equal((await cancel(owner, order)).status, 200)
    assert.deepEqual((await decide(accountant, id)).body, { state: 'failed' })
    const page = await call(accountant, 'GET', `/approvals/${id}`)
    assert.equal((page.body['problem'] as Body)['code'], 'orders.not_cancellable')
  })
})

describe('a key of somebody', () => {
  async function aKey(permissions: readonly string[]): Promise<Caller & { id: string }> {
    const [id, token] = [randomUUID(), `fondaco_${'k'.repeat(30)}${randomUUID().slice(0, 8)}`]
    const hash = createHash('sha256').update(token).digest()
    await scene.house.asOwner(
      `INSERT INTO people.api_key (id, name, token_hash, staff_id, permissions, expires_at, created_at)
       VALUES ($1, 'Till', $2, $3, $4, now() + interval '9 days', now())`,
      [id, hash, clerk.id, permissions],
    )
    return { id, headers: { authorization: `Bearer ${token}` } }
  }

  test('is held like its owner, who cannot approve what it asked for; nor can it approve', async () => {
    const key = await aKey(['payments:refund', 'payments:read', 'approvals:read'])
    const { paymentId, order } = await paidOrder()
    await under({ ...above('payments.refund', 100), roles: ['owner', 'accountant'] }, async () => {
      const id = heldId(await refund(key, paymentId, 900))
      assert.equal((await decide(clerk, id)).body['code'], 'work.approval_own_request')
      const mine = heldId(await refund(owner, paymentId, 800))
      assert.equal((await decide(key, mine)).status, 403)
      assert.deepEqual((await decide(accountant, id)).body, { state: 'approved' })
      await scene.work()
      assert.equal((await scene.figures(order)).refunded, 900n)
    })
  })

  test('revoked meanwhile, what it asked for fails', async () => {
    const key = await aKey(['payments:refund'])
    const { paymentId } = await paidOrder()
    await under(above('payments.refund', 100), async () => {
      const id = heldId(await refund(key, paymentId, 900))
      await scene.house.asOwner(
        `UPDATE people.api_key SET expires_at = now() - interval '1 minute', created_at = now() - interval '1 day' WHERE id = $1`,
        [key.id],
      )
      assert.deepEqual((await decide(accountant, id)).body, { state: 'failed' })
    })
  })
})

describe('an import', () => {
  const csv = (price: string, cups: number) =>
    [
      'Handle,Title,Variant SKU,Variant Price',
      ...Array.from({ length: cups }, (_, n) => `cup-${n},Cup ${n},CUP-${n},${n === cups - 1 ? price : '10.00'}`),
    ].join('\n')
  const start = async (text: string) => {
    const answer = await call(clerk, 'POST', '/product-imports', { csv: text, currency: 'EUR', location: 'venezia' })
    await scene.house.runJobs(['run-task'])
    return call(clerk, 'GET', `/tasks/${String(answer.body['taskId'])}`)
  }
  const dear = async () => {
    const [row] = await scene.house.asOwner<{ n: string }>(
      `SELECT count(*)::text AS n FROM pricing.price WHERE amount = 9900`,
    )
    return Number(row?.n)
  }

  test('is held as one, however many chunks it has; approved, it begins anew and is whole', async () => {
    must(
      await scene.house.run((ctx) =>
        saveLocations(ctx, [{ code: 'venezia', name: 'Venezia', kind: 'warehouse', country: 'IT' }]),
      ),
    )
    const cups = 250
    assert.equal((await start(csv('10.00', cups))).body['state'], 'done')
    const percent = {
      ...rule,
      act: 'pricing.change_price',
      condition: { kind: 'above_percent', fact: 'change', ppm: 150_000 },
    }
    await under(percent, async () => {
      const changed = csv('99.00', cups).replaceAll('Cup ', 'Mug ')
      const held = await start(changed)
      assert.equal(held.body['state'], 'failed')
      const problem = held.body['problem'] as { code: string; params: { approval: string } }
      assert.equal(problem.code, 'host.held_for_approval')
      assert.equal(await dear(), 0)
      const [names] = await scene.house.asOwner<{ n: string }>(
        `SELECT count(*)::text AS n FROM catalog.product WHERE names ->> 'en' LIKE 'Mug %'`,
      )
      assert.equal(names?.n, '0', 'nothing of the file is written')
      const dry = await call(clerk, 'POST', '/product-imports', {
        csv: changed,
        currency: 'EUR',
        location: 'venezia',
        dryRun: true,
      })
      assert.equal(dry.status, 202)
      assert.ok(dry.body['report'], 'a dry run asks nobody')
      assert.deepEqual((await decide(accountant, problem.params.approval)).body, { state: 'approved' })
      assert.equal((await decide(accountant, problem.params.approval)).body['code'], 'work.approval_decided')
      await scene.house.runJobs(['run-task'])
      assert.equal(await dear(), 1)
      const [after] = await scene.house.asOwner<{ n: string }>(
        `SELECT count(*)::text AS n FROM catalog.product WHERE names ->> 'en' LIKE 'Mug %'`,
      )
      assert.equal(after?.n, String(cups))
      const [row] = await scene.house.asOwner<{ n: string }>(
        `SELECT count(*)::text AS n FROM host.audit WHERE object_type = 'price' AND changes @> '[{"field": "approvedBy"}]'`,
      )
      assert.equal(row?.n, '1')
    })
  })
})

import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { ok } from '../../kernel/result.ts'
import { setPrices } from '../pricing/index.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { must, openShop, type Shop } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'

let house: TestHouse
let shop: Shop
let app: Awaited<ReturnType<typeof createTestServer>>
let owner: SignedIn
let second: SignedIn
let seller: SignedIn

before(async () => {
  house = await createTestHouse()
  shop = await openShop(house)
  app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
  second = await signedInAs(house, 'owner')
  seller = await signedInAs(house, 'merchandiser')
})

type Body = Record<string, unknown>

async function call(
  who: SignedIn,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  payload?: object,
  headers: Body = {},
) {
  const answer = await app.inject({
    method,
    url: `/api${url}`,
    headers: { ...who.headers, ...headers },
    ...(payload ? { payload } : {}),
  })
  return { status: answer.statusCode, headers: answer.headers, body: answer.json() as Body }
}

const above15 = {
  act: 'pricing.change_price',
  condition: { kind: 'above_percent', fact: 'change', ppm: 150_000 },
  markets: null,
  roles: ['owner'],
  approvals: 1,
  activeFrom: null,
  activeTo: null,
  note: 'Big price changes',
}

async function makeRule(rule: object = above15): Promise<string> {
  const made = await call(owner, 'POST', '/approval-rules', rule)
  assert.equal(made.status, 201, JSON.stringify(made.body))
  return String(made.body['id'])
}

const endRule = (id: string) => call(owner, 'DELETE', `/approval-rules/${id}`)

const priceOf = async (good: 'mug' | 'book' | 'scarf' | 'lamp') => {
  const [row] = await house.asOwner<{ amount: string }>(
    `SELECT amount::text FROM pricing.price WHERE variant_id = $1`,
    [shop.variantIds[good]],
  )
  return Number(row?.amount)
}

const change = (good: 'mug' | 'book' | 'scarf' | 'lamp', amount: number) => ({
  prices: [{ variantId: shop.variantIds[good], amount: { amount, currency: 'EUR' } }],
})

/** The scene's prices were set a moment ago: a day passes. */
const longAgo = () =>
  house.asOwner(`UPDATE host.audit SET at = at - interval '2 days' WHERE object_type = 'price'`).catch(() => {})

test('a change above the rule is held, kept, and done by whoever approves it', async () => {
  const rule = await makeRule()
  const held = await call(seller, 'PUT', '/prices', change('mug', 2_000), { 'idempotency-key': 'k1' })
  assert.equal(held.status, 202, JSON.stringify(held.body))
  const { id, approvers } = held.body['held'] as { id: string; approvers: unknown }
  assert.deepEqual(approvers, [{ roles: ['owner'], names: ['Owner'], approvals: 1 }])
  assert.equal((held.body['held'] as Body)['title'], 'Held until Owner approves')
  assert.equal(held.headers['location'], `/api/approvals/${id}`)
  assert.equal(await priceOf('mug'), 1_490)

  const again = await call(seller, 'PUT', '/prices', change('mug', 2_000), { 'idempotency-key': 'k1' })
  assert.deepEqual([again.status, again.body], [202, held.body])
  const unkeyed = await call(seller, 'PUT', '/prices', change('mug', 2_000))
  assert.equal((unkeyed.body['held'] as { id: string }).id, id, 'the same request, while it waits, is the same request')

  const page = await call(owner, 'GET', `/approvals/${id}`)
  assert.equal(page.body['state'], 'pending')
  assert.match(String(page.body['summary']), /34\.23%.*mug/i)
  const preview = await call(owner, 'GET', `/approvals/${id}/preview`)
  assert.deepEqual([preview.body['known'], preview.body['changed']], [true, false], JSON.stringify(preview.body))
  assert.deepEqual((preview.body['changes'] as Body[])[0], {
    objectType: 'price',
    objectId: `${shop.variantIds.mug} EUR`,
    field: 'amount',
    before: 1490,
    after: 2000,
  })

  const own = await call(seller, 'POST', `/approvals/${id}/decision`, { verdict: 'approve', comment: '' })
  assert.equal(own.body['code'], 'work.approval_own_request')
  const done = await call(owner, 'POST', `/approvals/${id}/decision`, { verdict: 'approve', comment: 'Fine' })
  assert.deepEqual([done.status, done.body], [200, { state: 'approved' }])
  assert.equal(await priceOf('mug'), 2_000)
  const twice = await call(second, 'POST', `/approvals/${id}/decision`, { verdict: 'approve', comment: '' })
  assert.equal(twice.body['code'], 'work.approval_decided')
  const rows = await house.asOwner<{ actor_id: string; changes: Body[] }>(
    `SELECT actor_id, changes FROM host.audit WHERE object_type = 'price' AND changes @> '[{"field": "approvedBy"}]'`,
  )
  assert.equal(rows.length, 1)
  assert.equal(rows[0]?.actor_id, seller.id)
  assert.deepEqual(rows[0]?.changes.find(({ field }) => field === 'approvedBy')?.['after'], [owner.id])
  await endRule(rule)
  await house.expectNoBreach()
})

const decide = (who: SignedIn, id: string, verdict: 'approve' | 'refuse' = 'approve', comment = 'Seen') =>
  call(who, 'POST', `/approvals/${id}/decision`, { verdict, comment })

/** Asks for a price that the rule holds; answers the request's id. */
async function hold(good: 'mug' | 'book' | 'scarf' | 'lamp', amount: number, who: SignedIn = seller): Promise<string> {
  const held = await call(who, 'PUT', '/prices', change(good, amount))
  assert.equal(held.status, 202, JSON.stringify(held.body))
  return (held.body['held'] as { id: string }).id
}

async function underRule<T>(rule: object, work: () => Promise<T>): Promise<T> {
  const id = await makeRule(rule)
  try {
    return await work()
  } finally {
    await endRule(id)
  }
}

const stateOfApproval = async (id: string) => {
  const [row] = await house.asOwner<{ state: string; problem: { code: string } | null; sealed: boolean }>(
    'SELECT state, problem, sealed_input IS NOT NULL AS sealed FROM work.approval WHERE id = $1',
    [id],
  )
  return row
}

describe('who decides', () => {
  test('nobody on what they asked for: not by another session, a key of theirs, or a role given since', async () => {
    await underRule({ ...above15, roles: ['accountant', 'owner'] }, async () => {
      const id = await hold('book', 3_000)
      await house.asOwner(
        `INSERT INTO people.staff_role (staff_id, role_code, granted_at) VALUES ($1, 'accountant', now())`,
        [seller.id],
      )
      const session = await house.asOwner<{ n: string }>(
        `SELECT count(*)::text AS n FROM host.session WHERE subject_id = $1`,
        [seller.id],
      )
      assert.equal(session[0]?.n, '1')
      const { openSession } = await import('../../host/auth/sessions.ts')
      const other = must(await house.run(async (ctx) => ok(openSession(ctx, { kind: 'staff', id: seller.id }))))
      const again = { ...seller, headers: { authorization: `Bearer ${other}` } }
      assert.equal((await decide(again, id)).body['code'], 'work.approval_own_request')
      assert.equal((await decide(seller, id, 'refuse')).body['code'], 'work.approval_own_request')
      await house.asOwner(`DELETE FROM people.staff_role WHERE staff_id = $1 AND role_code = 'accountant'`, [seller.id])
      assert.equal((await stateOfApproval(id))?.state, 'pending')
      assert.equal(await priceOf('book'), 2_200)
      await call(seller, 'POST', `/approvals/${id}/withdrawal`)
    })
  })

  test('only who holds a role that is waited for; others do not even see it', async () => {
    const picker = await signedInAs(house, 'picker')
    const merchandiser = await signedInAs(house, 'merchandiser')
    await underRule(above15, async () => {
      const id = await hold('book', 3_000)
      assert.equal((await call(picker, 'GET', `/approvals/${id}`)).body['code'], 'work.approval_not_found')
      assert.equal((await decide(picker, id)).body['code'], 'work.approval_not_yours')
      assert.equal((await decide(merchandiser, id)).body['code'], 'work.approval_not_yours')
      assert.equal(
        (await call(merchandiser, 'POST', `/approvals/${id}/withdrawal`)).body['code'],
        'work.approval_not_requester',
      )
      assert.equal((await decide(owner, id, 'refuse', ' ')).body['code'], 'work.approval_reason_missing')
      assert.deepEqual((await decide(owner, id, 'refuse', 'Too dear')).body, { state: 'refused' })
      assert.deepEqual(await stateOfApproval(id), { state: 'refused', problem: null, sealed: false })
      assert.equal(await priceOf('book'), 2_200)
    })
  })

  test('two approvals where a rule asks for two; the second does it', async () => {
    await underRule({ ...above15, approvals: 2 }, async () => {
      const id = await hold('book', 3_000)
      assert.deepEqual((await decide(owner, id)).body, { state: 'pending' })
      assert.equal((await decide(owner, id)).body['code'], 'work.approval_given_already')
      assert.equal(await priceOf('book'), 2_200)
      assert.deepEqual((await decide(second, id)).body, { state: 'approved' })
      assert.equal(await priceOf('book'), 3_000)
      const rows = await house.asOwner<{ after: string[] }>(
        `SELECT c -> 'after' AS after FROM host.audit, jsonb_array_elements(changes) c
         WHERE object_id = $1 AND c ->> 'field' = 'approvedBy'`,
        [`${shop.variantIds.book} EUR`],
      )
      assert.deepEqual(rows[0]?.after, [owner.id, second.id])
    })
  })
})

describe('one effect, whatever happens', () => {
  test('two approve at once: one does it, the other finds it done', async () => {
    for (let round = 0; round < 6; round++) {
      await underRule(above15, async () => {
        const id = await hold('lamp', 20_000 + round * 10_000)
        const audits = async () =>
          Number(
            (
              await house.asOwner<{ n: string }>(`SELECT count(*)::text AS n FROM host.audit WHERE object_id = $1`, [
                `${shop.variantIds.lamp} EUR`,
              ])
            )[0]?.n,
          )
        const was = await audits()
        const told = await Promise.all([decide(owner, id), decide(second, id)])
        assert.deepEqual(told.map(({ body }) => String(body['state'] ?? body['code'])).sort(), [
          'approved',
          'work.approval_decided',
        ])
        assert.equal((await audits()) - was, 1)
      })
    }
    await house.expectNoBreach()
  })

  test('two approvals at once where two are needed: both count, one effect', async () => {
    for (let round = 0; round < 6; round++) {
      await underRule({ ...above15, approvals: 2 }, async () => {
        const price = 100_000 + round * 30_000
        const id = await hold('lamp', price)
        const told = await Promise.all([decide(owner, id), decide(second, id)])
        assert.deepEqual(told.map(({ body }) => body['state']).sort(), ['approved', 'pending'], JSON.stringify(told))
        assert.equal(await priceOf('lamp'), price)
      })
    }
  })

  test('the transaction breaks before its end: undone, still waiting, and then done once', async () => {
    await underRule(above15, async () => {
      const id = await hold('scarf', 9_900)
      // As if the process had died at the last moment: the effect's own row cannot be written.
      await house.asOwner(`ALTER TABLE pricing.price ADD CONSTRAINT broken CHECK (amount <> 9900)`)
      assert.equal((await decide(owner, id)).status, 500)
      assert.deepEqual(await stateOfApproval(id), { state: 'pending', problem: null, sealed: true })
      const [decisions] = await house.asOwner<{ n: string }>(
        'SELECT count(*)::text AS n FROM work.approval_decision WHERE approval_id = $1',
        [id],
      )
      assert.equal(decisions?.n, '0')
      await house.asOwner('ALTER TABLE pricing.price DROP CONSTRAINT broken')
      assert.deepEqual((await decide(owner, id)).body, { state: 'approved' })
      assert.equal(await priceOf('scarf'), 9_900)
    })
  })

  test('approve against withdraw: one of the two', async () => {
    for (let round = 0; round < 5; round++) {
      await underRule(above15, async () => {
        const now = await priceOf('scarf')
        const id = await hold('scarf', now * 2)
        const [approved, withdrawn] = await Promise.all([
          decide(owner, id),
          call(seller, 'POST', `/approvals/${id}/withdrawal`),
        ])
        assert.notEqual(
          approved.status === 200,
          withdrawn.status === 200,
          JSON.stringify([approved.body, withdrawn.body]),
        )
        assert.equal(await priceOf('scarf'), approved.status === 200 ? now * 2 : now)
      })
    }
  })
})

describe('at the moment of the decision', () => {
  test('who asked may not any more: it fails, and says so', async () => {
    const leaving = await signedInAs(house, 'merchandiser')
    await underRule(above15, async () => {
      const now = await priceOf('mug')
      const id = await hold('mug', now * 3, leaving)
      await house.asOwner('DELETE FROM people.staff_role WHERE staff_id = $1', [leaving.id])
      const preview = await call(owner, 'GET', `/approvals/${id}/preview`)
      assert.equal((preview.body['problem'] as Body)['code'], 'host.not_allowed')
      assert.deepEqual((await decide(owner, id)).body, { state: 'failed' })
      assert.equal((await stateOfApproval(id))?.problem?.code, 'host.not_allowed')
      assert.equal(await priceOf('mug'), now)
    })
  })

  test('the record changed meanwhile: it is said before, and approving does what was asked', async () => {
    await underRule(above15, async () => {
      const now = await priceOf('mug')
      const id = await hold('mug', now * 3)
      must(
        await house.run((ctx) =>
          setPrices(ctx, [{ variantId: shop.variantIds.mug, currency: 'EUR', amount: BigInt(now + 10) }]),
        ),
      )
      const preview = await call(owner, 'GET', `/approvals/${id}/preview`)
      assert.equal(preview.body['changed'], true)
      assert.equal((preview.body['changes'] as Body[])[0]?.['before'], now + 10)
      assert.deepEqual((await decide(owner, id)).body, { state: 'approved' })
      assert.equal(await priceOf('mug'), now * 3)
    })
  })

  test('a rule made meanwhile asks for others, too', async () => {
    const accountant = await signedInAs(house, 'accountant')
    await underRule(above15, async () => {
      const now = await priceOf('mug')
      const id = await hold('mug', now * 3)
      await underRule({ ...above15, roles: ['accountant'], note: 'And the accountant' }, async () => {
        assert.deepEqual((await decide(owner, id)).body, { state: 'pending' })
        assert.equal(await priceOf('mug'), now)
        assert.deepEqual((await decide(accountant, id)).body, { state: 'approved' })
        assert.equal(await priceOf('mug'), now * 3)
      })
    })
  })

  test('nobody decides in time: it runs out, and who asked is told', async () => {
    await underRule(above15, async () => {
      const id = await hold('mug', (await priceOf('mug')) * 2)
      await house.asOwner(`UPDATE work.approval SET expires_at = now() - interval '1 minute' WHERE id = $1`, [id])
      assert.equal((await decide(owner, id)).body['code'], 'work.approval_expired')
      await house.runJobs(['expire-approvals']).catch(() => 0)
      const job = house.blueprint.jobs.find(({ kind }) => kind === 'expire-approvals')
      await job?.run(house, { id: '', ref: null, payload: {}, attempt: 1 })
      await job?.run(house, { id: '', ref: null, payload: {}, attempt: 1 })
      assert.equal((await stateOfApproval(id))?.state, 'expired')
      const told = await house.asOwner<{ title_key: string }>(
        `SELECT title_key FROM work.inbox_item WHERE ref_id = $1 AND kind = 'alert'`,
        [id],
      )
      assert.deepEqual(
        told.map(({ title_key }) => title_key),
        ['work.told.approval_expired'],
      )
    })
  })
})

describe('slipping under a rule', () => {
  test('two steps of 10 % are held at the second: a day counts', async () => {
    await longAgo()
    await underRule({ ...above15, condition: { kind: 'above_percent', fact: 'change', ppm: 150_000 } }, async () => {
      const fresh = await signedInAs(house, 'merchandiser')
      const variantId = await newPrice(10_000)
      const set = (amount: number) =>
        call(fresh, 'PUT', '/prices', { prices: [{ variantId, amount: { amount, currency: 'EUR' } }] })
      assert.equal((await set(11_000)).status, 200)
      assert.equal((await set(12_100)).status, 202)
      assert.equal((await set(11_400)).status, 200)
      assert.equal((await set(11_600)).status, 202, '16 % above what it was')
    })
  })

  test('exactly the limit passes, a hair above it is held, and from nothing everything is', async () => {
    await underRule(above15, async () => {
      const variantId = await newPrice(1_000_000)
      const set = (amount: number) =>
        call(seller, 'PUT', '/prices', { prices: [{ variantId, amount: { amount, currency: 'EUR' } }] })
      assert.equal((await set(1_150_001)).status, 202)
      assert.equal((await set(1_150_000)).status, 200)
      const free = await newPrice(0)
      const cheap = await call(seller, 'PUT', '/prices', {
        prices: [{ variantId: free, amount: { amount: 1, currency: 'EUR' } }],
      })
      assert.equal(cheap.status, 202)
    })
  })

  test('among many prices of one call one is enough: nothing of the call is done', async () => {
    await underRule(above15, async () => {
      const [small, big] = [await newPrice(10_000), await newPrice(10_000)]
      const prices = [
        { variantId: small, amount: { amount: 10_100, currency: 'EUR' } },
        { variantId: big, amount: { amount: 5_000, currency: 'EUR' } },
      ]
      assert.equal((await call(seller, 'PUT', '/prices', { prices })).status, 202)
      const rows = await house.asOwner<{ amount: string }>(
        'SELECT amount::text FROM pricing.price WHERE variant_id = ANY($1::uuid[])',
        [[small, big]],
      )
      assert.deepEqual(
        rows.map(({ amount }) => amount),
        ['10000', '10000'],
      )
    })
  })

  test('who makes rules is held by them', async () => {
    await underRule(above15, async () => {
      assert.equal((await call(owner, 'PUT', '/prices', change('mug', 1))).status, 202)
    })
  })

  test('a rule about rules holds who would lift one for an hour', async () => {
    const rule = await makeRule()
    const about = await makeRule({
      ...above15,
      act: 'work.change_rule',
      condition: { kind: 'one_of', fact: 'change', values: ['end', 'change'] },
    })
    const ended = await endRule(rule)
    assert.equal(ended.status, 202, JSON.stringify(ended.body))
    const loosened = await call(
      owner,
      'PUT',
      `/approval-rules/${rule}`,
      { ...above15, approvals: 2 },
      { 'if-match': '"1"' },
    )
    assert.equal(loosened.status, 202)
    assert.equal((await call(owner, 'PUT', '/prices', change('mug', 1))).status, 202)
    for (const answer of [ended, loosened])
      await decide(second, (answer.body['held'] as { id: string }).id, 'refuse', 'No')
    const lifted = await endRule(about)
    assert.deepEqual((await decide(second, (lifted.body['held'] as { id: string }).id)).body, { state: 'approved' })
    assert.equal((await endRule(rule)).status, 200)
  })

  test('stock counted away in two halves', async () => {
    const stock = {
      ...above15,
      act: 'inventory.count',
      condition: { kind: 'above_percent', fact: 'difference', ppm: 100_000 },
    }
    await house.asOwner(
      `ALTER TABLE inventory.move DISABLE TRIGGER ALL; UPDATE inventory.move SET at = at - interval '3 days'`,
    )
    const picker = await signedInAs(house, 'picker')
    const count = (quantity: number) =>
      call(picker, 'POST', '/stock-counts', {
        counts: [{ variantId: shop.variantIds.mug, locationCode: 'venezia', quantity }],
        reason: 'Counted',
      })
    await underRule(stock, async () => {
      assert.equal((await count(92)).status, 200)
      assert.equal((await count(85)).status, 202, '15 % below what was there in the morning')
      assert.equal((await count(95)).status, 200)
    })
  })

  test('products get into the shop by no other door', async () => {
    const rule = { ...above15, act: 'catalog.publish', condition: { kind: 'always' }, markets: ['it'] }
    const made = await call(seller, 'POST', '/products', {
      handle: 'cup',
      names: { en: 'Cup' },
      variants: [{ sku: 'CUP' }],
    })
    assert.equal(made.status, 201, JSON.stringify(made.body))
    const id = String(made.body['id'])
    await underRule(rule, async () => {
      assert.equal((await call(seller, 'PUT', `/products/${id}/publication`)).status, 202)
      assert.equal((await call(seller, 'POST', '/products/bulk', { ids: [id], action: 'publish' })).status, 202)
      const dry = await call(seller, 'POST', '/products/bulk', { ids: [id], action: 'publish', dryRun: true })
      assert.equal(dry.status, 200, 'a rehearsal asks nobody')
    })
    const published = await call(seller, 'POST', '/products/bulk', { ids: [id], action: 'publish' })
    assert.equal(published.status, 200)
    const out = await call(seller, 'POST', '/products/bulk', { ids: [id], action: 'unpublish' })
    await underRule(rule, async () => {
      assert.equal((await call(seller, 'POST', `/bulk-undos/${String(out.body['undoToken'])}`)).status, 202)
    })
    await underRule({ ...rule, markets: ['eu'] }, async () => {
      assert.equal(
        (await call(seller, 'PUT', `/products/${id}/publication`)).status,
        202,
        'it would be in every market',
      )
    })
  })
})

let made = 0
/** A price that was set long ago. */
async function newPrice(amount: number): Promise<string> {
  const variantId = `01920000-0000-7000-8000-${String(++made).padStart(12, '0')}`
  await house.asOwner(
    `INSERT INTO pricing.price (variant_id, currency, amount, updated_at) VALUES ($1, 'EUR', $2, now() - interval '9 days')`,
    [variantId, amount],
  )
  return variantId
}

test('what is refused of a rule', async () => {
  const refused = async (draft: object) => (await call(owner, 'POST', '/approval-rules', { ...above15, ...draft })).body
  const codes = [
    await refused({ act: 'nothing.at_all' }),
    await refused({ condition: { kind: 'above_percent', fact: 'prices', ppm: 1 } }),
    await refused({ markets: ['it'] }),
    await refused({ roles: ['nobody'] }),
    await refused({ activeFrom: '2026-12-02T00:00:00Z', activeTo: '2026-12-01T00:00:00Z' }),
  ].map(({ code, field }) => `${String(code)} ${String(field)}`)
  assert.deepEqual(codes, [
    'work.rule_act_unknown act',
    'work.rule_condition_unfit condition.fact',
    'work.rule_condition_unfit markets',
    'work.rule_role_unknown roles',
    'work.rule_never_active activeTo',
  ])
  const nowhere = '01920000-0000-7000-8000-000000000000'
  assert.equal((await call(owner, 'GET', `/approval-rules/${nowhere}`)).body['code'], 'work.rule_not_found')
  const id = await makeRule()
  await endRule(id)
  assert.equal((await endRule(id)).body['code'], 'work.rule_ended')
})

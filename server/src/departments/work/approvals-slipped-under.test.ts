/** Every way that we could think of to get under a rule, and what is refused of a rule itself. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { signedInAs } from '../../testing/create-test-server.ts'
import { above15, openApprovalScene } from './testing/approval-scene.ts'

const scene = await openApprovalScene()
const { house, shop, owner, second, seller } = scene
const { call, makeRule, endRule, underRule, change, decide, longAgo, newPrice } = scene

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

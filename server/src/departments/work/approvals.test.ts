import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ok } from '../../kernel/result.ts'
import { signedInAs } from '../../testing/create-test-server.ts'
import { must } from '../../testing/scene.ts'
import { setPrices } from '../pricing/index.ts'
import { above15, openApprovalScene, type Body } from './testing/approval-scene.ts'

const scene = await openApprovalScene()
const { house, shop, owner, second, seller } = scene
const { call, makeRule, endRule, underRule, priceOf, change, decide, hold, stateOfApproval } = scene

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
  const seen = await call(seller, 'GET', `/approvals/${id}`)
  assert.deepEqual([seen.body['state'], seen.body['answer']], ['approved', { changed: 1 }])
  assert.equal((await call(owner, 'GET', `/approvals/${id}`)).body['answer'], undefined)
  const twice = await call(second, 'POST', `/approvals/${id}/decision`, { verdict: 'approve', comment: '' })
  assert.equal(twice.body['code'], 'work.approval_decided')
  const rows = await house.asOwner<{ actor_id: string; changes: Body[] }>(
    `SELECT actor_id, changes FROM host.audit WHERE object_type = 'price' AND changes @> '[{"field": "approvedBy"}]'`,
  )
  assert.equal(rows.length, 1)
  assert.equal(rows[0]?.actor_id, seller.id)
  assert.deepEqual(rows[0]?.changes.find(({ field }) => field === 'approvedBy')?.['after'], [owner.id])
  await endRule(rule)
  const events = await house.asOwner<{ name: string; ref_kind: string }>(
    `SELECT name, ref_kind FROM host.event WHERE payload ->> 'approvalId' = $1 ORDER BY occurred_at, id`,
    [id],
  )
  assert.deepEqual(
    events.map(({ name, ref_kind }) => `${name} of ${ref_kind}`),
    ['approval.requested.v1 of product', 'approval.ended.v1 of product'],
  )
  await house.expectNoBreach()
})

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

  test('the connection is killed while the effect is under way: nothing is half done, and a second try does it once', async () => {
    await underRule(above15, async () => {
      const now = await priceOf('scarf')
      const id = await hold('scarf', now * 2)
      const other = await house.openTwin(1).pool.connect()
      await other.query('BEGIN')
      await other.query('SELECT 1 FROM pricing.price WHERE variant_id = $1 FOR UPDATE', [shop.variantIds.scarf])
      const answer = decide(owner, id)
      const waiting = `SELECT pg_terminate_backend(pid) AS killed FROM pg_stat_activity
        WHERE wait_event_type = 'Lock' AND datname = current_database()`
      let killed = 0
      while (killed === 0) killed = (await house.asOwner(waiting)).length
      assert.ok((await answer).status >= 500)
      await other.query('ROLLBACK')
      other.release()
      assert.deepEqual([await priceOf('scarf'), (await stateOfApproval(id))?.state], [now, 'pending'])
      assert.deepEqual((await decide(owner, id)).body, { state: 'approved' })
      assert.equal(await priceOf('scarf'), now * 2)
      const [decisions] = await house.asOwner<{ n: string }>(
        'SELECT count(*)::text AS n FROM work.approval_decision WHERE approval_id = $1',
        [id],
      )
      assert.equal(decisions?.n, '1')
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

  test('a blackout window has begun meanwhile: not now, and it waits on', async () => {
    await underRule(above15, async () => {
      const now = await priceOf('mug')
      const id = await hold('mug', now * 3)
      const blackout = {
        reason: 'Black Friday',
        startsAt: new Date(Date.now() - 60_000).toISOString(),
        endsAt: new Date(Date.now() + 3_600_000).toISOString(),
        acts: ['pricing.change_price'],
      }
      const closed = await call(owner, 'POST', '/blackouts', { ...blackout, markets: [], locations: [] })
      assert.equal(closed.status, 201, JSON.stringify(closed.body))
      // It begins only once every process has heard of it.
      await house.asOwner(`UPDATE work.blackout SET starts_at = now() - interval '1 minute'`)
      const refused = await decide(owner, id)
      assert.equal(refused.body['code'], 'work.in_blackout')
      assert.equal((await stateOfApproval(id))?.state, 'pending')
      await house.asOwner('DELETE FROM work.blackout')
      assert.deepEqual((await decide(owner, id)).body, { state: 'approved' })
      assert.equal(await priceOf('mug'), now * 3)
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

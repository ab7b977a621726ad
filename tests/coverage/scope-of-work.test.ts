/** To-dos, inboxes, talk, plans, recurrences and projects x somebody whose work reaches one market alone: hers, and those of others. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Route } from '../../server/src/host/http/route.ts'
import { stateOf } from '../../server/src/testing/state-of.ts'
import { pathOf } from './callers.ts'
import { sampleOf } from './sample.ts'
import { SECRET, openWorkWorld, touches, type Attempt } from './work-in-scope.ts'

const world = await openWorkWorld()
const { office, ines, otto } = world
const { house } = office
const ofWork = house.blueprint.rooms.find(({ manifest }) => manifest.name === 'work')?.manifest.routes ?? []
const guarded = ofWork.filter(({ permission }) => permission !== 'public')

function call(route: Route, { params = {}, body, version, query }: Attempt, who = ines) {
  const asked = query ? `?${new URLSearchParams(query)}` : ''
  const path = pathOf(route, params).replace(/^\/api/, '') + asked
  return office.call(who, route.method, path, { body, ...(version === undefined ? {} : { version }) })
}

test('what changes something either is closed to who is narrowed, or stands here with hers and others’', () => {
  const changing = guarded.filter((route) => route.method !== 'GET' && route.withinScope === 'narrowed')
  assert.deepEqual(changing.map(({ operationId }) => operationId).toSorted(), Object.keys(touches).toSorted())
})

describe('rows of others stay as they are, her own are hers to change', () => {
  for (const [operationId, { own, foreign }] of Object.entries(touches)) {
    test(operationId, async () => {
      const route = guarded.find((one) => one.operationId === operationId)
      assert.ok(route, `there is no ${operationId} any more`)
      if (foreign) {
        const attempt = await foreign(world)
        const before = await stateOf(house)
        const refused = await call(route, attempt)
        assert.ok(refused.status >= 400 && refused.status < 500, `${refused.status} ${JSON.stringify(refused.body)}`)
        assert.ok(!JSON.stringify(refused.body).includes(SECRET))
        assert.deepEqual(await stateOf(house), before)
        // It was hers not to change, rather than nobody's: whom it belongs to may.
        const theirs = await call(route, attempt, otto)
        assert.ok(theirs.status < 300, `${theirs.status} ${JSON.stringify(theirs.body)}`)
      }
      const done = await call(route, await own(world))
      assert.ok(done.status < 300, `${done.status} ${JSON.stringify(done.body)}`)
    })
  }

  test('marking as read reaches no other inbox', async () => {
    const { params } = (await touches['closeInboxItem']?.foreign?.(world)) ?? {}
    await office.call(ines, 'POST', '/inbox/reading', { body: { ids: [params?.['id']] } })
    assert.deepEqual(
      await house.asOwner('SELECT 1 FROM work.inbox_mark WHERE item_id = $1 AND staff_id = $2', [
        params?.['id'],
        ines.id,
      ]),
      [],
    )
  })
})

describe('she is shown nothing of others', () => {
  const made = new Map<string, string>()
  test('on no list, page, count, export, calendar or search', async () => {
    for (const operationId of [
      'changeTodo',
      'addComment',
      'changePlan',
      'changeRecurrence',
      'changeProject',
    ] as const) {
      made.set(operationId, (await touches[operationId]?.foreign?.(world))?.params?.['id'] ?? '')
    }
    const reads = guarded.filter(({ method }) => method === 'GET')
    for (const route of reads) {
      const query = route.query ? new URLSearchParams(sampleOf(route.query) as Record<string, string>).toString() : ''
      for (const id of route.path.includes(':id') ? made.values() : ['']) {
        const answer = await office.app.inject({ url: `${pathOf(route, { id })}?${query}`, headers: ines.headers })
        for (const secret of [SECRET, id === '' ? world.italianOrder : id]) {
          const told = answer.statusCode < 300 && answer.body.includes(secret)
          assert.ok(
            !told,
            `${route.operationId} shows ${secret} to who has no business there: ${answer.body.slice(0, 400)}`,
          )
        }
      }
    }
    const calendar = await office.call(ines, 'GET', '/calendar?from=2031-01-01&to=2031-12-31')
    assert.ok(calendar.body.entries.some(({ title }: { title: string }) => title === 'In Spain'))
    assert.ok(!JSON.stringify(calendar.body).includes(SECRET))
    const found = (await office.call(ines, 'GET', `/search?q=${SECRET}`)).body
    assert.ok(!JSON.stringify(found).includes(SECRET), JSON.stringify(found))
  })

  test('nor is a program with a key of somebody who is narrowed', async () => {
    const maker = await office.person('owner')
    const expiresAt = new Date(house.clock.now().getTime() + 5 * 86_400_000).toISOString()
    const body = { name: 'Mine', permissions: ['work:read', 'inbox:read', 'orders:read'], expiresAt }
    const key = await office.call(maker, 'POST', '/api-keys', { body })
    assert.equal(key.status, 201, JSON.stringify(key.body))
    const headers = { authorization: `Bearer ${key.body.key ?? key.body.token ?? key.body.secret}` }
    const statuses = () =>
      Promise.all(
        [`/api/orders/${world.italianOrder}`, `/api/projects/${made.get('changeProject')}`].map(
          async (url) => (await office.app.inject({ url, headers })).statusCode,
        ),
      )
    assert.deepEqual(await statuses(), [200, 200])
    await house.asOwner(`UPDATE people.staff SET scope = '{"market": ["es"]}' WHERE id = $1`, [maker.id])
    assert.deepEqual(await statuses(), [404, 404])
  })

  test('an approval or an alert that is told to whoever may act lies in no inbox of hers', async () => {
    await house.asOwner(
      `INSERT INTO work.inbox_item (id, recipient, kind, ref_type, ref_id, title_key, path, at)
      SELECT gen_random_uuid(), r, k, 'order', $1, 'work.told.refund_failed', '/orders/' || $1, now()
      FROM (VALUES ('role:owner', 'approval'), ('may:payments:refund', 'alert')) v (r, k)`,
      [world.italianOrder],
    )
    const told = async (who: typeof ines) =>
      JSON.stringify((await office.call(who, 'GET', '/inbox')).body).includes(`/orders/${world.italianOrder}`)
    assert.deepEqual([await told(otto), await told(ines)], [true, false])
    const unread = async () => (await office.call(ines, 'GET', '/inbox/count')).body.unread as number
    const before = await unread()
    await house.asOwner(
      `DELETE FROM work.inbox_item WHERE recipient IN ('role:owner', 'may:payments:refund') AND kind <> 'todo'`,
    )
    assert.equal(await unread(), before, 'nor does the badge count them')
  })
})

import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { must, openShop } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import type { Id } from '../../kernel/ids.ts'
import { ok } from '../../kernel/result.ts'
import type { Actor, Place, Scope } from '../actor.ts'
import { gatherFactRules, ruleOf, type FactRules } from './fact-rule.ts'
import type { LiveEvent } from './hub.ts'
import { toldTo } from './told-to.ts'

let house: TestHouse
before(async () => {
  house = await createTestHouse()
})

/** Every fact of the house, and the permission that hears it; `*` where people narrowed to some rows hear it all. */
const HEARD: Readonly<Record<string, string>> = {
  'consent.given.v1': 'customers:read *',
  'consent.withdrawn.v1': 'customers:read *',
  'approval.ended.v1': 'approvals:read',
  'approval.requested.v1': 'approvals:read',
  'bank_entry.booked.v1': 'bank:read',
  'bank_entry.proposed.v1': 'bank:read',
  'dispute.closed.v1': 'payments:read',
  'dispute.opened.v1': 'payments:read',
  'dispute.updated.v1': 'payments:read',
  'document.issued.v1': 'documents:read',
  'gift_card.issued.v1': 'gift-cards:read',
  'inbox.changed.v1': 'inbox:read *',
  'order.amended.v1': 'orders:read',
  'order.balance_asked.v1': 'orders:read',
  'order.balance_ended.v1': 'orders:read',
  'order.cancelled.v1': 'orders:read',
  'order.cleared.v1': 'orders:read',
  'order.expired.v1': 'orders:read',
  'order.held.v1': 'orders:read',
  'order.paid.v1': 'orders:read',
  'order.placed.v1': 'orders:read',
  'order.released.v1': 'orders:read',
  'order.tagged.v1': 'orders:read',
  'parcel.delivered.v1': 'fulfilment:read',
  'parcel.left.v1': 'fulfilment:read',
  'parcel.lost.v1': 'fulfilment:read',
  'parcel.packed.v1': 'fulfilment:read',
  'parcel.returned.v1': 'fulfilment:read',
  'parcel.shipped.v1': 'fulfilment:read',
  'parcel.taken_back.v1': 'fulfilment:read',
  'payment.authorised.v1': 'payments:read',
  'payment.capture_failed.v1': 'payments:read',
  'payment.captured.v1': 'payments:read',
  'payment.mismatched.v1': 'payments:read',
  'payment.refund_failed.v1': 'payments:read',
  'payment.refund_wanted.v1': 'payments:read',
  'payment.refunded.v1': 'payments:read',
  'payment.voided.v1': 'payments:read',
  'points.moved.v1': 'loyalty:read *',
  'product.changed.v1': 'catalog:read *',
  'withdrawal.decided.v1': 'returns:read',
  'withdrawal.received.v1': 'returns:read',
  'work.calendar_changed.v1': 'work:read',
  'work.said.v1': 'work:read',
  'work.todo_changed.v1': 'work:read',
}

function publishedFacts(): string[] {
  const departments = join(import.meta.dirname, '../../departments')
  const names = globSync('*/events.ts', { cwd: departments }).flatMap((file) => {
    const found = readFileSync(join(departments, file), 'utf8').match(/(?<=')[a-z_]+\.[a-z_]+\.v\d+(?=')/g) ?? []
    assert.ok(found.length > 0, `${file} names no fact`)
    return found
  })
  return [...new Set(names)].toSorted()
}

describe('who hears of what', () => {
  test('every fact of the house leads to one permission', () => {
    const { facts } = house.blueprint
    const heard = publishedFacts().map((name) => {
      const rule = ruleOf(facts, name)
      assert.ok(rule, `nobody hears of ${name}: say who does under \`facts\` in the manifest of its department`)
      assert.ok(house.blueprint.permissions.has(rule.read), `${name}: nobody can have ${rule.read}`)
      return [name, rule.anywhere ? `${rule.read} *` : rule.read]
    })
    assert.deepEqual(Object.fromEntries(heard), HEARD)
    assert.equal(ruleOf(facts, 'mystery.happened.v1'), undefined)
  })

  test('a manifest that says it twice, or for a right that nobody has, stops the start', () => {
    const one = { name: 'one', permissions: ['one:read'], facts: { thing: { read: 'one:read' } } } as const
    assert.throws(() => gatherFactRules([one, { ...one, name: 'two' }]), /one and two both say who hears of thing/)
    assert.throws(() => gatherFactRules([{ ...one, permissions: [] }]), /one:read, which nobody can have/)
  })
})

describe('who is narrowed', () => {
  const rules: FactRules = new Map([
    ['order', { read: 'orders:read' }],
    ['product', { read: 'catalog:read', anywhere: true }],
  ])
  const markets: Readonly<Record<string, string>> = { 'in-it': 'it', 'in-id': 'id' }
  let asked: string[] = []
  const read = { read: 'orders:read', write: 'orders:read', exists: async () => true } as const
  const place = async (_: unknown, { id = '' }: Readonly<Record<string, string>>): Promise<Place | undefined> => {
    asked.push(id)
    return markets[id] === undefined ? undefined : { market: markets[id] }
  }
  const records = new Map([
    ['order', { type: 'order', ...read, place }],
    ['crate', { type: 'crate', ...read }],
  ])

  const events = (...refs: readonly (readonly [name: string, kind: string, id: string])[]): LiveEvent[] =>
    refs.map(([name, refKind, refId]) => ({ id: '', name, refKind, refId, occurredAt: '' }))
  const listener = (scope: Scope | undefined, ...permissions: string[]): Actor & { kind: 'staff' } => ({
    kind: 'staff',
    id: 'x' as Id<'staff'>,
    name: 'X',
    permissions: new Set(permissions),
    scope,
  })
  const hear = async (who: Actor & { kind: 'staff' }, happened: readonly LiveEvent[]) => {
    const told = await toldTo({ database: house.database, ports: { records } }, who, happened, rules)
    return told === 'too many' ? told : told.map(({ refId }) => refId)
  }

  const happened = events(
    ['order.placed.v1', 'order', 'in-it'],
    ['order.placed.v1', 'order', 'in-id'],
    ['order.placed.v1', 'order', 'gone'],
    ['order.packed.v1', 'crate', 'of-no-known-place'],
    ['product.changed.v1', 'product', 'mug'],
    ['mystery.happened.v1', 'order', 'in-it'],
  )
  const both = ['orders:read', 'catalog:read']
  const nowhere = ['gone', 'of-no-known-place']
  const cases: [who: string, scope: Scope | undefined, permissions: string[], hears: string[]][] = [
    ['by nothing', undefined, both, ['in-it', 'in-id', ...nowhere, 'mug']],
    ['by nothing, without rights', undefined, [], []],
    ['by nothing, reading the catalogue', undefined, ['catalog:read'], ['mug']],
    ['to a market', { market: ['it'] }, both, ['in-it', 'mug']],
    ['to another market', { market: ['id'] }, both, ['in-id', 'mug']],
    ['to a market, without the catalogue', { market: ['it'] }, ['orders:read'], ['in-it']],
    ['to no market', { market: [] }, both, ['mug']],
    ['to a location, which orders do not have', { location: ['venezia'] }, both, ['mug']],
  ]
  for (const [who, scope, permissions, hears] of cases) {
    test(who, async () => assert.deepEqual(await hear(listener(scope, ...permissions), happened), hears))
  }

  test('a record is looked for once, for however many events and listeners', async () => {
    const burst = events(...Array.from({ length: 30 }, () => ['order.paid.v1', 'order', 'in-it'] as const))
    asked = []
    const told = await Promise.all(['it', 'id'].map((market) => hear(listener({ market: [market] }, ...both), burst)))
    assert.deepEqual([told.map(({ length }) => length), asked], [[30, 0], ['in-it']])
  })

  test('more records than can be looked for is too many; for others it is not', async () => {
    const burst = events(...Array.from({ length: 201 }, (_, n) => ['order.paid.v1', 'order', String(n)] as const))
    assert.equal(await hear(listener({ market: ['it'] }, ...both), burst), 'too many')
    assert.equal((await hear(listener(undefined, ...both), burst)).length, 201)
  })
})

describe('on the wire', () => {
  async function listen(url: string, who: SignedIn, signal: AbortSignal): Promise<{ text: string }> {
    const response = await fetch(url, { headers: who.headers, signal })
    assert.equal(response.status, 200)
    const heard = { text: '' }
    void (async () => {
      for await (const chunk of response.body ?? []) heard.text += new TextDecoder().decode(chunk as Uint8Array)
    })().catch(() => {})
    return heard
  }

  test('products reach who reads the catalogue, orders who works for their market', async (context) => {
    const app = await createTestServer(house)
    await app.listen({ port: 0, host: '127.0.0.1' })
    const url = `http://localhost:${(app.server.address() as AddressInfo).port}/api/live`
    const staff = {
      all: await signedInAs(house, 'owner'),
      italy: await signedInAs(house, 'owner'),
      elsewhere: await signedInAs(house, 'owner'),
      without: await signedInAs(house),
    }
    const narrow = (who: SignedIn, market: string) =>
      house.asOwner('UPDATE people.staff SET scope = $2 WHERE id = $1', [who.id, { market: [market] }])
    await narrow(staff.italy, 'it')
    await narrow(staff.elsewhere, 'us')
    const ends = new AbortController()
    context.after(() => ends.abort())
    const { all, italy, elsewhere, without } = {
      all: await listen(url, staff.all, ends.signal),
      italy: await listen(url, staff.italy, ends.signal),
      elsewhere: await listen(url, staff.elsewhere, ends.signal),
      without: await listen(url, staff.without, ends.signal),
    }
    const shop = await openShop(house)
    must(await shop.place(await shop.fill({ mug: 1 })))
    // Behind all the others, so that whoever heard it would have heard them.
    must(
      await house.run(async (ctx) => {
        ctx.emit({ name: 'product.changed.v1', ref: { kind: 'product', id: 'the-last' }, payload: {} })
        return ok()
      }),
    )
    for (let waited = 0; ![all, italy, elsewhere].every(({ text }) => text.includes('the-last')); waited += 50) {
      assert.ok(waited < 30_000, 'never told')
      await wait(50)
    }
    const names = [all, italy, elsewhere, without].map(({ text }) => [
      ...new Set([...text.matchAll(/^event: (.*)$/gm)].map(([, name]) => name)),
    ])
    const both = ['product.changed.v1', 'order.placed.v1']
    assert.deepEqual(names, [both, both, ['product.changed.v1'], []])
  })
})

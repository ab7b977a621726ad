import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { createTestServer, signedInAs, type SignedIn } from '../../testing/create-test-server.ts'
import { must, openShop } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { ok } from '../../kernel/result.ts'
import { queueMail } from '../mail/queue-mail.ts'

interface Item {
  id: string
  kind: string
  name: string
  title: string
  actor: { kind: string; id: string | null; name: string | null } | null
  state: string | null
  changes: { field: string; label: string; before?: unknown; after?: unknown }[]
  link: { kind: string; id: string } | null
}

let house: TestHouse
let owner: SignedIn
let orderId: string
let ask: (url: string, language?: string) => Promise<{ items: Item[]; nextCursor: string | null }>
before(async () => {
  house = await createTestHouse()
  const app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
  const shop = await openShop(house)
  orderId = must(await shop.place(await shop.fill({ mug: 1 }))).id
  ask = async (url, language = 'en') =>
    (
      await app.inject({ url: `/api/records/${url}`, headers: { ...owner.headers, 'accept-language': language } })
    ).json()
  const actor = await house.ports?.staff?.findActor(house.database, owner.id)
  assert.ok(actor)
  await house.run(
    async (ctx) => {
      queueMail(ctx, {
        nature: 'transactional',
        dedupKey: 'm1',
        ref: orderId,
        recipient: 'a@b.example',
        subject: 'Hello',
        text: '',
        html: '',
      })
      ctx.enqueue({ kind: 'mystery-job', ref: orderId })
      ctx.audit({
        action: 'orders:cancel',
        objectType: 'order',
        objectId: orderId,
        version: 2,
        reason: 'changed their mind',
        changes: [{ field: 'state', before: 'awaiting_payment', after: 'cancelled' }, { field: 'secretName' }],
      })
      ctx.emit({ name: 'order.cancelled.v1', ref: { kind: 'order', id: orderId }, payload: {} })
      ctx.emit({ name: 'payment.voided.v1', ref: { kind: 'order', id: orderId }, payload: {} })
      const amount = { amount: 1_250, currency: 'EUR' }
      ctx.emit({ name: 'payment.refunded.v1', ref: { kind: 'order', id: orderId }, payload: { amount } })
      ctx.emit({ name: 'parcel.packed.v1', ref: { kind: 'order', id: orderId }, payload: {} })
      ctx.audit({ action: 'fulfilment:pack', objectType: 'order', objectId: orderId })
      ctx.emit({ name: 'thing.never_named.v3', ref: { kind: 'order', id: orderId }, payload: {} })
      return ok()
    },
    { actor },
  )
})

const find = (items: readonly Item[], name: string) => items.find((item) => item.name === name)

describe('the timeline of a record', () => {
  test('says who did what in words, with before and after, and each thing once', async () => {
    const { items } = await ask(`order/${orderId}/timeline`)
    assert.deepEqual(find(items, 'orders:cancel')?.actor, { kind: 'staff', id: owner.id, name: 'The owner' })
    assert.deepEqual(find(items, 'orders:cancel')?.changes, [
      {
        field: 'state',
        label: 'State',
        before: 'awaiting_payment',
        beforeSaid: 'Awaiting payment',
        after: 'cancelled',
        afterSaid: 'Cancelled',
      },
      { field: 'secretName', label: 'secret name' },
    ])
    assert.equal(find(items, 'orders:cancel')?.title, 'Order cancelled')
    assert.equal(find(items, 'order.cancelled.v1'), undefined, 'told by its audit row')
    assert.equal(find(items, 'payment.voided.v1')?.title, 'Authorisation released', 'another subject’s fact stays')
    assert.deepEqual(find(items, 'payment.refunded.v1')?.changes, [
      { field: 'amount', label: 'Amount', after: { amount: 1_250, currency: 'EUR' } },
    ])
    const packed = items.filter(({ title }) => title === 'Parcel packed').map(({ name }) => name)
    assert.deepEqual(packed, ['fulfilment:pack'], 'a fact and an act of the same words are told once')
    assert.equal(find(items, 'thing.never_named.v3')?.title, 'thing never named')
    assert.equal(find(items, 'mystery-job')?.title, 'mystery job')
    assert.deepEqual([find(items, 'Hello')?.kind, find(items, 'Hello')?.state], ['mail', 'kept'])
    assert.equal(find(items, 'send-mail'), undefined, 'the mail says it')
    assert.deepEqual(find(items, 'orders:place')?.actor?.kind, 'guest')
  })

  test('in the language of the reader', async () => {
    const titles = async (language: string) =>
      (await ask(`order/${orderId}/timeline`, language)).items
        .filter((item) => ['orders:cancel', 'payment.voided.v1'].includes(item.name))
        .map((item) => item.title)
        .sort()
    assert.deepEqual(await titles('it'), ['Autorizzazione rilasciata', 'Ordine annullato'])
    assert.deepEqual(await titles('es'), ['Autorización liberada', 'Pedido cancelado'])
    assert.deepEqual(await titles('id'), ['Otorisasi dilepas', 'Pesanan dibatalkan'])
  })

  test('page by page it is the same, without gap or double, though many things share one instant', async () => {
    const whole = (await ask(`order/${orderId}/timeline`)).items.map((item) => item.id)
    const paged: string[] = []
    let after = ''
    do {
      const page = await ask(`order/${orderId}/timeline?limit=1${after}`)
      paged.push(...page.items.map((item) => item.id))
      after = page.nextCursor === null ? '' : `&after=${page.nextCursor}`
    } while (after !== '')
    assert.deepEqual(paged, whole)
    assert.ok(whole.length >= 6)
  })

  test('a product begins with its creation; nobody has no timeline', async () => {
    const [product] = await house.asOwner<{ id: string }>('SELECT id FROM catalog.product LIMIT 1')
    const { items } = await ask(`product/${product?.id}/timeline`)
    assert.equal(items.at(-1)?.title, 'Created')
    const missing = (await ask('order/01920000-0000-7000-8000-000000000001/timeline')) as unknown as { code: string }
    assert.equal(missing.code, 'host.record_not_found')
  })
})

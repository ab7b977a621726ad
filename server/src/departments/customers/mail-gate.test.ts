/** What promotes the shop goes by a permit alone, asked for when it is written, when it is sent, and when it is sent again. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { Context, House } from '../../host/context.ts'
import { defineMail } from '../../host/mail/mail-kind.ts'
import { isPermit, type Permit } from '../../host/mail/permit.ts'
import { queueMail } from '../../host/mail/queue-mail.ts'
import { sendMail } from '../../host/mail/send-mail.ts'
import type { SentMail } from '../../host/mail/transport.ts'
import { writeMail, writeMarketingMail } from '../../host/mail/write-mail.ts'
import { ok } from '../../kernel/result.ts'
import { createTestServer, signedInAs } from '../../testing/create-test-server.ts'
import { must } from '../../testing/scene.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { createPurpose, mayContact, recordConsents, recordCustomer, sendableTo, unsubscribeUrl } from './index.ts'

/** The house promotes nothing by mail yet; the gate stands before it does. */
const springLetter = defineMail({
  kind: 'spring-letter',
  audience: 'customer',
  nature: 'marketing',
  values: { name: 'text' },
  required: {},
  words: 'customers.mail',
  template: { subject: 'greeting', blocks: [{ type: 'paragraph', text: 'greeting' }] },
  sample: () => ({ name: 'Anna' }),
})

let house: TestHouse
before(async () => {
  house = await createTestHouse()
  const purpose = { markets: [], askedAt: ['account' as const], confirmed: false, softOptIn: false, retired: false }
  await house.run(async (ctx) => {
    const news = { code: 'news', names: { en: 'News' }, texts: { en: 'Write to me.' }, position: 0 }
    must(await createPurpose(ctx, { ...purpose, ...news, channel: 'email' }))
    const calls = { code: 'calls', names: { en: 'Calls' }, texts: { en: 'Ring me.' }, position: 1 }
    must(await createPurpose(ctx, { ...purpose, ...calls, channel: 'phone' }))
    return ok()
  })
})

const say = (customerId: string, give: boolean) =>
  house.run((ctx) =>
    recordConsents(ctx, {
      customerId,
      how: 'account',
      locale: 'it',
      proved: true,
      wishes: ['news', 'calls'].map((purpose) => ({ purpose, give })),
    }),
  )

async function somebody(name: string): Promise<{ id: string; email: string }> {
  const email = `${name}@village.example`
  const id = must(await house.run(async (ctx) => ok(await recordCustomer(ctx, { email, name, locale: 'it' }))))
  must(await say(id, true))
  return { id, email }
}

const permitOf = async (subject: string): Promise<Permit> => {
  const permit = await mayContact(house.database, { subject, purpose: 'news', channel: 'email' })
  assert.ok(permit)
  return permit
}

const write = (permit: Permit, dedupKey: string) =>
  house.run(async (ctx) => {
    await writeMarketingMail(ctx, house, {
      ...{ kind: springLetter, locale: 'it', dedupKey, ref: permit.subject, permit },
      values: { name: 'Anna' },
    })
    return ok()
  })

/** Works off the mail's job with a mail server that takes everything. */
async function send(dedupKey: string, gate = house.ports?.mails?.gate): Promise<SentMail[]> {
  const sent: SentMail[] = []
  const mail = { send: async (one: SentMail) => void sent.push(one), close: () => {} }
  const mails = { kinds: new Map(), frame: undefined, gate }
  const wired: House = { ...house, ports: { ...house.ports, mail, mails } }
  await sendMail.run(wired, { id: 'job', ref: null, payload: { mail: dedupKey }, attempt: 1 })
  return sent
}

const kept = async (dedupKey: string) =>
  (
    await house.asOwner<Record<string, string | null>>(
      `SELECT id, state, recipient, nature, permit_ground AS ground, text_body AS text FROM host.mail WHERE dedup_key = $1`,
      [dedupKey],
    )
  )[0]

describe('what promotes the shop', () => {
  test('is written with a permit, to its address, and shows the way out; its headers end it by one click', async () => {
    const { id, email } = await somebody('anna')
    must(await write(await permitOf(id), 'spring anna'))
    const mail = await kept('spring anna')
    const url = unsubscribeUrl(house, { customerId: id, locale: 'it', purpose: 'news' })
    assert.deepEqual([mail?.['recipient'], mail?.['nature'], mail?.['ground']], [email, 'marketing', 'consent'])
    assert.ok(mail?.['text']?.includes(`Non voglio più queste e-mail: ${url}`), mail?.['text'] ?? '')
    const [sent] = await send('spring anna')
    assert.deepEqual([sent?.recipient, sent?.unsubscribe], [email, url])
    assert.equal((await kept('spring anna'))?.['state'], 'sent')
  })

  test('does not go to who said no after it was written, and stays so when the job runs again', async () => {
    const { id } = await somebody('bruno')
    must(await write(await permitOf(id), 'spring bruno'))
    must(await say(id, false))
    assert.deepEqual(await send('spring bruno'), [])
    assert.equal((await kept('spring bruno'))?.['state'], 'withdrawn')
    must(await say(id, true))
    assert.deepEqual(await send('spring bruno'), [])
  })

  test('goes nowhere while nobody can be asked', async () => {
    const { id } = await somebody('carla')
    must(await write(await permitOf(id), 'spring carla'))
    const none = { kinds: new Map(), frame: undefined }
    const deaf: House = {
      ...house,
      ports: { ...house.ports, mails: none, mail: { send: () => assert.fail('sent'), close: () => {} } },
    }
    const job = { id: 'job', ref: null, payload: { mail: 'spring carla' }, attempt: 1 }
    await assert.rejects(async () => sendMail.run(deaf, job), /nobody can be asked/)
    assert.equal((await kept('spring carla'))?.['state'], 'kept')
  })

  test('cannot be queued without a permit that the house granted: not in types, not when it runs, not by SQL', async () => {
    const { id, email } = await somebody('dario')
    const { subject, purpose, channel, ground } = await permitOf(id)
    const forged = { subject, purpose, channel, ground, email }
    assert.ok(!isPermit(forged) && isPermit(await permitOf(id)))
    const letter = { dedupKey: 'forged', subject: 's', text: 't', html: 'h' }
    const attempt = (command: (ctx: Context) => unknown) =>
      house.run(async (ctx) => {
        await command(ctx)
        return ok()
      })
    const words = { locale: 'it', values: { name: 'Dario' }, dedupKey: 'x', recipient: email }
    // @ts-expect-error -- looks like a permit, and is none
    const withForged = (ctx: Context) => queueMail(ctx, { ...letter, nature: 'marketing', permit: forged })
    // @ts-expect-error -- without one
    const withNone = (ctx: Context) => queueMail(ctx, { ...letter, nature: 'marketing', recipient: email })
    // @ts-expect-error -- a kind that promotes is no mail of an order
    const asOrder = (ctx: Context) => writeMail(ctx, house, { ...words, kind: springLetter })
    for (const forge of [withForged, withNone, asOrder]) await assert.rejects(attempt(forge), /permit/)
    await assert.rejects(
      house.asOwner(`INSERT INTO host.mail (id, dedup_key, recipient, subject, text_body, html_body, created_at, nature)
        VALUES (gen_random_uuid(), 'sql', 'a@b.example', 's', 't', 'h', now(), 'marketing')`),
      /marketing_by_permit/,
    )
    assert.deepEqual(await house.asOwner(`SELECT 1 FROM host.mail WHERE dedup_key IN ('forged', 'x', 'sql')`), [])
  })

  test('needs a permit for e-mail: who may be rung is not written to', async () => {
    const { id } = await somebody('elena')
    const permit = await mayContact(house.database, { subject: id, purpose: 'calls', channel: 'phone' })
    assert.ok(permit)
    await assert.rejects(write(permit, 'spring elena'), /permit/)
  })

  test('permits of many are the same permits', async () => {
    const { id, email } = await somebody('fosca')
    const permits = await sendableTo(house.database, { purpose: 'news', channel: 'email', limit: 100 })
    const permit = permits.find(({ subject }) => subject === id)
    assert.ok(isPermit(permit))
    assert.equal(permit.email, email)
  })
})

test('sent again by staff, it passes the same gate', async () => {
  const { id } = await somebody('gino')
  must(await write(await permitOf(id), 'spring gino'))
  const mail = await kept('spring gino')
  const app = await createTestServer(house)
  const { headers } = await signedInAs(house, 'it')
  const again = async (key: string) => {
    const url = `/api/mails/${mail?.['id']}/resending`
    const answer = await app.inject({ method: 'POST', url, headers: { ...headers, 'idempotency-key': key } })
    return [answer.statusCode, answer.json().code]
  }
  assert.deepEqual(await again('first'), [202, undefined])
  const [copy] = await house.asOwner<{ key: string; nature: string; subject: string }>(
    `SELECT dedup_key AS key, nature, permit_subject AS subject FROM host.mail WHERE dedup_key LIKE $1`,
    [`resent ${mail?.['id']} %`],
  )
  assert.deepEqual([copy?.nature, copy?.subject], ['marketing', id])
  must(await say(id, false))
  assert.deepEqual(await send(copy?.key ?? ''), [])
  assert.equal((await kept(copy?.key ?? ''))?.['state'], 'withdrawn')
  assert.deepEqual(await again('second'), [409, 'operations.mail_not_wanted'])
  const { count } =
    (await house.asOwner<{ count: string }>(`SELECT count(*) FROM host.mail WHERE dedup_key LIKE 'resent %'`))[0] ?? {}
  assert.equal(count, '1')
})

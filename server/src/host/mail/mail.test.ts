import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { test, type TestContext } from 'node:test'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { ok } from '../../kernel/result.ts'
import type { House } from '../context.ts'
import { queueMail } from './queue-mail.ts'
import { sendMail } from './send-mail.ts'
import { openMailTransport, readSmtpUrl } from './transport.ts'

interface Mailbox {
  readonly received: ParsedMail[]
  readonly url: string
  refuseNext: boolean
}

/** A real mail server on loopback that keeps what it is given. */
async function aMailbox(t: TestContext): Promise<Mailbox> {
  const box = { received: [] as ParsedMail[], url: '', refuseNext: false }
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 50,
    disabledCommands: ['STARTTLS', 'AUTH'],
    async onData(stream, _session, callback) {
      const mail = await simpleParser(stream)
      if (box.refuseNext) {
        box.refuseNext = false
        return callback(Object.assign(new Error('come back later'), { responseCode: 451 }))
      }
      box.received.push(mail)
      callback()
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  box.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  t.after(() => new Promise<void>((resolve) => server.close(() => resolve())))
  return box
}

function withTransport(t: TestContext, house: TestHouse, box: Mailbox): House {
  const mail = openMailTransport(readSmtpUrl(box.url, 'Bottega <shop@bottega.example>'))
  t.after(() => mail.close())
  return { ...house, ports: { mail } }
}

async function queue(house: TestHouse, dedupKey: string, subject = 'Il tuo ordine è arrivato') {
  const queued = await house.run(async (ctx) => {
    queueMail(ctx, {
      nature: 'transactional',
      dedupKey,
      ref: 'order-1',
      recipient: 'anna@village.example',
      subject,
      text: 'Perché no? €',
      html: '<p>Perché no? €</p>',
    })
    return ok()
  })
  assert.ok(queued.ok)
}

const run = (house: House, dedupKey: string) =>
  sendMail.run(house, { id: 'job', ref: null, payload: { mail: dedupKey }, attempt: 1 })
const states = (house: TestHouse) => house.asOwner('SELECT dedup_key, state FROM host.mail ORDER BY dedup_key')

test('a mail goes out once, whole, and is noted as sent', async (t) => {
  const [box, house] = [await aMailbox(t), await createTestHouse()]
  const wired = withTransport(t, house, box)
  await queue(house, 'confirmation:1')
  await queue(house, 'confirmation:1', 'a second time')
  const jobs = await house.asOwner<{ payload: unknown; ref: string }>(
    `SELECT payload, ref FROM host.job WHERE kind = 'send-mail'`,
  )
  assert.deepEqual(jobs, [{ payload: { mail: 'confirmation:1' }, ref: 'order-1' }])
  assert.ok(!JSON.stringify(jobs).includes('@'), 'jobs carry no address')
  await run(wired, 'confirmation:1')
  await run(wired, 'confirmation:1')
  assert.equal(box.received.length, 1)
  const [mail] = box.received
  assert.equal(mail?.subject, 'Il tuo ordine è arrivato')
  assert.equal(mail?.text?.trim(), 'Perché no? €')
  assert.equal(mail?.from?.text, '"Bottega" <shop@bottega.example>')
  assert.equal(mail?.headers.get('auto-submitted'), 'auto-generated')
  assert.deepEqual(await states(house), [{ dedup_key: 'confirmation:1', state: 'sent' }])
})

test('sent again after a crash, it has the same Message-ID; after a refusal it is sent later', async (t) => {
  const [box, house] = [await aMailbox(t), await createTestHouse()]
  const wired = withTransport(t, house, box)
  await queue(house, 'confirmation:2')
  box.refuseNext = true
  await assert.rejects(run(wired, 'confirmation:2'), /451/)
  assert.deepEqual(await states(house), [{ dedup_key: 'confirmation:2', state: 'kept' }])
  await run(wired, 'confirmation:2')
  await house.asOwner(`UPDATE host.mail SET state = 'kept', sent_at = NULL`)
  await run(wired, 'confirmation:2')
  const ids = box.received.map((mail) => mail.messageId)
  assert.equal(ids.length, 2)
  assert.equal(ids[0], ids[1])
  assert.match(ids[0] ?? '', /^<[0-9a-f-]{36}@bottega\.example>$/)
})

test('the shop’s logo goes beside the text that names it, and with no other mail', async (t) => {
  const [box, house] = [await aMailbox(t), await createTestHouse()]
  const { ports, ...wired } = withTransport(t, house, box)
  const png = Buffer.from('a picture')
  const mails = { kinds: new Map(), frame: undefined, logo: async () => ({ png, width: 10, height: 10 }) }
  await queue(house, 'plain')
  await house.run(async (ctx) => {
    const letter = { recipient: 'anna@village.example', subject: 's', text: 't' }
    queueMail(ctx, {
      nature: 'transactional',
      ...letter,
      dedupKey: 'signed',
      html: '<img src="cid:shop-logo" alt="Shop" />',
    })
    return ok()
  })
  for (const key of ['plain', 'signed']) await run({ ...wired, ports: { ...ports, mails } }, key)
  assert.deepEqual(
    box.received.map(({ attachments }) => attachments.map(({ cid, content }) => [cid, content.toString()])),
    [[], [['shop-logo', 'a picture']]],
  )
})

test('what its reader can end carries both headers of one click, whole however long the address is (RFC 8058)', async (t) => {
  const box = await aMailbox(t)
  const mail = openMailTransport(readSmtpUrl(box.url, 'shop@bottega.example'))
  t.after(() => mail.close())
  const url = `https://bottega.example/en/consents/${'a1B2'.repeat(40)}/news`
  const letter = { id: 'a', recipient: 'anna@village.example', subject: 's', text: 't', html: 'h' }
  await mail.send({ ...letter, unsubscribe: url })
  await mail.send({ ...letter, id: 'b' })
  const lines = box.received.map(({ headerLines }) =>
    headerLines.filter(({ key }) => key.startsWith('list-')).map(({ line }) => line.replaceAll(/\r?\n\s+/g, ' ')),
  )
  assert.deepEqual(lines, [[`List-Unsubscribe: <${url}>`, 'List-Unsubscribe-Post: List-Unsubscribe=One-Click'], []])
})

test('without a mail server it stays kept, and that is success', async () => {
  const house = await createTestHouse()
  await queue(house, 'confirmation:3')
  await run(house, 'confirmation:3')
  assert.deepEqual(await states(house), [{ dedup_key: 'confirmation:3', state: 'kept' }])
})

test('a mail of a command that was refused is not there', async () => {
  const house = await createTestHouse()
  await house.run(async (ctx) => {
    queueMail(ctx, {
      nature: 'transactional',
      dedupKey: 'x',
      recipient: 'a@b.example',
      subject: 's',
      text: 't',
      html: 'h',
    })
    return { ok: false, refusal: { code: 'test.no', status: 409 } }
  })
  assert.deepEqual(await states(house), [])
  assert.deepEqual(await house.asOwner('SELECT 1 FROM host.job'), [])
})

test('a subject and a recipient cannot smuggle in headers or further recipients', async (t) => {
  const [box, house] = [await aMailbox(t), await createTestHouse()]
  const mail = openMailTransport(readSmtpUrl(box.url, 'shop@bottega.example'))
  t.after(() => mail.close())
  const letter = { id: 'a', text: 't', html: 'h' }
  await mail.send({ ...letter, recipient: 'anna@village.example', subject: 'Hi\r\nBcc: eve@evil.example\r\n\r\nbody' })
  assert.equal(box.received[0]?.headers.has('bcc'), false)
  assert.equal(box.received[0]?.text?.trim(), 't')
  await mail.send({ ...letter, recipient: 'anna@village.example, eve@evil.example', subject: 's' }).catch(() => {})
  const recipients = box.received.flatMap((one) =>
    [one.to ?? []].flat().flatMap((to) => to.value.map((person) => person.address)),
  )
  assert.ok(!recipients.includes('eve@evil.example'), String(recipients))
  assert.ok(house)
})

test('addresses of mail servers are read with their ports and secrets', () => {
  const from = 'a@b.example'
  assert.deepEqual(readSmtpUrl('smtps://anna:p%40ss@mail.example', from), {
    host: 'mail.example',
    port: 465,
    secure: true,
    user: 'anna',
    password: 'p@ss',
    from,
  })
  assert.deepEqual(readSmtpUrl('smtp://[::1]:2525', from), { host: '::1', port: 2525, secure: false, from })
  assert.equal(readSmtpUrl('smtp://mail.example', from).port, 587)
})

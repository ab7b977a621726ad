import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { openJournal } from './journal.ts'
import type { Change, Payment } from './model.ts'
import { apiKey, cards, openEar, openShop, payWith, until, webhookSecret } from './testing/shop.ts'
import type { Ear } from './testing/shop.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'devpay-test-'))
})
after(() => rm(folder, { recursive: true, force: true }))

const body = { amount: { amount: 1000, currency: 'EUR' } }

test('a new life knows everything that was answered: money, keys, faults, expiry, undelivered events', async () => {
  const dataFolder = join(folder, 'lives')
  const deaf = await openEar()
  deaf.answers.push(...Array<number>(1000).fill(503))
  const first = await openShop({ dataFolder, webhookRetryAfterMs: 300 }, deaf)
  const session = await first.openSession({ reference: 'kept', capture: 'manual' })
  await payWith(session, cards.approved)
  const payment = await first.payment(session)
  const key = { 'idempotency-key': 'kept-key' }
  const capture = await first.ask<{ payment: Payment }>('POST', `/v1/payments/${payment.id}/captures`, body, key)
  const expiring = await first.openSession({ reference: 'expiring', expiresInSeconds: 1 })
  await first.order({ match: { operation: 'void', reference: 'kept' }, fault: 'error_500_before' })
  await until('a failed delivery', () => deaf.heard.length >= 2)
  await first.close()

  const ear = await openEar()
  const second = await openShop({ dataFolder }, ear)
  assert.deepEqual(await second.payment(session), capture.body.payment)
  const again = await second.ask('POST', `/v1/payments/${payment.id}/captures`, body, key)
  assert.deepEqual(again.body, capture.body)
  assert.equal((await second.ask('POST', `/v1/payments/${payment.id}/void`)).status, 500)
  await until('all three events', () => ear.heard.length === 3)
  assert.deepEqual(ear.heard.map((each) => each.type).toSorted(), [
    'payment.authorised',
    'payment.captured',
    'session.expired',
  ])
  assert.ok(ear.heard.every((each) => each.genuine))
  assert.equal(ear.heard.find((each) => each.data.session.id === expiring.id)?.data.session.status, 'expired')
  assert.deepEqual(
    ear.heard
      .filter((each) => each.data.payment !== undefined)
      .map((each) => each.body)
      .toSorted(),
    [...new Set(deaf.heard.map((each) => each.body))].filter((each) => each.includes('"payment"')).toSorted(),
    'the same bytes as before the stop',
  )
  await second.close()
})

test('failed deliveries are repeated with growing pauses, ten times at most', async () => {
  const shop = await openShop({ webhookRetryAfterMs: 2 })
  shop.ear.answers.push(...Array<number>(10).fill(500))
  const session = await shop.openSession({ reference: 'deaf' })
  await shop.ask('POST', `/v1/sessions/${session.id}/expire`)
  await until('ten tries', () => shop.ear.heard.length === 10)
  const pauses = shop.ear.heard.slice(1).map((each, n) => each.heardAt - (shop.ear.heard[n]?.heardAt ?? 0))
  assert.ok(
    pauses.every((pause, n) => pause >= 2 * 2 ** n - 1),
    `doubling pauses: ${pauses.join(' ')}`,
  )
  const next = await shop.openSession({ reference: 'next' })
  await shop.ask('POST', `/v1/sessions/${next.id}/expire`)
  await until('the next event', () => shop.ear.heard.length === 11)
  assert.equal(shop.ear.heard[10]?.data.session.id, next.id)
  await shop.close()
})

test('kill -9 while shoppers pay: what was answered is there in the next life, and every event arrives', async () => {
  const dataFolder = join(folder, 'killed')
  const ear = await openEar()
  const port = await freePort()
  const settled: string[] = []
  for (let life = 1; life <= 3; life += 1) {
    const child = await startProcess(dataFolder, port, ear)
    const shoppers = Array.from({ length: 8 }, () => shopUntilCut(port, settled))
    const goal = settled.length + 15
    await until('fifteen payments', () => settled.length >= goal, 60_000)
    child.kill('SIGKILL')
    await once(child, 'exit')
    await Promise.all(shoppers)
  }
  const child = await startProcess(dataFolder, port, ear)
  for (const id of settled) {
    const response = await fetch(`http://127.0.0.1:${port}/v1/payments?reference=${id}`, { headers: bearer })
    const { data } = (await response.json()) as { data: Payment[] }
    assert.deepEqual(
      data.map((each) => [each.status, each.captured]),
      [['captured', 5990]],
    )
  }
  const told = (): Set<string> =>
    new Set(ear.heard.filter((each) => each.type === 'payment.captured').map((each) => each.data.session.reference))
  await until('an event for each', () => settled.every((id) => told().has(id)), 60_000)
  child.kill('SIGTERM')
  const [code] = (await once(child, 'exit')) as [number]
  assert.equal(code, 0)
  await ear.close()
})

const bearer = { authorization: `Bearer ${apiKey}` }

async function freePort(): Promise<number> {
  const ear = await openEar()
  await ear.close()
  return Number(new URL(ear.url).port)
}

async function startProcess(dataFolder: string, port: number, ear: Ear) {
  const child = spawn(process.execPath, [fileURLToPath(new URL('main.ts', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      DEVPAY_DATA: dataFolder,
      DEVPAY_API_KEY: apiKey,
      DEVPAY_WEBHOOK_SECRET: webhookSecret,
      DEVPAY_WEBHOOK_URL: ear.url,
    },
  })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  assert.match(line.toString(), /^Devpay \(test payments\) listens at http:\/\/127\.0\.0\.1:\d+\n$/)
  return child
}

let orders = 0

/** Buys until the line is cut; notes each reference whose payment was answered with the way back to the shop. */
async function shopUntilCut(port: number, settled: string[]): Promise<void> {
  try {
    for (;;) {
      orders += 1
      const reference = `order-${orders}`
      const response = await fetch(`http://127.0.0.1:${port}/v1/sessions`, {
        method: 'POST',
        headers: bearer,
        body: JSON.stringify({
          reference,
          amount: { amount: 5990, currency: 'EUR' },
          returnUrl: 'http://shop.invalid/',
          cancelUrl: 'http://shop.invalid/',
          description: 'Killed',
        }),
      })
      const session = (await response.json()) as { url: string }
      if ((await payWith(session, cards.approved)).status === 303) settled.push(reference)
    }
  } catch {
    // The provider is dead: this shopper goes home.
  }
}

test('a last line cut short is forgotten; a damaged line in the middle is refused with a sentence', async () => {
  const dataFolder = join(folder, 'torn')
  const first = await openShop({ dataFolder })
  const session = await first.openSession({ reference: 'torn' })
  await first.close()
  const path = join(dataFolder, 'journal.jsonl')
  await appendFile(path, '[{"session":{"id":"dps_ha')
  const second = await openShop({ dataFolder })
  assert.equal((await second.ask('GET', `/v1/sessions/${session.id}`)).status, 200)
  await second.close()
  await writeFile(path, `[{"sess\n${await readFile(path, 'utf8')}`)
  await assert.rejects(openShop({ dataFolder }), /Line 1 of .*journal\.jsonl is damaged\. Move the file away/)
})

test('the journal is written anew when it has grown, and loses nothing by it', async () => {
  const values = new Map<string, number>()
  const change = (id: string, at: number): Change => ({
    answer: { key: id, fingerprint: '', answer: { status: 200, body: 0 }, at },
  })
  const options = {
    folder: join(folder, 'growing'),
    replay: (each: Change) => {
      if ('answer' in each) values.set(each.answer.key, each.answer.at)
    },
    snapshot: () => [...values].map(([id, at]) => change(id, at)),
    onBroken: (error: Error) => assert.fail(error),
    rewriteAboveBytes: 10_000,
  }
  const journal = await openJournal(options)
  for (let at = 1; at <= 2000; at += 1) {
    const id = `key-${at % 7}`
    values.set(id, at)
    const written = journal.append([change(id, at)])
    if (at % 5 === 0) await written
  }
  await journal.close()
  assert.ok((await stat(join(options.folder, 'journal.jsonl'))).size < 12_000)
  const expected = new Map(values)
  values.clear()
  await (await openJournal(options)).close()
  assert.deepEqual(values, expected)
})

test('no card number reaches the disk', async () => {
  const dataFolder = join(folder, 'numbers')
  const shop = await openShop({ dataFolder })
  for (const number of [cards.declined, cards.poor, '5555 5555 5555 4444', cards.secure, cards.approved]) {
    await payWith(await shop.openSession({ reference: 'numbers' }), number, { cvc: '987', name: 'Grace Hopper' })
  }
  await shop.close()
  const written = (await readFile(join(dataFolder, 'journal.jsonl'), 'utf8')).replaceAll(/\s/g, '')
  assert.match(written, /"last4":"4242"/)
  assert.doesNotMatch(written, /42424242|40000000|40000025|55555555|Hopper/)
})

test('a disk that refuses breaks the journal for good: nothing more is said to be written', async () => {
  const told: string[] = []
  let full = false
  const journal = await openJournal({
    folder: join(folder, 'full'),
    replay: () => undefined,
    snapshot: () => {
      if (full) throw new Error('ENOSPC: no space left on device')
      return []
    },
    onBroken: (error) => told.push(error.message),
    rewriteAboveBytes: 10,
  })
  full = true
  await assert.rejects(journal.append([{ sequence: 1 }]), /ENOSPC/)
  await assert.rejects(journal.append([{ sequence: 2 }]), /ENOSPC/)
  await assert.rejects(journal.settled(), /ENOSPC/)
  assert.deepEqual(told, ['ENOSPC: no space left on device'])
  await journal.close()
})

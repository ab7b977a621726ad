/** The house's secret changes, and nobody is locked out: what was made under the one before opens, and is sealed anew. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { openLink, linkKeysOf, signLink } from '../../host/auth/links.ts'
import { resealText, sealText, unsealText } from '../../host/auth/sealed-text.ts'
import { hashRecoveryCode } from '../../host/auth/recovery-codes.ts'
import { newSecretOf } from './testing/rotated-house.ts'
import { hashPassword } from '../../host/auth/passwords.ts'
import { createTestServer, signedInAs } from '../../testing/create-test-server.ts'
import { createTestHouse, type TestHouse } from '../../testing/test-house.ts'
import { createStaff } from './index.ts'
import { SignInBrowser, codeOfApp } from './testing/sign-in-browser.ts'

const PASSWORD = 'seven green lanterns'
let now = new Date()
let house: TestHouse
let app: FastifyInstance

before(async () => {
  house = await createTestHouse({ clock: { now: () => now } })
  app = await createTestServer(house)
  // Brings the roles.
  await signedInAs(house, 'owner')
})

const later = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000))

async function aMember() {
  const email = `anna-${crypto.randomUUID()}@bottega.example`
  const made = await house.run((ctx) => createStaff(ctx, { name: 'Anna', email, roles: ['picker'] }))
  const id = made.ok ? made.value.id : assert.fail()
  await house.asOwner('UPDATE people.staff SET password_hash = $2 WHERE id = $1', [id, await hashPassword(PASSWORD)])
  return { id, email }
}

describe('a text', () => {
  const place = 'a row'
  test('sealed under a former secret opens while the house has it, and is sealed anew once', () => {
    const sealed = sealText(house, place, 'a seed')
    const rotated = newSecretOf(house)
    assert.equal(unsealText(rotated, place, sealed), 'a seed')
    const anew = resealText(rotated, place, sealed) ?? assert.fail('left as it was')
    assert.equal(resealText(rotated, place, anew), undefined)
    const forgotten = { ...rotated, formerLinkKeys: [] }
    assert.equal(unsealText(forgotten, place, anew), 'a seed')
    assert.throws(() => unsealText(forgotten, place, sealed))
    assert.throws(() => unsealText(rotated, 'another row', sealed), 'nor by another place')
  })

  test('a link that was sent stays a link', () => {
    const id = crypto.randomUUID()
    const token = signLink(house.linkKey, 'order', id)
    const rotated = newSecretOf(house)
    assert.equal(openLink(linkKeysOf(rotated), 'order', token), id)
    assert.equal(openLink(linkKeysOf(rotated), 'other', token), undefined)
    assert.equal(openLink(rotated.linkKey, 'order', token), undefined, 'and ends with the secret')
  })
})

test('somebody with an app of codes signs in before and after all is sealed anew, killed halfway or not', async () => {
  const anna = await aMember()
  const browser = new SignInBrowser(app)
  await browser.ask('POST', '/session', { email: anna.email, password: PASSWORD })
  const offered = await browser.ask('POST', '/session/totp')
  const secret = String(offered.body['secret'])
  const confirmed = await browser.ask('PUT', '/session/totp', { code: codeOfApp(secret, now) })
  assert.ok(confirmed.status < 300, JSON.stringify(confirmed.body))

  const rotated = newSecretOf(house)
  const sealedOf = async () =>
    (await house.asOwner<{ secret: Buffer }>('SELECT secret FROM people.totp WHERE staff_id = $1', [anna.id]))[0]
      ?.secret
  const before = (await sealedOf()) ?? assert.fail()
  const enters = async (as: TestHouse) => {
    later(60)
    const there = new SignInBrowser(await createTestServer(as))
    await there.ask('POST', '/session', { email: anna.email, password: PASSWORD })
    return (await there.ask('POST', '/session/second-factor', { code: codeOfApp(secret, now) })).status
  }
  assert.equal(await enters(rotated), 204, 'under the former secret')
  const job = house.blueprint.jobs.find(({ kind }) => kind === 'reseal-sign-in') ?? assert.fail()
  const run = (as: TestHouse) => job.run(as, { id: 'x', ref: null, payload: {}, attempt: 1 })
  await run(house)
  assert.deepEqual(await sealedOf(), before, 'without a former secret there is nothing to do')
  await Promise.all([run(rotated), run(rotated)])
  const after = (await sealedOf()) ?? assert.fail()
  assert.notDeepEqual(after, before)
  await run(rotated)
  assert.deepEqual(await sealedOf(), after, 'once')
  assert.equal(await enters({ ...rotated, formerLinkKeys: [] }), 204, 'and without the former secret')
})

test('a printed recovery code is good under a former secret', async () => {
  const anna = await aMember()
  const rotated = newSecretOf(house)
  const hashes = linkKeysOf(rotated).map((linkKey) =>
    hashRecoveryCode({ linkKey }, anna.id, 'ABCD-EFGH-JKMN').toString('hex'),
  )
  assert.ok(hashes.includes(hashRecoveryCode(house, anna.id, 'abcd efgh jkmn').toString('hex')))
})

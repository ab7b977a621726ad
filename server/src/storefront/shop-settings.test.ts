import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { createTestServer, signedInAs } from '../testing/create-test-server.ts'
import { openShop } from '../testing/scene.ts'
import { createTestHouse } from '../testing/test-house.ts'

test('the name and the announcement that were set show on every page within two seconds, each in its language', async () => {
  const house = await createTestHouse({ demo: false })
  await openShop(house)
  const app = await createTestServer(house)
  const owner = await signedInAs(house, 'owner')
  const page = async (locale: string) => (await app.inject(`/${locale}`)).body
  const set = async (key: string, value: unknown) => {
    const headers = { ...owner.headers, 'if-match': '"0"' }
    const answer = await app.inject({ method: 'PUT', url: `/api/settings/${key}`, headers, payload: { value } })
    assert.equal(answer.statusCode, 200, answer.body)
  }
  assert.ok(!(await page('it')).includes('class="announcement"'))
  await set('organisation.shop_name', 'Bottega <Nuova>')
  await set('organisation.announcement', { it: 'Chiusi a Ferragosto & domenica', es: 'Cerrado' })
  await wait(1100)
  const italian = await page('it')
  assert.match(italian, /<p class="announcement">Chiusi a Ferragosto &amp; domenica<\/p>/)
  assert.match(italian, /<title>Bottega &lt;Nuova&gt; ·/)
  assert.match(await page('es'), /<p class="announcement">Cerrado<\/p>/)
  assert.ok(!(await page('en')).includes('class="announcement"'), 'no words, no line')
})

import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createTestServer } from '../../../testing/create-test-server.ts'
import { createTestHouse } from '../../../testing/test-house.ts'

let app: FastifyInstance
before(async () => void (app = await createTestServer(await createTestHouse())))

const formatOf = async (country: string) => (await app.inject(`/api/address-formats/${country}`)).json()

test('addresses of a country, as its envelopes read', async () => {
  const italy = await formatOf('IT')
  assert.deepEqual(italy.order, ['name', 'company', 'street', 'street2', 'postcode', 'city', 'region'])
  assert.deepEqual([italy.region, italy.postcodePattern, italy.postcodeExample], ['province', '^\\d{5}$', '30121'])
  assert.ok(italy.required.includes('region'))
  assert.deepEqual(
    italy.regions.find(({ value }: { value: string }) => value === 'VE'),
    { value: 'VE', name: 'Venezia (VE)' },
  )
  const ireland = await formatOf('IE')
  assert.deepEqual(ireland.order.slice(-3), ['city', 'region', 'postcode'])
  assert.equal(ireland.region, 'county')
})

test('the others are written as the world’s data say: order, what is required, names, and regions to choose', async () => {
  const japan = await formatOf('JP')
  assert.deepEqual(japan.order, ['postcode', 'region', 'city', 'street', 'street2', 'company', 'name'])
  assert.deepEqual([japan.region, japan.regions.length, japan.postcodeExample], ['prefecture', 47, '154-0023'])
  const states = await formatOf('US')
  assert.deepEqual([states.region, states.postcodeKind], ['state', 'zip'])
  assert.deepEqual(states.required, ['name', 'street', 'city', 'region', 'postcode'])
  assert.deepEqual(states.regions[4], { value: 'AR', name: 'Arkansas' })
  const switzerland = await formatOf('CH')
  assert.deepEqual([switzerland.region, switzerland.postcodePattern], [null, '^(?:\\d{4})$'])
})

test('a country that the house does not know takes the plain form', async () => {
  const { order, regions, postcodePattern, region } = await formatOf('XX')
  assert.deepEqual([order.length, regions, postcodePattern, region], [6, null, null, null])
})

test('what is no country is refused', async () => {
  for (const country of ['it', 'ITA', '1']) {
    assert.equal((await app.inject(`/api/address-formats/${country}`)).statusCode, 422, country)
  }
})

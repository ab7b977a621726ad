import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTestServer, signedInAs } from '../testing/create-test-server.ts'
import { createTestHouse } from '../testing/test-house.ts'
import { describeHouse } from './server.ts'

type Json = Record<string, unknown>

test('an unknown host name is nobody’s: 421, on pages, API and files alike', async () => {
  const app = await createTestServer(await createTestHouse())
  for (const url of [
    '/api/shop',
    '/reference',
    '/errors',
    '/openapi.json',
    '/files/x/320.webp',
    '/office',
    '/nothing',
  ]) {
    const answer = await app.inject({ url, headers: { host: 'stranger.example' } })
    assert.equal(answer.statusCode, 421, url)
    assert.equal(answer.json<Json>()['code'], 'host.unknown_host')
  }
})

test('a member of staff does what their role permits, and a visitor does not', async () => {
  const house = await createTestHouse()
  const app = await createTestServer(house)
  const [auditor, picker] = [await signedInAs(house, 'auditor'), await signedInAs(house, 'picker')]
  const ask = async (headers: Record<string, string>) =>
    (await app.inject({ url: '/api/ledger/entries', headers })).statusCode
  assert.equal(await ask({}), 401)
  assert.equal(await ask(picker.headers), 403)
  assert.equal(await ask(auditor.headers), 200)
})

test('the document is OpenAPI 3.1, whole, and true to the routes', async () => {
  const house = await createTestHouse()
  const document = (await describeHouse(house.blueprint, 'http://localhost')) as Json
  assert.equal(document['openapi'], '3.1.0')
  const operations = Object.entries(document['paths'] as Record<string, Record<string, Json>>).flatMap(
    ([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  assert.equal(operations.length, house.blueprint.routes.length)
  for (const route of house.blueprint.routes) {
    const found = operations.find(({ operation }) => operation['operationId'] === route.operationId)
    assert.ok(found, route.operationId)
    assert.equal(found.path, `/api${route.path.replaceAll(/:(\w+)/g, '{$1}')}`)
    assert.equal(found.method, route.method.toLowerCase())
    assert.deepEqual([found.operation['x-permission'], found.operation['x-own']], [route.permission, route.own])
    const responses = found.operation['responses'] as Json
    assert.ok(
      responses[String(route.status)] && responses['4XX'] && responses['5XX'],
      `${route.operationId} tells its answers`,
    )
    const headers = ((found.operation['parameters'] ?? []) as Json[]).filter((one) => one['in'] === 'header')
    assert.equal(
      headers.some((one) => one['name'] === 'Idempotency-Key'),
      route.idempotent,
      route.operationId,
    )
    const guarded = route.permission !== 'public'
    assert.equal(
      ((found.operation['security'] ?? []) as Json[]).some((one) => 'staffSession' in one),
      guarded,
    )
  }
})

test('every reference in the document leads somewhere', async () => {
  const house = await createTestHouse()
  const document = (await describeHouse(house.blueprint, 'http://localhost')) as Json
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path)
  assert.ok(
    references.some((path) => path === 'components/schemas/Money'),
    'amounts are one schema',
  )
  for (const path of new Set(references)) {
    let node: unknown = document
    for (const part of path.split('/')) node = (node as Json | undefined)?.[part]
    assert.ok(node, path)
  }
})

test('the pages of reference show each operation and each refusal, without a line of inline code', async () => {
  const house = await createTestHouse()
  const app = await createTestServer(house)
  const reference = (await app.inject({ url: '/reference' })).body
  for (const { operationId } of house.blueprint.routes)
    assert.ok(reference.includes(`id="${operationId}"`), operationId)
  const errors = (await app.inject({ url: '/errors' })).body
  for (const code of ['host.not_found', 'host.fault', 'people.wrong_credentials'])
    assert.ok(errors.includes(`id="${code}"`), code)
  for (const page of [reference, errors]) {
    assert.doesNotMatch(page, /<script|<style|\sstyle="|\son\w+="/)
    assert.doesNotMatch(page, /undefined|\[object|\{rule, select/)
  }
  assert.match((await app.inject({ url: '/reference/style.css' })).headers['content-type'] ?? '', /text\/css/)
  const described = await app.inject({ url: '/openapi.json' })
  assert.equal(described.json<Json>()['openapi'], '3.1.0')
})

test('the type of a problem leads to its explanation', async () => {
  const app = await createTestServer(await createTestHouse())
  const refused = (await app.inject({ url: '/api/nothing' })).json<{ type: string }>()
  const [page, anchor] = refused.type.split('#')
  const answer = await app.inject({ url: page ?? '' })
  assert.ok(answer.body.includes(`id="${anchor}"`))
})

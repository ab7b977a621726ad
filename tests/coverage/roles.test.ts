/** Every operation x every ready-made role: who holds it gets past the door exactly where the role says so (ASVS 8.2). */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listRoles } from '../../server/src/departments/people/index.ts'
import type { Route } from '../../server/src/host/http/route.ts'
import { signedInAs } from '../../server/src/testing/create-test-server.ts'
import { openCallers, pathOf, type Headers } from './callers.ts'
import { sampleBody, sampleOf } from './sample.ts'

const { house, app } = await openCallers()
await signedInAs(house)
const guarded = house.blueprint.routes.filter(({ permission }) => permission !== 'public')

async function isLetIn(route: Route, headers: Headers): Promise<boolean> {
  const params = route.params ? (sampleOf(route.params) as Record<string, string>) : {}
  const answer = await app.inject({
    method: route.method,
    url: pathOf(route, params),
    headers: { ...headers },
    ...(route.query ? { query: sampleOf(route.query) as Record<string, string> } : {}),
    ...(route.body ? { payload: sampleBody(route.operationId, route.body) as object } : {}),
    ...(route.streamBody ? { payload: Buffer.from('{}') } : {}),
  })
  const { code } = answer.body.startsWith('{') ? (JSON.parse(answer.body) as { code?: string }) : {}
  return code !== 'host.not_allowed' && code !== 'host.not_signed_in'
}

for (const { code, permissions } of await listRoles(house.database)) {
  test(`${code}: what it lists, and nothing else`, async () => {
    const { headers } = await signedInAs(house, code)
    const wrong: string[] = []
    for (const route of guarded) {
      const expected = permissions.includes(route.permission)
      if ((await isLetIn(route, headers)) !== expected) {
        wrong.push(`${route.operationId} (${route.permission}) ${expected ? 'turns away' : 'lets in'}`)
      }
    }
    assert.deepEqual(wrong, [])
  })
}

test('no ready-made role but the owner’s can do everything, and each can do something', async () => {
  const roles = (await listRoles(house.database)).filter(({ readyMade }) => readyMade)
  for (const { code, permissions } of roles) {
    assert.ok(permissions.length > 0, code)
    assert.equal(permissions.length === house.blueprint.permissions.size, code === 'owner', code)
  }
})

/** Dangerous settings and ways to sign in are held by rules like everything else that people do. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openApprovalScene } from './testing/approval-scene.ts'

const { house, owner, second, call, underRule } = await openApprovalScene()

const rule = (act: string, fact: string, values: string[]) => ({
  ...{ act, condition: { kind: 'one_of', fact, values }, note: 'Two people' },
  ...{ markets: null, roles: ['owner'], approvals: 1, activeFrom: null, activeTo: null },
})
const valueOf = async (key: string) => (await call(owner, 'GET', `/settings/${key}`)).body['value']

test('a setting of the area waits for somebody else; settings of other areas do not', async () => {
  await underRule(rule('host.change_setting', 'area', ['people', 'tax']), async () => {
    const set = (key: string, value: unknown) =>
      call(owner, 'PUT', `/settings/${key}`, { value }, { 'if-match': '"0"' })
    const usual = await valueOf('people.second_factor_required')
    const held = await set('people.second_factor_required', 'all')
    assert.equal(held.status, 202, JSON.stringify(held.body))
    assert.equal(await valueOf('people.second_factor_required'), usual)
    const { id } = held.body['held'] as { id: string }
    const page = await call(second, 'GET', `/approvals/${id}`)
    assert.match(String(page.body['summary']), /^Change the setting “.+”$/)
    assert.equal((await set('inventory.low_stock', 4)).status, 200)
    const own = await call(owner, 'POST', `/approvals/${id}/decision`, { verdict: 'approve', comment: '' })
    assert.equal(own.body['code'], 'work.approval_own_request')
    const done = await call(second, 'POST', `/approvals/${id}/decision`, { verdict: 'approve', comment: '' })
    assert.equal(done.status, 200, JSON.stringify(done.body))
    assert.equal(await valueOf('people.second_factor_required'), 'all')
  })
})

test('every area that has settings can be held, and has a name', () => {
  const act = house.ports?.acts?.find((one) => one.act === 'host.change_setting') ?? assert.fail()
  const areas = new Set(house.blueprint.routes.flatMap(({ path }) => /^\/settings\/([a-z-]+)\./.exec(path)?.[1] ?? []))
  assert.deepEqual(act.choices?.['area'], [...areas].sort())
  for (const locale of ['en', 'it', 'es', 'id'] as const) {
    const translate = house.translations.for(locale)
    for (const area of areas) {
      const key = `host.acts.change_setting.values.area.${area}`
      assert.notEqual(translate(key), key, `${locale} ${area}`)
    }
  }
})

test('a provider by which people come in waits, keeps its secret sealed, and is added by the approval', async () => {
  await underRule(rule('people.change_sign_in', 'change', ['add_provider', 'change_provider']), async () => {
    const body = {
      ...{ name: 'Casa', issuer: 'https://login.casa.example', clientId: 'fondaco', clientSecret: 'quite-a-secret' },
      ...{ domains: ['casa.example'], createsPeople: false, roles: [], passwordsOff: false, enabled: false },
    }
    const held = await call(owner, 'POST', '/sign-in-providers', body)
    assert.equal(held.status, 202, JSON.stringify(held.body))
    const { id } = held.body['held'] as { id: string }
    const kept = await house.asOwner<{ all: string }>('SELECT a::text AS all FROM work.approval a WHERE id = $1', [id])
    assert.doesNotMatch(kept[0]?.all ?? '', /quite-a-secret/)
    const done = await call(second, 'POST', `/approvals/${id}/decision`, { verdict: 'approve', comment: '' })
    assert.deepEqual(done.body, { state: 'approved' }, JSON.stringify(done.body))
    const { items } = (await call(owner, 'GET', '/sign-in-providers')).body as { items: { name: string }[] }
    assert.deepEqual(
      items.map(({ name }) => name),
      ['Casa'],
    )
  })
})

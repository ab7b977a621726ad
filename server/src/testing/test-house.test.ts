import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '../host/database/sql.ts'
import { ok } from '../kernel/result.ts'
import { createTestHouse } from './test-house.ts'

test('two houses share nothing, and the application role cannot change what is final', async (t) => {
  const begun = performance.now()
  const house = await createTestHouse()
  t.diagnostic(`first house after ${Math.round(performance.now() - begun)} ms`)
  const again = performance.now()
  const other = await createTestHouse()
  t.diagnostic(`second house after ${Math.round(performance.now() - again)} ms`)

  const written = await house.run(async (ctx) => {
    ctx.emit({ name: 'thing.happened.v1', ref: { kind: 'thing', id: '1' }, payload: {} })
    ctx.audit({ action: 'thing:write', objectType: 'thing', objectId: '1' })
    return ok(1)
  })
  assert.deepEqual(written, ok(1))
  const count = sql<{ n: bigint }>`SELECT count(*) AS n FROM host.event`
  assert.deepEqual(await house.database.row(count), { n: 1n })
  assert.deepEqual(await other.database.row(count), { n: 0n })
  await assert.rejects(house.database.rows(sql`DELETE FROM host.event`), { code: '42501' })
  assert.deepEqual(await house.asOwner('SELECT name FROM host.event'), [{ name: 'thing.happened.v1' }])
  await house.expectNoBreach()
  await house.asOwner('GRANT DELETE ON host.event TO fondaco_app')
  await assert.rejects(house.expectNoBreach(), /A3 the application may not change/)
})

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { createTestHouse } from '../../testing/test-house.ts'
import { findBreaches } from './find-breaches.ts'
import { parseInvariants, readInvariants } from './invariants.ts'

test('every invariant has a code of its own, the views it needs, and one statement', () => {
  const invariants = readInvariants()
  assert.ok(invariants.length >= 40)
  const codes = invariants.map(({ code }) => code)
  assert.equal(new Set(codes).size, codes.length)
  for (const { code, needs, query } of invariants) {
    assert.ok(!query.includes(';'), `${code} is one statement`)
    for (const view of needs) assert.match(query, new RegExp(`verify\\.${view}\\b`), `${code} reads ${view}`)
    const read = [...query.matchAll(/verify\.(\w+)/g)].map(([, view = '']) => view)
    assert.deepEqual([...new Set(read)].toSorted(), [...new Set(needs)].toSorted(), `${code} names what it reads`)
  }
})

test('half an invariant is refused', () => {
  assert.throws(() => parseInvariants('-- name: X1 something\nSELECT 1'), /Not a whole invariant/)
  assert.throws(() => parseInvariants('-- name: X1 something\n-- needs: a\n'), /Not a whole invariant/)
})

test('a fresh house breaks nothing, and what is missing is said', async () => {
  const house = await createTestHouse()
  const { held, breaches, skipped } = await findBreaches(house.ownerUrl)
  assert.deepEqual(breaches, [])
  assert.ok(held.some((name) => name.startsWith('L1 ')))
  assert.deepEqual(skipped.find(({ name }) => name.startsWith('B1 '))?.missing, ['partner_message'])
})

test('planted breaches are found, each by its rule and with its row', async () => {
  const house = await createTestHouse()
  const old = "now() - interval '10 minutes'"
  await house.asOwner(`
    INSERT INTO host.job (id, kind, payload, run_at, created_at) VALUES (gen_random_uuid(), 'lost', '{}', ${old}, ${old});
    INSERT INTO host.audit (id, at, actor_kind, action, object_type, object_id, changes)
      VALUES (gen_random_uuid(), ${old}, 'system', 'thing:write', 'thing', '1', '[]'), (gen_random_uuid(), ${old}, 'system', 'thing:write', 'thing', '2', '[]');
    INSERT INTO host.audit_seal (seq, audit_id, prev_hash, hash, payload)
      SELECT 1, id, decode(repeat('00', 32), 'hex'), sha256('something else'), 'payload' FROM host.audit WHERE object_id = '1';
    GRANT TRUNCATE ON host.event TO fondaco_app`)
  const { breaches } = await findBreaches(house.ownerUrl)
  assert.deepEqual(breaches.map(({ name, rows }) => [name.split(' ')[0], rows.length]).toSorted(), [
    ['A1', 1],
    ['A3', 1],
    ['A4', 1],
    ['J1', 1],
  ])
  const lost = breaches.find(({ name }) => name.startsWith('J1'))
  assert.equal(lost?.rows[0]?.['kind'], 'lost')
})

test('docs/guides/verify.md and the database agree on every column', async () => {
  const house = await createTestHouse()
  const rows = await house.asOwner<{ line: string }>(`
    SELECT 'verify.' || table_name || ' ' || column_name || ' ' || data_type AS line
    FROM information_schema.columns WHERE table_schema = 'verify' ORDER BY table_name, ordinal_position`)
  const text = await readFile(new URL('../../../../docs/guides/verify.md', import.meta.url), 'utf8')
  const documented = text
    .split(/^### /m)
    .slice(1)
    .flatMap((section) => {
      const view = section.split('\n')[0]
      return [...section.matchAll(/^\| `(\w+)` \| ([^|]+) \| ([^|]+) \|$/gm)].map(
        ([, column, type]) => `${view} ${column} ${type}`,
      )
    })
  assert.deepEqual(
    documented,
    rows.map(({ line }) => line),
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTestHouse } from '../../../testing/test-house.ts'
import { fillPlans } from '../testing/fill-plans.ts'
import { listPlansMeeting } from './read-plans.ts'

interface Node {
  readonly 'Node Type': string
  readonly 'Index Name'?: string
  readonly 'Relation Name'?: string
  readonly Plans?: readonly Node[]
}

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]

test('a month is found by its index among many plans, and by nothing else', async () => {
  const house = await createTestHouse()
  await house.asOwner(fillPlans(30_000))
  await house.asOwner('ANALYZE work.plan')
  const asked: { text: string; values: readonly unknown[] }[] = []
  const reader = { rows: async (query: { text: string; values: readonly unknown[] }) => (asked.push(query), []) }
  const span = { startsAt: new Date('2027-03-01T00:00:00Z'), endsAt: new Date('2027-04-01T00:00:00Z') }
  await listPlansMeeting(reader as never, { ...span, limit: 1_000 })
  const [{ text, values } = assert.fail('nothing was asked')] = asked
  const [row] = await house.asOwner<{ 'QUERY PLAN': [{ Plan: Node }] }>(`EXPLAIN (FORMAT JSON) ${text}`, values)
  const nodes = nodesOf(row?.['QUERY PLAN'][0].Plan ?? assert.fail('no plan'))
  assert.ok(
    nodes.some((node) => node['Index Name'] === 'plan_in_time'),
    JSON.stringify(nodes.map((node) => node['Node Type'])),
  )
  assert.ok(!nodes.some((node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'plan'))
  const found = await listPlansMeeting(house.database, { ...span, limit: 5_000 })
  const [told] = await house.asOwner<{ n: string }>(
    `SELECT count(*) AS n FROM work.plan WHERE starts_at < $1 AND ends_at > $2`,
    [span.endsAt, span.startsAt],
  )
  assert.equal(found.length, Number(told?.n))
})

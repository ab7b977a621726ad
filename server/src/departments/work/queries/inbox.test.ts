import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { createTestHouse, type TestHouse } from '../../../testing/test-house.ts'
import { signedInAs } from '../../../testing/create-test-server.ts'
import { fillInbox, fillPeople, readNearlyAll } from '../testing/fill-inbox.ts'
import { countInbox, INBOX_VIEWS, readInbox, type InboxView } from './inbox.ts'

interface Node {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Actual Rows'?: number
  readonly 'Actual Loops'?: number
  readonly Plans?: readonly Node[]
}

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]

let house: TestHouse
let fresh: string
let diligent: string

before(async () => {
  house = await createTestHouse()
  ;[fresh, diligent] = [(await signedInAs(house, 'care_agent')).id, (await signedInAs(house, 'care_agent')).id]
  await house.asOwner(fillPeople(500))
  await house.asOwner(fillInbox({ todos: 30_000, people: 500 }))
  await house.asOwner(readNearlyAll(diligent))
  await house.asOwner('ANALYZE')
})

/** The nodes that read the inbox's tables, with how many rows each gave. */
async function readsOf(ask: (reader: never) => Promise<unknown>): Promise<Node[]> {
  const asked: { text: string; values: readonly unknown[] }[] = []
  const row = async (query: { text: string; values: readonly unknown[] }) => void asked.push(query)
  await ask({ row, rows: async (query: never) => (await row(query), []) } as never)
  const [{ text, values } = assert.fail('nothing was asked')] = asked
  const [plan] = await house.asOwner<{ 'QUERY PLAN': [{ Plan: Node }] }>(
    `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
    values,
  )
  const nodes = nodesOf(plan?.['QUERY PLAN'][0].Plan ?? assert.fail('no plan'))
  return nodes.filter((node) => ['inbox_item', 'todo'].includes(node['Relation Name'] ?? ''))
}

const rowsRead = (nodes: readonly Node[]) =>
  nodes.reduce((sum, node) => sum + (node['Actual Rows'] ?? 0) * (node['Actual Loops'] ?? 1), 0)
const addresses = (staffId: string) => [`staff:${staffId}`, 'role:care_agent', 'role:picker', 'may:payments:refund']
const page = (staffId: string, view: InboxView, kind?: 'todo') => (reader: never) =>
  readInbox(reader, {
    staffId,
    addresses: addresses(staffId),
    narrowed: false,
    view,
    kind,
    now: new Date(),
    after: undefined,
    limit: 50,
  })

test('a page of a role’s thousands costs a page for each address, in every view', async () => {
  for (const view of INBOX_VIEWS) {
    for (const kind of [undefined, 'todo'] as const) {
      const nodes = await readsOf(page(fresh, view, kind))
      assert.ok(nodes.length > 0)
      const scanned = nodes.find((node) => node['Node Type'] === 'Seq Scan')
      assert.equal(scanned, undefined, `${view} reads a whole table`)
      assert.ok(rowsRead(nodes) <= 51 * 5, `${view}: ${rowsRead(nodes)} rows were read for a page`)
    }
  }
})

test('the badge counts no further than its cap', async () => {
  const now = new Date()
  const endOfDay = new Date(now.getTime() + 86_400_000)
  const query = { staffId: fresh, addresses: addresses(fresh), narrowed: false, now, endOfDay }
  const nodes = await readsOf((reader) => countInbox(reader, query))
  assert.equal(
    nodes.find((node) => node['Node Type'] === 'Seq Scan'),
    undefined,
    'reads a whole table',
  )
  assert.ok(rowsRead(nodes) <= 100 * 4 * 3, `${rowsRead(nodes)} rows were read for a badge`)
})

test('what one has put off is found by one’s marks, not among all that one has read', async () => {
  const nodes = await readsOf(page(diligent, 'snoozed'))
  assert.ok(rowsRead(nodes) <= 77 * 2, `${rowsRead(nodes)} rows were read for 77 that are put off`)
})

test('who has read nearly all finds what is left, by the same indexes', async () => {
  const nodes = await readsOf(page(diligent, 'unread'))
  assert.equal(
    nodes.find((node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] === 'todo'),
    undefined,
  )
  const left = await readInbox(house.database, {
    staffId: diligent,
    addresses: addresses(diligent),
    narrowed: false,
    view: 'unread',
    kind: undefined,
    now: new Date(),
    after: undefined,
    limit: 50,
  })
  assert.equal(left.length, 7, 'every thousandth of 7,500')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { QueryClient } from '@tanstack/react-query'
import type { DepartmentSpec } from '../frame/department.ts'
import { departmentsHearing } from './live.ts'

const client = new QueryClient()
const department = (name: string, more: Partial<DepartmentSpec>): DepartmentSpec => ({
  name,
  menu: [],
  screens: [],
  ...more,
})
const departments = [
  department('work', { listensTo: ['inbox', 'work'], concerns: ({ refId }) => refId !== 'another' }),
  department('orders', { listensTo: ['order'] }),
]
const fact = (name: string, refKind: string, refId = 'one') => ({ id: '1', name, refKind, refId, occurredAt: '' })

const cases = [
  ['a fact that concerns somebody here', fact('inbox.changed.v1', 'inbox'), ['board', 'work']],
  ['another person’s, of which not even the board reads', fact('inbox.changed.v1', 'inbox', 'another'), []],
  ['one of a department that hears all', fact('order.placed.v1', 'order', 'another'), ['board', 'orders']],
  ['one that no department listens to', fact('mail.sent.v1', 'mail'), ['board']],
] as const

for (const [title, heard, expected] of cases) {
  test(title, () => assert.deepEqual(departmentsHearing(departments, heard, client), expected))
}

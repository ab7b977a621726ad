import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { actsOn, decideAct, type PersonAct, type Standing } from './person-acts.ts'

const ACTS: readonly PersonAct[] = [
  'change_profile',
  'change_roles',
  'change_access',
  'issue_link',
  'end_sessions',
  'reset_second_factor',
  'end_access',
  'suspend',
  'resume',
  'end',
]
const nobody: Standing = {
  ended: false,
  suspended: false,
  isCaller: false,
  outside: false,
  lastOwner: false,
  roles: [],
}
const stronger = [{ permissions: ['people:read', 'ledger:write'] }]
const granter = new Set(['people:read', 'people:write'])

describe('what may be done to somebody', () => {
  const table = `
    who                 | profile | roles | access | link   | sessions | factor | end access   | suspend    | resume | end
    ended stronger      | ended   | ended | ended  | ended  | more     | ended  | ended        | ended      | ended  | ended
    ended               | ended   | ended | ended  | ended  | -        | ended  | ended        | ended      | ended  | ended
    isCaller stronger   | -       | -     | own    | more   | more     | more   | own          | yourself   | in     | yourself
    isCaller            | -       | -     | own    | -      | -        | -      | own          | yourself   | in     | yourself
    stronger            | -       | -     | more   | more   | more     | more   | more         | more       | in     | more
    stronger lastOwner  | -       | -     | more   | more   | more     | more   | more         | more       | in     | more
    suspended stronger  | -       | -     | more   | more   | more     | more   | more         | suspended  | more   | more
    suspended           | -       | -     | -      | -      | -        | -      | not outside  | suspended  | -      | -
    suspended isCaller  | -       | -     | own    | -      | -        | -      | own          | suspended  | -      | yourself
    lastOwner           | -       | -     | -      | -      | -        | -      | not outside  | last owner | in     | last owner
    outside             | -       | -     | -      | -      | -        | -      | -            | -          | in     | -
    plain               | -       | -     | -      | -      | -        | -      | not outside  | -          | in     | -`
  const codes: Readonly<Record<string, string>> = {
    ended: 'people.already_ended',
    own: 'people.own_access',
    suspended: 'people.already_suspended',
    in: 'people.not_suspended',
    yourself: 'people.not_yourself',
    more: 'people.grants_too_much',
    'not outside': 'people.not_from_outside',
    'last owner': 'people.last_owner',
    '-': 'allowed',
  }
  const [, ...lines] = table.trim().split('\n')
  for (const line of lines) {
    const [who = '', ...verdicts] = line.split('|').map((cell) => cell.trim())
    test(who, () => {
      const words = new Set(who.split(' '))
      const person: Standing = {
        ...nobody,
        ended: words.has('ended'),
        suspended: words.has('suspended'),
        isCaller: words.has('isCaller'),
        outside: words.has('outside'),
        lastOwner: words.has('lastOwner'),
        roles: words.has('stronger') ? stronger : [],
      }
      const told = ACTS.map((act) => {
        const decided = decideAct(act, person, granter)
        return decided.ok ? 'allowed' : decided.refusal.code
      })
      assert.deepEqual(
        told,
        verdicts.map((verdict) => codes[verdict]),
      )
    })
  }

  test('the house itself may more than anybody', () => {
    assert.ok(decideAct('end', { ...nobody, roles: stronger }, 'all').ok)
  })

  test('a page offers what has an object', () => {
    const has = (shown: Partial<Parameters<typeof actsOn>[0]>) =>
      actsOn({ outside: false, over: false, suspended: false, hasSecondFactor: false, ...shown })
    assert.ok(!has({}).includes('reset_second_factor'))
    assert.ok(has({ hasSecondFactor: true }).includes('reset_second_factor'))
    assert.deepEqual([has({}).at(-2), has({ suspended: true }).at(-2)], ['suspend', 'resume'])
    assert.deepEqual([has({}).at(-1), has({ outside: true }).at(-1)], ['end', 'end_access'])
    assert.equal(has({ outside: true, over: true }).at(-1), 'end')
  })
})

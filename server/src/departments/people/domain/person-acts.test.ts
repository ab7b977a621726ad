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
  'end',
]
const nobody: Standing = { ended: false, isCaller: false, outside: false, lastOwner: false, roles: [] }
const stronger = [{ permissions: ['people:read', 'ledger:write'] }]
const granter = new Set(['people:read', 'people:write'])

describe('what may be done to somebody', () => {
  const table = `
    who                 | profile | roles | access | link   | sessions | factor | end access   | end
    ended stronger      | ended   | ended | ended  | ended  | more     | ended  | ended        | ended
    ended               | ended   | ended | ended  | ended  | -        | ended  | ended        | ended
    isCaller stronger   | -       | -     | own    | more   | more     | more   | own          | yourself
    isCaller            | -       | -     | own    | -      | -        | -      | own          | yourself
    stronger            | -       | -     | more   | more   | more     | more   | more         | more
    stronger lastOwner  | -       | -     | more   | more   | more     | more   | more         | more
    lastOwner           | -       | -     | -      | -      | -        | -      | not outside  | last owner
    outside             | -       | -     | -      | -      | -        | -      | -            | -
    plain               | -       | -     | -      | -      | -        | -      | not outside  | -`
  const codes: Readonly<Record<string, string>> = {
    ended: 'people.already_ended',
    own: 'people.own_access',
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
      actsOn({ outside: false, over: false, hasSecondFactor: false, ...shown })
    assert.ok(!has({}).includes('reset_second_factor'))
    assert.ok(has({ hasSecondFactor: true }).includes('reset_second_factor'))
    assert.deepEqual([has({}).at(-1), has({ outside: true }).at(-1)], ['end', 'end_access'])
    assert.equal(has({ outside: true, over: true }).at(-1), 'end')
  })
})

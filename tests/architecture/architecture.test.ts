import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { houseOf, readHouse } from './house.ts'
import { explain } from './rule.ts'
import { RULES } from './rules.ts'
import { tooLong } from './rules/names.ts'

const root = join(import.meta.dirname, '../..')
const house = readHouse(root)

describe('the house stands by its rules', () => {
  for (const rule of RULES) {
    test(rule.name, () => {
      const findings = rule.check(house)
      if (findings.length > 0) assert.fail(explain(rule, findings))
    })
  }

  test('the house was read: a rule over no files proves nothing', () => {
    assert.ok(house.files.length > 20, `only ${house.files.length} files were found`)
  })
})

describe('every rule can still catch', () => {
  for (const rule of RULES) {
    test(rule.name, () => {
      assert.ok(rule.good.length > 0 && rule.bad.length > 0, 'a rule ships lines to pass and lines to catch')
      for (const sample of rule.good) {
        assert.deepEqual(rule.check(houseOf(sample)), [], `should pass: ${JSON.stringify(sample)}`)
      }
      for (const sample of rule.bad) {
        assert.notDeepEqual(rule.check(houseOf(sample)), [], `should be caught: ${JSON.stringify(sample)}`)
      }
    })
  }

  test('names are unique and every message says how to mend', () => {
    assert.equal(new Set(RULES.map((rule) => rule.name)).size, RULES.length)
    for (const rule of RULES) assert.match(explain(rule, []), /because .+\n {2}mend: .+/)
  })

  test('the list of long files only shrinks', () => {
    const path = 'server/src/kernel/money.ts'
    const withLines = (lines: number) => houseOf({ [path]: '\n'.repeat(lines) })
    assert.equal(tooLong(withLines(600), { [path]: 600 }).length, 0)
    for (const lines of [601, 599, 400]) assert.equal(tooLong(withLines(lines), { [path]: 600 }).length, 1)
  })
})

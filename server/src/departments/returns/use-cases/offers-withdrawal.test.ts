import assert from 'node:assert/strict'
import { test } from 'node:test'
import { offersWithdrawal } from './offers-withdrawal.ts'

test('where it is offered: in the Union and the EEA, or where the market says so or promises it', () => {
  const cases = [
    ['IT', 'it', 0, true],
    ['NO', 'eu', 0, true],
    ['CH', 'eu', 0, true],
    ['GB', 'uk', 0, false],
    ['GB', 'uk', 30, true],
    ['ID', 'id', 0, false],
  ] as const
  for (const [country, lawPack, promisedDays, offered] of cases)
    assert.equal(offersWithdrawal({ country, lawPack, promisedDays }), offered, country)
})

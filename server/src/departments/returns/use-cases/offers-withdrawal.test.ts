import assert from 'node:assert/strict'
import { test } from 'node:test'
import { offersWithdrawal } from './offers-withdrawal.ts'

test('where it is offered: in the Union and the EEA, or where the market says so', () => {
  const cases = [
    ['IT', 'it', true],
    ['NO', 'eu', true],
    ['CH', 'eu', true],
    ['GB', 'uk', false],
    ['ID', 'id', false],
  ] as const
  for (const [country, lawPack, offered] of cases)
    assert.equal(offersWithdrawal({ country, lawPack }), offered, country)
})

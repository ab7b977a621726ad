import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleLabel } from './sample-label.ts'

test('a number is shown as it would be printed, once there is one', () => {
  const values = { format: 'INV-{year}-{number}', digits: 5, firstNumber: 240 }
  assert.equal(sampleLabel(values, 2026), 'INV-2026-00240')
  assert.equal(sampleLabel({ ...values, format: ' R{number} ', digits: 2 }, 2026), 'R240')
  assert.equal(sampleLabel({ ...values, format: 'INV' }, 2026), undefined)
  assert.equal(sampleLabel({ ...values, firstNumber: null }, 2026), undefined)
})

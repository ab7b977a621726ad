import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localDate } from '../../../kernel/time.ts'
import { exemptionAt, type Exemption } from './exemption.ts'
import { whereTaxed, type Unverified, type VatState } from './where-taxed.ts'

const seller = { usesOss: true, exportsUntaxed: false }

type Row = readonly [home: string, goesTo: string, number: string, state: VatState, policy: Unverified, verdict: string]
const rows: readonly Row[] = [
  ['IT', 'DE', 'DE', 'valid', 'charge', 'reverse_charge DE'],
  ['IT', 'DE', 'AT', 'valid', 'charge', 'reverse_charge DE'],
  ['IT', 'GR', 'GR', 'valid', 'charge', 'reverse_charge GR'],
  ['IT', 'DE', 'DE', 'invalid', 'accept', 'oss DE'],
  ['IT', 'DE', 'DE', 'unchecked', 'accept', 'oss DE'],
  ['IT', 'DE', 'DE', 'unavailable', 'charge', 'oss DE'],
  ['IT', 'DE', 'DE', 'unavailable', 'accept', 'reverse_charge DE'],
  ['IT', 'IT', 'IT', 'valid', 'accept', 'domestic IT'],
  // The goods stay at home, whoever buys them; and a number of the seller's own state frees nobody.
  ['IT', 'IT', 'DE', 'valid', 'accept', 'domestic IT'],
  ['IT', 'DE', 'IT', 'valid', 'accept', 'oss DE'],
  ['IT', 'GB', 'DE', 'valid', 'accept', 'destination GB'],
  ['GB', 'DE', 'DE', 'valid', 'accept', 'destination DE'],
]
for (const [home, goesTo, number, state, unverified, verdict] of rows) {
  test(`${home} sells to ${goesTo}, to a company of ${number}: ${state}, ${unverified}`, () => {
    const buyer = { vatNumber: { country: number, state } }
    const { treatment, country } = whereTaxed(home, goesTo, seller, { buyer, unverified })
    assert.equal(`${treatment} ${country}`, verdict)
  })
}

test('a certificate comes before all; without a buyer nothing changes', () => {
  const buyer = { vatNumber: { country: 'DE', state: 'valid' as const }, isExempt: true }
  assert.deepEqual(whereTaxed('IT', 'DE', seller, { buyer }), { treatment: 'exempt', country: 'DE' })
  assert.deepEqual(whereTaxed('IT', 'DE', seller), { treatment: 'oss', country: 'DE' })
})

test('a certificate holds at its place, from its first to its last day', () => {
  const one: Exemption = {
    id: '1',
    kind: 'diplomatic',
    number: 'X1',
    country: 'IT',
    region: null,
    validFrom: '2026-01-01',
    validTo: '2026-12-31',
  }
  const cases: [
    changes: Partial<Exemption>,
    where: { country: string; region?: string },
    on: string,
    holds: boolean,
  ][] = [
    [{}, { country: 'IT' }, '2026-06-01', true],
    [{}, { country: 'IT' }, '2026-01-01', true],
    [{}, { country: 'IT' }, '2026-12-31', true],
    [{}, { country: 'IT' }, '2025-12-31', false],
    [{}, { country: 'IT' }, '2027-01-01', false],
    [{ validTo: null }, { country: 'IT' }, '2036-01-01', true],
    [{}, { country: 'DE' }, '2026-06-01', false],
    [{ region: 'ca', country: 'US' }, { country: 'US', region: 'CA' }, '2026-06-01', true],
    [{ region: 'CA', country: 'US' }, { country: 'US', region: 'NY' }, '2026-06-01', false],
    [{ region: 'CA', country: 'US' }, { country: 'US' }, '2026-06-01', false],
  ]
  for (const [changes, where, on, holds] of cases) {
    const found = exemptionAt([{ ...one, ...changes }], { ...where, on: localDate(on) })
    assert.equal(found !== undefined, holds, JSON.stringify([changes, where, on]))
  }
})

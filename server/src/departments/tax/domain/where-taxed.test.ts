import assert from 'node:assert/strict'
import { test } from 'node:test'
import { whereTaxed } from './where-taxed.ts'

/** Seller · goods go to · uses OSS · exports untaxed · verdict. */
const CASES: [string, string, boolean, boolean, string][] = [
  ['IT', 'IT', true, true, 'domestic IT'],
  ['IT', 'DE', true, false, 'oss DE'],
  ['IT', 'DE', false, false, 'origin IT'],
  ['IT', 'CH', true, true, 'export CH'],
  ['IT', 'CH', false, false, 'destination CH'],
  ['IT', 'GB', false, true, 'export GB'],
  ['ID', 'IT', true, false, 'destination IT'],
  ['CA', 'CA', false, false, 'domestic CA'],
  ['FR', 'MC', true, false, 'oss MC'],
]
for (const [home, destination, usesOss, exportsUntaxed, verdict] of CASES) {
  test(`from ${home} to ${destination}${usesOss ? ', OSS' : ''}${exportsUntaxed ? ', exports untaxed' : ''}: ${verdict}`, () => {
    const { treatment, country } = whereTaxed(home, destination, { usesOss, exportsUntaxed })
    assert.equal(`${treatment} ${country}`, verdict)
  })
}

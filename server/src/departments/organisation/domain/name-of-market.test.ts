import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameOfMarket } from './name-of-market.ts'

test('a market is called as it was named, by its countries, or by its code', () => {
  const names = { en: 'Europe', it: 'Europa' }
  const many = ['ES', 'FR', 'DE', 'AT']
  const cases = [
    [{ names, countries: many }, 'it', 'Europa'],
    [{ names, countries: many }, 'es', 'Europe'],
    [{ names: { id: 'Eropa' }, countries: many }, 'en', 'Eropa'],
    [{ names: {}, countries: ['IT'] }, 'it', 'Italia'],
    [{ names: {}, countries: ['IT'] }, 'en', 'Italy'],
    [{ names: {}, countries: ['IT', 'SM'] }, 'en', 'Italy, San Marino'],
    [{ names: {}, countries: many }, 'en', 'EU'],
    [{ names: {}, countries: [] }, 'en', 'EU'],
  ] as const
  for (const [market, locale, said] of cases) assert.equal(nameOfMarket({ code: 'eu', ...market }, locale), said)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { percent } from '../../../kernel/rate.ts'
import { localDate } from '../../../kernel/time.ts'
import { planRate } from './plan-rate.ts'

const TODAY = '2026-11-22'

/** Last rate's first day · its last day · the new rate's first day · verdict. */
const CASES: [string | undefined, string | undefined, string, string][] = [
  [undefined, undefined, '1990-01-01', 'first'],
  [undefined, undefined, '2030-01-01', 'first'],
  ['2013-10-01', undefined, '2027-01-01', 'ends 2026-12-31'],
  ['2013-10-01', undefined, TODAY, 'ends 2026-11-21'],
  ['2013-10-01', '2026-12-31', '2027-01-01', 'follows'],
  ['2013-10-01', '2026-06-30', '2027-01-01', 'follows'],
  ['2013-10-01', '2027-12-31', '2027-01-01', 'ends 2026-12-31'],
  ['2013-10-01', undefined, '2026-11-21', 'tax.rate_in_the_past'],
  ['2013-10-01', undefined, '2013-10-01', 'tax.rate_in_the_past'],
  ['2013-10-01', undefined, '2012-01-01', 'tax.rate_in_the_past'],
  ['2027-01-01', undefined, '2027-01-01', 'replaces'],
  ['2027-01-01', undefined, '2026-12-01', 'tax.later_rate_exists'],
  [TODAY, undefined, TODAY, 'tax.rate_in_the_past'],
]

for (const [from, to, next, verdict] of CASES) {
  test(`last ${from ?? 'none'} to ${to ?? 'open'}, new from ${next}: ${verdict}`, () => {
    const last = from && { percent: percent('22'), validFrom: localDate(from), validTo: to ? localDate(to) : undefined }
    const plan = planRate(last || undefined, { validFrom: localDate(next), today: localDate(TODAY) })
    const { endsLastOn, replacesLast } = plan.ok ? plan.value : {}
    const told = !plan.ok
      ? plan.refusal.code
      : endsLastOn
        ? `ends ${endsLastOn}`
        : replacesLast
          ? 'replaces'
          : last
            ? 'follows'
            : 'first'
    assert.equal(told, verdict)
  })
}

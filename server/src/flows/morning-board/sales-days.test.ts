import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { daysBetween } from '../../kernel/time.ts'
import { salesDays } from './sales-days.ts'

const HOUR_MS = 3_600_000
const hours = ({ from, to }: { readonly from: Date; readonly to: Date }) => (to.getTime() - from.getTime()) / HOUR_MS

test('the day on which the clocks go back has 25 hours, the one on which they go forward 23', () => {
  const autumn = salesDays(new Date('2026-10-26T09:00:00Z'), 'Europe/Rome', 3)
  assert.deepEqual(
    autumn.map(({ on }) => on),
    ['2026-10-24', '2026-10-25', '2026-10-26'],
  )
  assert.deepEqual(
    autumn.map(({ span }) => hours(span)),
    [24, 25, 10],
  )
  assert.equal(autumn[1]?.span.from.toISOString(), '2026-10-24T22:00:00.000Z')
  assert.equal(autumn[1]?.span.to.toISOString(), '2026-10-25T23:00:00.000Z')
  const spring = salesDays(new Date('2026-03-29T21:00:00Z'), 'Europe/Rome', 2)
  assert.deepEqual(
    spring.map(({ span }) => hours(span)),
    [24, 22],
  )
})

test('today is compared until the same moment of its day, and never longer than that day was', () => {
  const [today] = salesDays(new Date('2026-04-05T21:30:00Z'), 'Europe/Rome', 1)
  // The Sunday a week before lost an hour: 23:30 after its midnight was the day's end.
  assert.equal(today?.comparedOn, '2026-03-29')
  assert.equal(hours(today.span), 23.5)
  assert.equal(hours(today.comparedSpan), 23)
})

test('thirty days are compared with the same weekdays five weeks before', () => {
  const days = salesDays(new Date('2026-11-22T12:00:00Z'), 'Asia/Jakarta', 30)
  assert.equal(days.length, 30)
  assert.ok(days.every(({ on, comparedOn }) => daysBetween(comparedOn, on) === 35))
})

test('days follow each other without a gap, and the stretches never overlap', () => {
  const zones = fc.constantFrom('Europe/Rome', 'Asia/Jakarta', 'America/Sao_Paulo', 'Pacific/Apia', 'UTC')
  const instants = fc.date({ min: new Date('2005-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(instants, zones, fc.integer({ min: 1, max: 120 }), (now, zone, count) => {
      const days = salesDays(now, zone, count)
      for (const [index, day] of days.entries()) {
        const next = days[index + 1]
        if (next) assert.equal(day.span.to.getTime(), next.span.from.getTime())
        assert.equal(daysBetween(day.comparedOn, day.on) % 7, 0)
      }
      const [first, last] = [days[0], days.at(-1)]
      assert.equal(last?.span.to.getTime(), now.getTime())
      assert.ok(first && last.comparedSpan.to.getTime() <= first.span.from.getTime())
    }),
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { localDate } from './time.ts'
import { choicesMeet, spanOfDays, spansMeet, type TimeSpan } from './time-span.ts'

const at = (text: string) => new Date(`2026-11-${text}:00Z`)
const span = (from: string, to: string): TimeSpan => ({ startsAt: at(from), endsAt: at(to) })

// first, second, whether they meet
const edges: readonly (readonly [TimeSpan, TimeSpan, boolean])[] = [
  [span('01T10:00', '01T12:00'), span('01T12:00', '01T13:00'), false],
  [span('01T10:00', '01T12:01'), span('01T12:00', '01T13:00'), true],
  [span('01T10:00', '01T12:00'), span('01T10:00', '01T12:00'), true],
  [span('01T10:00', '05T12:00'), span('02T10:00', '02T11:00'), true],
  [span('01T10:00', '01T11:00'), span('02T10:00', '02T11:00'), false],
]
for (const [a, b, meet] of edges) {
  test(`${a.startsAt.toISOString()}-${a.endsAt.toISOString()} and ${b.startsAt.toISOString()} ${meet ? 'meet' : 'do not'}`, () => {
    assert.equal(spansMeet(a, b), meet)
  })
}

// day, zone, hours that it lasts
const days: readonly (readonly [string, string, number])[] = [
  ['2026-11-22', 'Europe/Rome', 24],
  ['2026-03-29', 'Europe/Rome', 23],
  ['2026-10-25', 'Europe/Rome', 25],
  ['2026-03-29', 'Asia/Jakarta', 24],
]
for (const [day, zone, hours] of days) {
  test(`${day} in ${zone} lasts ${hours} hours`, () => {
    const { startsAt, endsAt } = spanOfDays(localDate(day), localDate(day), zone)
    assert.equal((endsAt.getTime() - startsAt.getTime()) / 3_600_000, hours)
  })
}

test('the same day in Jakarta is over before it is in Rome', () => {
  const day = localDate('2026-12-24')
  const jakarta = spanOfDays(day, day, 'Asia/Jakarta')
  assert.equal(jakarta.startsAt.toISOString(), '2026-12-23T17:00:00.000Z')
  assert.ok(spansMeet(jakarta, spanOfDays(day, day, 'Europe/Rome')))
  const eve = localDate('2026-12-23')
  assert.ok(spansMeet(jakarta, spanOfDays(eve, eve, 'Europe/Rome')), 'the evening before in Rome')
})

const spans = fc
  .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 20 }))
  .map(([from, length]): TimeSpan => ({ startsAt: new Date(from), endsAt: new Date(from + length) }))

test('meeting is mutual, and means an instant that both hold', () => {
  fc.assert(
    fc.property(spans, spans, (a, b) => {
      assert.equal(spansMeet(a, b), spansMeet(b, a))
      const holds = (one: TimeSpan, instant: number) =>
        one.startsAt.getTime() <= instant && instant < one.endsAt.getTime()
      const shared = Array.from({ length: 80 }, (_, instant) => instant).some((i) => holds(a, i) && holds(b, i))
      assert.equal(spansMeet(a, b), shared)
    }),
    { seed: 7 },
  )
})

test('none chosen means all', () => {
  assert.ok(choicesMeet([], ['it']))
  assert.ok(choicesMeet(['it'], []))
  assert.ok(choicesMeet(['it', 'eu'], ['eu']))
  assert.ok(!choicesMeet(['it'], ['eu']))
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { LocalDate } from '../../../kernel/time.ts'
import {
  afterDebt,
  decideChange,
  lastDayOf,
  liabilityOf,
  ripeOn,
  takeFrom,
  type Earning,
  type Lot,
  type Ripening,
} from './points.ts'
import { countedOf, pointsFor, shareKept, soundProgramme, type ProgrammeWish, type SoldLine } from './programme.ts'

const day = (text: string) => text as LocalDate

const wish: ProgrammeWish = {
  running: true,
  names: { en: ' Club ', it: '' },
  earnPoints: 1n,
  earnAmount: 100n,
  afterTax: true,
  excludedCategories: ['b', 'a', 'a'],
  excludedGroups: [],
  pointWorth: 5n,
  leastPoints: 100n,
  confirmDays: 16,
  expiryMonths: 24,
  expiresAfter: 'earning',
  redemptionPpm: 1_000_000,
}

test('a programme: sound, trimmed, each category once; refused in precedence', () => {
  const sound = soundProgramme(wish)
  assert.ok(sound.ok)
  assert.deepEqual([sound.value.names, sound.value.excludedCategories], [{ en: 'Club' }, ['a', 'b']])
  const refused = (change: Partial<ProgrammeWish>) => {
    const result = soundProgramme({ ...wish, ...change })
    return result.ok ? 'ok' : result.refusal.code
  }
  assert.equal(refused({ names: { it: 'Club' }, pointWorth: 101n }), 'loyalty.name_missing')
  assert.equal(refused({ pointWorth: 101n }), 'loyalty.worth_above_spend')
  assert.equal(refused({ pointWorth: 100n }), 'ok')
})

describe('points for what was spent', () => {
  const rows: readonly [spent: bigint, points: bigint, each: bigint, earned: bigint][] = [
    [0n, 1n, 100n, 0n],
    [99n, 1n, 100n, 0n],
    [1_999n, 1n, 100n, 19n],
    [1_999n, 3n, 200n, 29n],
    [-500n, 1n, 100n, 0n],
    [15_000_000n, 1n, 1_000_000n, 15n],
  ]
  for (const [spent, earnPoints, earnAmount, earned] of rows) {
    test(`${spent} at ${earnPoints} for ${earnAmount}: ${earned}`, () => {
      assert.equal(pointsFor({ earnPoints, earnAmount }, spent), earned)
    })
  }

  test('goods count after promotions, with or without tax; gift cards and what lies in an excluded branch do not', () => {
    const line = (change: Partial<SoldLine>): SoldLine => ({
      kind: 'physical',
      net: 1_000n,
      total: 1_220n,
      categories: ['leaf', 'root'],
      ...change,
    })
    const lines = [line({}), line({ kind: 'gift_card', categories: [] }), line({ categories: ['books', 'paper'] })]
    assert.equal(countedOf({ afterTax: true, excludedCategories: [] }, lines), 2_440n)
    assert.equal(countedOf({ afterTax: false, excludedCategories: ['paper'] }, lines), 1_000n)
    assert.equal(countedOf({ afterTax: true, excludedCategories: ['root', 'books'] }, lines), 0n)
  })

  test('what went back takes its share, to the last piece', () => {
    assert.equal(shareKept(100n, { kept: 3_000n, total: 3_000n }), 100n)
    assert.equal(shareKept(100n, { kept: 3_500n, total: 3_000n }), 100n, 'paid before the order became cheaper')
    assert.equal(shareKept(100n, { kept: 1_999n, total: 3_000n }), 66n)
    assert.equal(shareKept(100n, { kept: 0n, total: 3_000n }), 0n)
    assert.equal(shareKept(100n, { kept: -1n, total: 3_000n }), 0n)
    assert.equal(shareKept(0n, { kept: 0n, total: 0n }), 0n)
  })
})

describe('from what was earned to what should be', () => {
  const rows: readonly [was: string, earning: Earning, due: bigint, verdict: string][] = [
    ['nothing', { earned: 0n, reversed: 0n, confirmed: false }, 40n, 'pending 40: 40 - 0'],
    ['the same', { earned: 40n, reversed: 0n, confirmed: false }, 40n, 'nothing'],
    ['changed to more', { earned: 40n, reversed: 0n, confirmed: false }, 55n, 'pending 15: 55 - 0'],
    ['a part back', { earned: 40n, reversed: 0n, confirmed: false }, 13n, 'reversed -27: 40 - 27'],
    ['all back', { earned: 40n, reversed: 27n, confirmed: true }, 0n, 'reversed -13: 40 - 40'],
    ['a refund failed', { earned: 40n, reversed: 40n, confirmed: true }, 40n, 'restored 40: 40 - 0'],
    ['certain, and more', { earned: 40n, reversed: 0n, confirmed: true }, 90n, 'nothing'],
    ['certain, back and more', { earned: 40n, reversed: 10n, confirmed: true }, 90n, 'restored 10: 40 - 0'],
  ]
  for (const [was, earning, due, verdict] of rows) {
    test(`${was}: ${verdict}`, () => {
      const change = decideChange(earning, due)
      const said = change ? `${change.kind} ${change.points}: ${change.earned} - ${change.reversed}` : 'nothing'
      assert.equal(said, verdict)
    })
  }

  test('however an order comes and goes, what went back never passes what it earned', () => {
    let seed = 7
    const next = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return seed % below
    }
    for (let round = 0; round < 500; round++) {
      let earning: Earning = { earned: 0n, reversed: 0n, confirmed: false }
      for (let step = 0; step < 12; step++) {
        const due = BigInt(next(200))
        const change = decideChange(earning, due)
        if (change) earning = { ...earning, earned: change.earned, reversed: change.reversed }
        assert.ok(earning.reversed >= 0n && earning.reversed <= earning.earned)
        const stands = earning.earned - earning.reversed
        assert.ok(earning.confirmed ? stands <= due || stands === due : stands === due)
        if (next(6) === 0) earning = { ...earning, confirmed: true }
      }
    }
  })
})

describe('taking points', () => {
  const lot = (id: string, remaining: bigint, change: Partial<Lot> = {}): Lot => {
    const at = { pointWorth: 5n, redemptionPpm: 700_000, ...change }
    return { id, orderId: null, remaining, booked: liabilityOf(remaining, at), expiresOn: null, ...at }
  }

  test('what ends first goes first, of an order that came back its own; what is missing is said', () => {
    const lots = [
      lot('a', 10n),
      lot('b', 10n, { expiresOn: day('2027-03-01') }),
      lot('c', 10n, { expiresOn: day('2027-01-01') }),
      lot('d', 10n, { orderId: 'order', expiresOn: day('2028-01-01') }),
    ]
    const said = (points: bigint, first?: string) => {
      const { taken, missing } = takeFrom(lots, points, { first: first ?? null })
      return `${taken.map((part) => `${part.lot.id}${part.points}`).join(' ')} -${missing}`
    }
    assert.equal(said(15n), 'c10 b5 -0')
    assert.equal(said(15n, 'order'), 'd10 c5 -0')
    assert.equal(said(45n), 'c10 b10 d10 a10 -5')
    assert.equal(said(0n), ' -0')
  })

  test('taken piece by piece, what is owed comes to nothing, whatever is rounded on the way', () => {
    for (const redemptionPpm of [0, 1, 333_333, 700_001, 999_999, 1_000_000]) {
      let left = lot('a', 97n, { pointWorth: 3n, redemptionPpm })
      const whole = left.booked
      let gone = 0n
      for (const part of [1n, 13n, 7n, 50n, 26n]) {
        const { taken } = takeFrom([left], part)
        const booked = taken[0]?.booked ?? 0n
        gone += booked
        left = { ...left, remaining: left.remaining - part, booked: left.booked - booked }
        assert.ok(left.booked >= 0n)
      }
      assert.deepEqual([left.remaining, left.booked, gone], [0n, 0n, whole])
    }
  })

  test('points that come fill a debt first', () => {
    assert.deepEqual(
      [afterDebt(10n, 3n), afterDebt(10n, -4n), afterDebt(10n, -10n), afterDebt(10n, -25n)],
      [10n, 6n, 0n, 0n],
    )
  })
})

describe('when points are certain, and until when they are good', () => {
  const base: Ripening = { paidOn: day('2026-11-01'), sent: [], arrivals: [], confirmDays: 16 }
  const sent = [
    { position: 1, quantity: 2 },
    { position: 2, quantity: 1 },
  ]
  const arrival = (deliveredOn: string | null, leftOn: string | null, lines: [number, number][]) => ({
    deliveredOn: deliveredOn === null ? null : day(deliveredOn),
    leftOn: leftOn === null ? null : day(leftOn),
    lines: lines.map(([position, quantity]) => ({ position, quantity })),
  })
  const rows: readonly [what: string, change: Partial<Ripening>, on: string | null][] = [
    ['nothing is sent: from the purchase', {}, '2026-11-17'],
    ['not sent', { sent }, null],
    [
      'a piece is missing',
      {
        sent,
        arrivals: [
          arrival('2026-11-05', '2026-11-03', [
            [1, 1],
            [2, 1],
          ]),
        ],
      },
      null,
    ],
    [
      'the last of it counts',
      {
        sent,
        arrivals: [arrival('2026-11-05', '2026-11-03', [[1, 2]]), arrival('2026-11-09', '2026-11-04', [[2, 1]])],
      },
      '2026-11-25',
    ],
    [
      'nobody heard of it: ten days after it left',
      {
        sent,
        arrivals: [
          arrival(null, '2026-11-03', [
            [1, 2],
            [2, 1],
          ]),
        ],
      },
      '2026-11-29',
    ],
    [
      'packed, and not left',
      {
        sent,
        arrivals: [
          arrival(null, null, [
            [1, 2],
            [2, 1],
          ]),
        ],
      },
      null,
    ],
    [
      'at once',
      {
        sent,
        confirmDays: 0,
        arrivals: [
          arrival('2026-11-05', '2026-11-03', [
            [1, 2],
            [2, 1],
          ]),
        ],
      },
      '2026-11-05',
    ],
  ]
  for (const [what, change, on] of rows) {
    test(what, () => assert.equal(ripeOn({ ...base, ...change }), on))
  }

  test('the last day is the same of a later month, or its last', () => {
    assert.equal(lastDayOf(day('2026-11-23'), 24), '2028-11-23')
    assert.equal(lastDayOf(day('2026-08-31'), 6), '2027-02-28')
    assert.equal(lastDayOf(day('2027-12-31'), 2), '2028-02-29')
    assert.equal(lastDayOf(day('2026-11-23'), 0), null)
  })
})

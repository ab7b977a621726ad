import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { fixture } from '../../../../../tests/fixtures/fixtures.ts'
import { decideMove, trackingKey, type ParcelAct, type ParcelState } from './parcel.ts'
import { slipsToPrint } from './slips.ts'
import { FORMS, formsOf, recognise } from './tracking.ts'
import { decideContents, dispatchOf, whatIsLeft, type Packed, type SentLine } from './what-is-left.ts'

const now = new Date('2026-11-23T10:00:00Z')
const before = new Date('2026-11-23T09:59:00Z')
const after = new Date('2026-11-23T10:01:00Z')

describe('what may happen to a parcel', () => {
  const cases: [ParcelState, ParcelAct, Date | null, string, string | undefined, string][] = [
    ['packed', 'ship', null, '', undefined, 'shipped'],
    ['packed', 'take_back', null, 'wrong box', undefined, 'taken_back'],
    ['packed', 'take_back', null, ' ', undefined, 'fulfilment.note_missing'],
    ['packed', 'deliver', null, '', undefined, 'fulfilment.not_possible'],
    ['shipped', 'ship', after, '', undefined, 'fulfilment.not_possible'],
    ['shipped', 'take_back', after, 'too early', undefined, 'taken_back'],
    ['shipped', 'take_back', before, 'too late', undefined, 'fulfilment.left_already'],
    ['shipped', 'take_back', now, 'at that moment', undefined, 'fulfilment.left_already'],
    ['shipped', 'lose', before, '', undefined, 'fulfilment.note_missing'],
    ['shipped', 'lose', before, 'the carrier says so', undefined, 'lost'],
    ['shipped', 'return', before, 'nobody at home', undefined, 'returned'],
    ['shipped', 'deliver', before, '', undefined, 'delivered 2026-11-23'],
    ['shipped', 'deliver', before, '', '2026-11-22', 'delivered 2026-11-22'],
    ['shipped', 'deliver', before, '', '2026-11-20', 'fulfilment.delivered_on_wrong'],
    ['shipped', 'deliver', before, '', '2026-11-24', 'fulfilment.delivered_on_wrong'],
    ['lost', 'deliver', before, '', undefined, 'delivered 2026-11-23'],
    ['lost', 'return', before, 'it came back', undefined, 'returned'],
    ['delivered', 'return', before, 'no', undefined, 'fulfilment.not_possible'],
    ['returned', 'deliver', before, '', undefined, 'fulfilment.not_possible'],
    ['taken_back', 'ship', null, '', undefined, 'fulfilment.not_possible'],
  ]
  for (const [state, act, leavesAt, note, on, verdict] of cases) {
    test(`${state}, ${act}${on ? ` on ${on}` : ''} "${note}": ${verdict}`, () => {
      const parcel = { state, leavesAt, leftAt: null, shippedOn: leavesAt && '2026-11-21' }
      const decided = decideMove(parcel, { act, note, on }, { now, today: '2026-11-23' })
      const { state: next, deliveredOn } = decided.ok
        ? decided.value
        : { state: decided.refusal.code, deliveredOn: null }
      assert.equal([next, deliveredOn].filter(Boolean).join(' '), verdict)
    })
  }
})

test('what has left is not taken back, whatever the clock says', () => {
  const decided = decideMove(
    { state: 'shipped', leavesAt: after, leftAt: before, shippedOn: '2026-11-21' },
    { act: 'take_back', note: 'too late' },
    { now, today: '2026-11-23' },
  )
  assert.equal(decided.ok ? '' : decided.refusal.code, 'fulfilment.left_already')
})

const lines: SentLine[] = [
  { position: 0, variantId: 'mug', quantity: 2 },
  { position: 2, variantId: 'book', quantity: 1 },
]
const parcel = (state: ParcelState, ...pieces: [number, number][]): Packed => ({
  state,
  lines: pieces.map(([position, quantity]) => ({ position, quantity })),
})

describe('how far an order is on its way', () => {
  const cases: [string, Packed[], string][] = [
    ['no parcel', [], 'to_ship'],
    ['packed is not gone', [parcel('packed', [0, 2], [2, 1])], 'to_ship'],
    ['taken back', [parcel('taken_back', [0, 2], [2, 1])], 'to_ship'],
    ['a piece', [parcel('shipped', [0, 1])], 'partly'],
    ['all in two, one of them packed', [parcel('shipped', [0, 2]), parcel('packed', [2, 1])], 'partly'],
    ['all in two', [parcel('delivered', [0, 2]), parcel('shipped', [2, 1])], 'shipped'],
    ['all, one of them lost', [parcel('delivered', [0, 2]), parcel('lost', [2, 1])], 'shipped'],
    ['all there', [parcel('delivered', [0, 2]), parcel('delivered', [2, 1])], 'delivered'],
    ['a part there', [parcel('delivered', [0, 2])], 'partly'],
  ]
  for (const [name, parcels, verdict] of cases)
    test(`${name}: ${verdict}`, () => assert.equal(dispatchOf(lines, parcels), verdict))
})

describe('what goes into a parcel', () => {
  const left = whatIsLeft(lines, [parcel('packed', [0, 1]), parcel('taken_back', [0, 1])])
  const cases: [{ position: number; quantity: number }[] | undefined, string][] = [
    [undefined, '0×1 2×1'],
    [[{ position: 2, quantity: 1 }], '2×1'],
    [[{ position: 0, quantity: 2 }], 'fulfilment.too_many lines.0'],
    [[{ position: 1, quantity: 1 }], 'fulfilment.unknown_line lines.0'],
    [
      [
        { position: 2, quantity: 1 },
        { position: 2, quantity: 1 },
      ],
      'fulfilment.unknown_line lines.1',
    ],
    [[], 'fulfilment.nothing_to_send'],
  ]
  for (const [wishes, verdict] of cases) {
    test(verdict, () => {
      const contents = decideContents(left, wishes)
      const said = contents.ok
        ? contents.value.map(({ position, quantity }) => `${position}×${quantity}`)
        : [contents.refusal.code, contents.refusal.field].filter(Boolean)
      assert.equal(said.join(' '), verdict)
    })
  }
  test('nothing is left', () => {
    const none = decideContents(whatIsLeft(lines, [parcel('lost', [0, 2], [2, 1])]), undefined)
    assert.equal(none.ok ? '' : none.refusal.code, 'fulfilment.nothing_to_send')
  })
})

interface Collected {
  readonly tracking_numbers: {
    readonly id?: string
    readonly test_numbers: { readonly valid: string[]; readonly invalid: string[] }
  }[]
}

describe('whose a tracking number is', () => {
  for (const carrier of ['dhl', 'dpd', 'fedex', 'landmark', 's10', 'ups', 'usps', 'yodel', 'yunexpress']) {
    const collected = fixture(`shipping/tracking-numbers/${carrier}.json`)
    test(`as collected: ${carrier}`, { skip: collected.skip }, () => {
      const { tracking_numbers: kinds } = JSON.parse(readFileSync(collected.path, 'utf8')) as Collected
      let known = 0
      for (const { id, test_numbers } of kinds) {
        if (id !== 's10' && !FORMS.some((form) => form.id === id)) continue
        const isSo = (number: string) =>
          id === 's10' ? recognise(number).length > 0 : formsOf(number).some((form) => form.id === id)
        for (const number of test_numbers.valid) assert.ok(isSo(number), `${id} ${number}`)
        for (const number of test_numbers.invalid) assert.ok(!isSo(number), `${id} ${number}`)
        known += test_numbers.valid.length
      }
      assert.ok(known > 0)
    })
  }
  const cases: [string, string][] = [
    ['1Z 5R8 9390 357567127', 'UPS https://wwwapps.ups.com/WebTracking/track?track=yes&trackNums=1Z5R89390357567127'],
    ['1z5r89390357567127', 'UPS https://wwwapps.ups.com/WebTracking/track?track=yes&trackNums=1Z5R89390357567127'],
    ['1Z5R89390357567128', ''],
    ['rb 123 456 785 gb', 'Royal Mail '],
    ['RB123456785XX', ''],
    ['', ''],
    ['not a number', ''],
  ]
  for (const [typed, verdict] of cases) {
    test(`"${typed}": ${verdict}`, () => {
      const known = recognise(typed).map(({ carrier, url }) => `${carrier} ${url ?? ''}`)
      assert.equal(known.join('; '), verdict)
    })
  }
  test('blanks, dashes and small letters are no difference', () =>
    assert.equal(trackingKey(' 1z-5r8 939.0 '), '1Z5R89390'))
})

describe('slips that are printed for an order', () => {
  const cases: [ParcelState[], isLeft: boolean, printed: string][] = [
    [[], true, 'rest'],
    [[], false, ''],
    [['packed'], false, 'packed'],
    [['shipped', 'packed'], true, 'packed rest'],
    [['shipped', 'taken_back'], true, 'rest'],
    [['shipped', 'taken_back', 'delivered'], false, 'shipped delivered'],
  ]
  for (const [states, isLeft, printed] of cases) {
    test(`${states.join(', ') || 'no parcel'}${isLeft ? ', something left' : ''}: ${printed || 'none'}`, () => {
      const parcels = states.map((state) => ({ state }))
      const said = slipsToPrint(parcels, isLeft).map((one) => (one === 'rest' ? one : one.state))
      assert.equal(said.join(' '), printed)
    })
  }
})

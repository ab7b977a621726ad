import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { LocalDate } from '../../../kernel/time.ts'
import { checkStatement, decide, orderNumberIn, type Decision, type WithdrawalState } from './statement.ts'
import { checkRefund, deliveryOwed, moneyDueOn, sendBackDay, type Refund } from './refund.ts'
import { lastDayToWithdraw, refundDay, timeliness } from './withdrawal-period.ts'

const day = (text: string) => text as LocalDate

describe('the last day to withdraw', () => {
  const cases: [string, string, (string | null)[], number, boolean, string | null][] = [
    ['delivered on a Monday', '2026-11-02', ['2026-11-09'], 14, true, '2026-11-23'],
    ['the last of two counts', '2026-11-02', ['2026-11-04', '2026-11-10'], 14, true, '2026-11-24'],
    ['a Saturday becomes Monday', '2026-11-02', ['2026-11-07'], 14, true, '2026-11-23'],
    ['a Sunday becomes Monday', '2026-11-02', ['2026-11-08'], 14, true, '2026-11-23'],
    ['one is not there yet', '2026-11-02', ['2026-11-04', null], 14, true, null],
    ['none is there yet', '2026-11-02', [null], 14, true, null],
    ['nothing is sent', '2026-11-03', [], 14, true, '2026-11-17'],
    ['longer by the terms', '2026-11-02', ['2026-11-09'], 30, true, '2026-12-09'],
    ['the terms say nothing', '2026-11-02', ['2026-11-09'], 0, true, '2026-11-23'],
    ['the buyer was not told', '2026-11-02', ['2026-11-09'], 14, false, '2027-11-23'],
    ['not told, to the end of February', '2028-02-01', ['2028-02-15'], 14, false, '2029-03-01'],
  ]
  for (const [name, placedOn, arrivals, days, informed, verdict] of cases) {
    test(`${name}: ${verdict}`, () => {
      const last = lastDayToWithdraw({
        placedOn: day(placedOn),
        arrivals: arrivals.map((one) => (one === null ? null : day(one))),
        days,
        informed,
        byLaw: true,
        holidays: new Set<LocalDate>(),
      })
      assert.equal(last, verdict)
    })
  }
  /** Arrived · days promised · by law · told · holidays · the last day. */
  const elsewhere: [string, number, boolean, boolean, string[], string][] = [
    ['2026-12-11', 14, true, true, ['2026-12-25', '2026-12-26'], '2026-12-28'],
    ['2026-12-18', 14, true, true, ['2027-01-01'], '2027-01-04'],
    ['2026-11-09', 7, false, true, [], '2026-11-16'],
    ['2026-11-09', 30, false, false, [], '2026-12-09'],
    ['2026-11-09', 7, true, true, [], '2026-11-23'],
  ]
  for (const [arrived, days, byLaw, informed, holidays, verdict] of elsewhere) {
    test(`${days} days ${byLaw ? 'by law' : 'promised'} from ${arrived}, ${holidays.length} holidays: ${verdict}`, () => {
      const sold = { placedOn: day('2026-11-02'), arrivals: [day(arrived)], days, byLaw, informed }
      assert.equal(lastDayToWithdraw({ ...sold, holidays: new Set(holidays.map(day)) }), verdict)
    })
  }
  test('in time until its end', () => {
    assert.equal(timeliness(day('2026-11-23'), day('2026-11-23')), 'in_time')
    assert.equal(timeliness(day('2026-11-23'), day('2026-11-24')), 'late')
    assert.equal(timeliness(null, day('2026-11-24')), 'before_arrival')
    assert.equal(refundDay(day('2026-11-23')), '2026-12-07')
  })
})

describe('what is stated', () => {
  const whole = { name: ' Zanetta ', order: '#100123', email: 'Z@Calle.example ', goods: ' ' }
  const cases: [object, string][] = [
    [{}, ''],
    [{ name: ' ' }, 'returns.name_missing name'],
    [{ order: '' }, 'returns.order_missing order'],
    [{ email: 'nowhere' }, 'returns.email_wrong email'],
    [
      { name: '', order: '', email: '' },
      'returns.name_missing name, returns.order_missing order, returns.email_wrong email',
    ],
  ]
  for (const [changes, verdict] of cases) {
    test(`${JSON.stringify(changes)}: ${verdict || 'whole'}`, () => {
      const { lacking } = checkStatement({ ...whole, ...changes })
      const said = lacking.map((one) => (one.ok ? '' : `${one.refusal.code} ${one.refusal.field}`))
      assert.equal(said.join(', '), verdict)
    })
  }
  test('is trimmed, and an order is found in it', () => {
    const { statement } = checkStatement(whole)
    assert.deepEqual(statement, { name: 'Zanetta', order: '#100123', email: 'z@calle.example', goods: '' })
    assert.deepEqual(['#100123', 'Order 100123, please', 'none', '12'].map(orderNumberIn), [
      '100123',
      '100123',
      undefined,
      undefined,
    ])
  })
})

describe('what goes back', () => {
  /** Goods awaited · when they came · by when the money is back, 7 December at the earliest. */
  const cases: [boolean, string[], string | null][] = [
    [false, [], '2026-12-07'],
    [true, [], null],
    [true, ['2026-12-01'], '2026-12-07'],
    [true, ['2026-12-14', '2026-12-11'], '2026-12-11'],
  ]
  for (const [awaited, cameOn, due] of cases) {
    test(`${awaited ? 'awaited' : 'nothing was sent'}, came ${cameOn.join(' and ') || 'not yet'}: ${due}`, () => {
      assert.equal(moneyDueOn({ refundBy: day('2026-12-07'), awaited, cameOn: cameOn.map(day) }), due)
    })
  }
  const refund: Refund = { goods: 3_000, delivery: 500, valueLost: 0, lostWords: '' }
  const checks: [Partial<Refund>, string][] = [
    [{}, '3500'],
    [{ valueLost: 1_000, lostWords: 'worn' }, '2500'],
    [{ valueLost: 1_000 }, 'returns.lost_words_missing refund.lostWords'],
    [{ goods: 3_001 }, 'returns.refund_above refund.goods'],
    [{ delivery: 501 }, 'returns.refund_above refund.delivery'],
    [{ valueLost: 3_001, lostWords: 'worn' }, 'returns.refund_above refund.valueLost'],
  ]
  for (const [changes, verdict] of checks) {
    test(`${JSON.stringify(changes)}: ${verdict}`, () => {
      const checked = checkRefund({ ...refund, ...changes }, { goods: 3_000, delivery: 500 })
      assert.equal(checked.ok ? `${checked.value.total}` : `${checked.refusal.code} ${checked.refusal.field}`, verdict)
    })
  }
  test('of the delivery the cheapest usual way, and never more than was paid', () => {
    assert.deepEqual([deliveryOwed(990, 590), deliveryOwed(0, 590), deliveryOwed(990, undefined)], [590, 0, 990])
    assert.equal(sendBackDay(day('2026-11-23')), '2026-12-07')
  })
})

describe('what is decided', () => {
  const cases: [WithdrawalState, Decision, string, string][] = [
    ['received', 'accept', '', 'accepted'],
    ['received', 'refuse', 'too late', 'refused'],
    ['received', 'refuse', ' ', 'returns.note_missing'],
    ['received', 'close', '', 'returns.not_possible'],
    ['accepted', 'refuse', 'no', 'returns.not_possible'],
    ['accepted', 'close', '', 'closed'],
    ['refused', 'accept', '', 'accepted'],
    ['refused', 'close', '', 'returns.not_possible'],
    ['closed', 'accept', '', 'returns.not_possible'],
  ]
  for (const [state, decision, note, verdict] of cases) {
    test(`${state}, ${decision} "${note}": ${verdict}`, () => {
      const decided = decide(state, { decision, note })
      assert.equal(decided.ok ? decided.value : decided.refusal.code, verdict)
    })
  }
})

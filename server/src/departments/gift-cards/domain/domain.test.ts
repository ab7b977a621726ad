import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { coverOf, decideAdjustment, lastDay, refusalTo, stateOf, usable, type CardFacts } from './card.ts'
import { readCode, writeCode } from './code.ts'

const today = '2026-11-23'
const card = (changes: Partial<CardFacts> = {}): CardFacts => ({
  balance: 1_000n,
  held: 0n,
  expiresOn: null,
  blocked: false,
  cancelled: false,
  ...changes,
})

describe('a card', () => {
  const spent = { balance: 0n }
  const over = { expiresOn: '2026-11-22' }
  const held = { held: 400n }
  const blocked = { blocked: true }
  const cancelled = { balance: 0n, cancelled: true }
  const cases: [Partial<CardFacts>, string, bigint, string][] = [
    [{}, 'active', 1_000n, 'block adjust send'],
    [held, 'active', 600n, 'block adjust send'],
    [{ expiresOn: today }, 'active', 1_000n, 'block adjust send'],
    [over, 'expired', 0n, 'block adjust lapse send'],
    [{ ...over, held: 1_000n }, 'expired', 0n, 'block adjust send'],
    [spent, 'spent', 0n, 'block adjust send'],
    [blocked, 'blocked', 0n, 'unblock adjust'],
    [{ ...blocked, ...spent }, 'blocked', 0n, 'unblock adjust'],
    [cancelled, 'cancelled', 0n, ''],
  ]
  for (const [changes, state, money, allowed] of cases) {
    test(`${JSON.stringify(changes, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))} is ${state}`, () => {
      assert.equal(stateOf(card(changes), today), state)
      assert.equal(usable(card(changes), today), money)
      const actions = ['block', 'unblock', 'adjust', 'lapse', 'send'] as const
      assert.equal(actions.filter((action) => refusalTo(action, card(changes), today) === null).join(' '), allowed)
    })
  }

  test('is adjusted down to what is held of it, and not by nothing', () => {
    assert.deepEqual(decideAdjustment(card(held), -600n), { ok: true, value: -600n })
    for (const [by, code] of [
      [-601n, 'gift-cards.below_zero'],
      [0n, 'gift-cards.amount_wrong'],
    ] as const) {
      const decided = decideAdjustment(card(held), by)
      assert.equal(decided.ok ? 'ok' : decided.refusal.code, code)
    }
  })
})

test('cards pay in turn: what ends first, then what has least, each no more than is owed', () => {
  const cards = [
    { id: 'large', ...card({ balance: 9_000n }) },
    { id: 'small', ...card({ balance: 300n }) },
    { id: 'ending', ...card({ balance: 5_000n, expiresOn: '2026-12-01' }) },
    { id: 'blocked', ...card({ blocked: true }) },
    { id: 'over', ...card({ expiresOn: '2026-01-01' }) },
  ]
  const paid = (owed: bigint) => coverOf(cards, owed, today).map(({ card: { id }, amount }) => `${id} ${amount}`)
  assert.deepEqual(paid(400n), ['ending 400'])
  assert.deepEqual(paid(5_100n), ['ending 5000', 'small 100'])
  assert.deepEqual(paid(99_999n), ['ending 5000', 'small 300', 'large 9000'])
  assert.deepEqual(paid(0n), [])
})

test('the last day is the same day of a later month, or its last', () => {
  const days = [
    ['2026-11-23', 0, null],
    ['2026-11-23', 12, '2027-11-23'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2026-01-30', 3, '2026-04-30'],
  ] as const
  for (const [from, months, day] of days) assert.equal(lastDay(from, months), day, `${from} and ${months} months`)
})

test('a code is read however it was typed, and nothing else is', () => {
  const code = writeCode(Uint8Array.from({ length: 32 }, (_, index) => index * 29 + 7))
  assert.match(code, /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
  assert.equal(readCode(` ${code.toLowerCase().replaceAll('-', ' ')} `), code)
  assert.equal(readCode('OIL0-0000-0000-0000'), '0110-0000-0000-0000')
  for (const typed of ['', code.slice(1), `${code}0`, 'UUUU-UUUU-UUUU-UUUU', '💳'.repeat(16)]) {
    assert.equal(readCode(typed), undefined, typed)
  }
  assert.notEqual(writeCode(new Uint8Array(32)), writeCode(new Uint8Array(32).fill(1)))
})

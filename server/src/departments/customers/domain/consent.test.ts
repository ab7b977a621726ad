import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { decideConsent, networkOf, soundPurpose, type PurposeDraft, type Said, type Standing } from './consent.ts'

const stranger: Standing = { state: undefined, wording: undefined, confirmed: false, registered: false }
const agrees: Said = { give: true, wording: 2, proved: false }

describe('who says what', () => {
  /** Before · said · recorded. */
  const cases: [Partial<Standing>, Partial<Said>, string | undefined][] = [
    [{}, {}, 'given'],
    [{ confirmed: true }, {}, 'claimed'],
    [{ registered: true }, {}, 'claimed'],
    [{ registered: true }, { proved: true }, 'given'],
    [{ confirmed: true }, { proved: true }, 'given'],
    [{ state: 'withdrawn', wording: 2 }, {}, 'claimed'],
    [{ state: 'withdrawn', wording: 2 }, { proved: true }, 'given'],
    [{ state: 'claimed', wording: 2 }, {}, undefined],
    [{ state: 'claimed', wording: 1 }, {}, 'claimed'],
    [{ state: 'claimed', wording: 2 }, { proved: true }, 'given'],
    [{ state: 'given', wording: 2 }, { proved: true }, undefined],
    [{ state: 'given', wording: 1 }, { proved: true }, 'given'],
    [{ state: 'given', wording: 1 }, {}, undefined],
    [{}, { give: false }, 'withdrawn'],
    [{ state: 'given', wording: 2 }, { give: false }, 'withdrawn'],
    [{ state: 'claimed', wording: 2, registered: true }, { give: false }, 'withdrawn'],
    [{ state: 'withdrawn', wording: 1 }, { give: false }, undefined],
  ]
  for (const [before, said, verdict] of cases) {
    test(`${JSON.stringify(before)}, then ${JSON.stringify(said)}: ${verdict ?? 'nothing'}`, () => {
      assert.equal(decideConsent({ ...stranger, ...before }, { ...agrees, ...said }), verdict)
    })
  }
})

describe('a purpose', () => {
  const newsletter: PurposeDraft = {
    names: { en: ' Newsletter ', it: '' },
    texts: { en: 'Send me news.' },
    channel: 'email',
    markets: ['it', 'de', 'it'],
    askedAt: ['account', 'checkout'],
    confirmed: false,
    softOptIn: false,
    position: 0,
    retired: false,
  }
  /** Different · verdict. */
  const cases: [Partial<PurposeDraft>, string][] = [
    [{}, 'ok'],
    [{ names: { it: 'Novità' } }, 'customers.consent_name_missing names'],
    [{ texts: { en: '  ', it: 'x' } }, 'customers.consent_text_missing texts'],
    [{ softOptIn: true }, 'ok'],
    [{ softOptIn: true, channel: 'sms' }, 'ok'],
    [{ softOptIn: true, channel: 'phone' }, 'customers.soft_opt_in_of_channel softOptIn'],
    [{ softOptIn: true, channel: 'profiling' }, 'customers.soft_opt_in_of_channel softOptIn'],
  ]
  for (const [changes, verdict] of cases) {
    test(`${JSON.stringify(changes)}: ${verdict}`, () => {
      const sound = soundPurpose({ ...newsletter, ...changes })
      assert.equal(sound.ok ? 'ok' : `${sound.refusal.code} ${sound.refusal.field}`, verdict)
    })
  }

  test('is written the same, however it was sent', () => {
    const sound = soundPurpose(newsletter)
    assert.ok(sound.ok)
    assert.deepEqual(sound.value.names, { en: 'Newsletter' })
    assert.deepEqual(sound.value.markets, ['de', 'it'])
    assert.deepEqual(sound.value.askedAt, ['checkout', 'account'])
  })
})

test('of an address the network alone is kept', () => {
  const cases = [
    ['203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['2001:db8:85a3::8a2e:370:7334', '2001:db8:85a3::/48'],
    ['::1', '0:0:0::/48'],
    ['unknown', ''],
  ] as const
  for (const [ip, network] of cases) assert.equal(networkOf(ip), network)
})

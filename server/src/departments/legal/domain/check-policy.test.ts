import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { checkDraft, checkPublication } from './check-policy.ts'
import { languagesBehind, languagesMissing } from './languages.ts'
import { filled, type PolicyDraft, type PolicyKind, type PolicyTexts } from './policy.ts'

const NOW = new Date('2026-11-22T10:00:00Z')
const whole: PolicyDraft = {
  texts: { en: '<p>Within {withdrawalDays} days.</p>', it: '<p>Entro {withdrawalDays} giorni.</p>' },
  rules: { withdrawalDays: 14, returnDays: 30, returnPostage: 'customer' },
}

describe('a draft', () => {
  /** Kind · text · verdict. */
  const cases: [PolicyKind, string, string][] = [
    ['returns', 'Within {withdrawalDays} days {shop}', 'ok'],
    ['returns', '', 'ok'],
    ['sales', 'Within {withdrawalDays} days', 'legal.unknown_blank texts.it'],
    ['returns', '{returnPostage}', 'legal.unknown_blank texts.it'],
    ['warranty', '{{warrantyMonths}}', 'ok'],
  ]
  for (const [kind, text, verdict] of cases) {
    test(`of ${kind} that says "${text}": ${verdict}`, () => {
      const checked = checkDraft(kind, { texts: { it: text }, rules: {} })
      assert.equal(checked.ok ? 'ok' : `${checked.refusal.code} ${checked.refusal.field}`, verdict)
    })
  }

  test('keeps the rules of its kind alone', () => {
    const checked = checkDraft('warranty', { texts: {}, rules: { ...whole.rules, warrantyMonths: 24 } })
    assert.deepEqual(checked.ok && checked.value.rules, { warrantyMonths: 24 })
  })
})

describe('publishing', () => {
  /** What is different · in the Union · effective · verdict. */
  const cases: [Partial<PolicyDraft>, boolean, string, string][] = [
    [{}, true, '2026-11-22T10:00:00Z', 'ok'],
    [{}, true, '2026-11-22T09:59:59Z', 'legal.in_the_past effectiveAt'],
    [{ texts: { it: 'x' } }, true, '2027-01-01T00:00:00Z', 'legal.text_missing texts.en'],
    [{ texts: { en: 'x', it: ' ' } }, true, '2027-01-01T00:00:00Z', 'legal.text_missing texts.it'],
    [
      { rules: { withdrawalDays: 14, returnDays: 30 } },
      true,
      '2027-01-01T00:00:00Z',
      'legal.rule_missing rules.returnPostage',
    ],
    [
      { rules: { ...whole.rules, withdrawalDays: 13 } },
      true,
      '2027-01-01T00:00:00Z',
      'legal.below_law rules.withdrawalDays',
    ],
    [{ rules: { ...whole.rules, withdrawalDays: 7 } }, false, '2027-01-01T00:00:00Z', 'ok'],
  ]
  for (const [changes, inUnion, at, verdict] of cases) {
    test(`${JSON.stringify(changes)} ${inUnion ? 'in the Union' : 'elsewhere'} from ${at}: ${verdict}`, () => {
      const checked = checkPublication(
        'returns',
        { ...whole, ...changes },
        {
          market: { language: 'it', inUnion },
          publication: { effectiveAt: new Date(at), now: NOW },
        },
      )
      assert.equal(checked.ok ? 'ok' : `${checked.refusal.code} ${checked.refusal.field}`, verdict)
    })
  }

  test('two years of guarantee are the law’s in the Union', () => {
    const draft = { texts: { en: 'x' }, rules: { warrantyMonths: 12 } }
    const where = { market: { language: 'en', inUnion: true }, publication: { effectiveAt: NOW, now: NOW } }
    const checked = checkPublication('warranty', draft, where)
    assert.deepEqual(!checked.ok && [checked.refusal.code, checked.refusal.params], ['legal.below_law', { least: 24 }])
  })
})

test('blanks are filled with what the rules say, and what nobody knows stays as it was written', () => {
  assert.equal(
    filled('{shop}: {withdrawalDays} days, {other}', { shop: 'B', withdrawalDays: 14 }),
    'B: 14 days, {other}',
  )
})

test('what is written in no language is told, and so is a text that its English left behind', () => {
  assert.deepEqual(languagesMissing({ en: 'Back', it: ' ', id: 'Kembali' }), ['it', 'es'])
  /** Before, after: behind. */
  const cases: [PolicyTexts, PolicyTexts, string[]][] = [
    [{ en: 'A', it: 'a' }, { en: 'B', it: 'a' }, ['it']],
    [{ en: 'A', it: 'a' }, { en: 'B', it: 'b' }, []],
    [{ en: 'A', it: 'a' }, { en: 'A', it: 'a' }, []],
    [{ en: 'A', it: 'a', es: 'x' }, { en: 'B', it: 'a', es: '' }, ['it']],
    [{ en: 'A' }, { en: 'B' }, []],
  ]
  for (const [was, now, behind] of cases) assert.deepEqual(languagesBehind(was, now), behind)
})

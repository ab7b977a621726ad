import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { localDate } from '../../../kernel/time.ts'
import { readyTemplates } from './ready-templates.ts'
import { askedBy, decideTemplate, movedDue, type TemplateFields } from './template.ts'

const step = (more: object = {}) => ({ title: 'Pictures', note: '', checklist: [], party: 'a', dueDays: -3, ...more })
const fields = (more: object = {}): TemplateFields => ({
  name: 'Launch',
  note: '',
  parties: [{ key: 'a', name: 'Marketing' }],
  steps: [step()],
  ...more,
})

describe('a template is refused', () => {
  for (const [title, wish, code, field] of [
    ['without name, before all else', fields({ name: ' ', steps: [] }), 'template_name_missing', 'name'],
    ['without steps', fields({ steps: [] }), 'template_steps_missing', 'steps'],
    [
      'with a step without words',
      fields({ steps: [step(), step({ title: ' ' })] }),
      'template_step_untitled',
      'steps.1.title',
    ],
    ['asking nobody', fields({ steps: [step({ party: 'b' })] }), 'template_party_unknown', 'steps.0.party'],
    [
      'asking somebody without name',
      fields({ parties: [{ key: 'a', name: ' ' }] }),
      'template_party_unknown',
      'steps.0.party',
    ],
  ] as const) {
    test(title, () => {
      const decided = decideTemplate(wish)
      assert.deepEqual(decided.ok ? undefined : [decided.refusal.code, decided.refusal.field], [`work.${code}`, field])
    })
  }

  test('no more: whom no step asks is left out, and empty lines are', () => {
    const wish = fields({
      parties: [
        { key: 'a', name: ' M ' },
        { key: 'b', name: 'B' },
      ],
      steps: [step({ checklist: ['x ', ' '] })],
    })
    const decided = decideTemplate(wish)
    assert.deepEqual(decided.ok && [decided.value.parties, decided.value.steps[0]?.checklist], [
      [{ key: 'a', name: 'M' }],
      ['x'],
    ])
  })
})

describe('what it asks', () => {
  const assignees = new Map([['a', { kind: 'role' as const, id: 'marketer' }]])
  test('lies around the key date, in the order of its days', () => {
    const asked = askedBy(fields({ steps: [step({ dueDays: 2 }), step({ dueDays: -30 })] }), {
      keyOn: localDate('2027-03-01'),
      assignees,
    })
    assert.deepEqual(asked.ok && asked.value.map(({ dueOn }) => dueOn), ['2027-01-30', '2027-03-03'])
  })
  test('needs somebody for each', () => {
    const asked = askedBy(fields(), { keyOn: localDate('2027-03-01'), assignees: new Map() })
    assert.equal(asked.ok ? undefined : asked.refusal.code, 'work.party_unassigned')
  })
})

for (const [due, from, to, moved] of [
  ['2026-11-22T17:00:00.000Z', '2026-11-25', '2026-11-28', '2026-11-25T17:00:00.000Z'],
  // Over the change of the clock six in the evening stays six in the evening.
  ['2026-10-24T16:00:00.000Z', '2026-10-24', '2026-10-26', '2026-10-26T17:00:00.000Z'],
  ['2026-03-30T16:00:00.000Z', '2026-03-31', '2026-03-28', '2026-03-27T17:00:00.000Z'],
] as const) {
  test(`due ${due}, moved from ${from} to ${to}: ${moved}`, () => {
    const how = { from: localDate(from), to: localDate(to), zone: 'Europe/Rome' }
    assert.equal(movedDue(new Date(due), how).toISOString(), moved)
  })
}

test('ready-made ones can be used in every language, and say something else in each', () => {
  const ids = readyTemplates('en').map(({ id }) => id)
  assert.deepEqual(ids, ['product_launch', 'seasonal_campaign', 'month_end', 'new_colleague'])
  for (const locale of ['en', 'it', 'es', 'id']) {
    for (const template of readyTemplates(locale)) assert.ok(decideTemplate(template).ok, `${locale} ${template.id}`)
  }
  assert.equal(new Set(['en', 'it', 'es', 'id'].map((locale) => readyTemplates(locale)[2]?.name)).size, 4)
})

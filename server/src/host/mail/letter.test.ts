import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ACCENTS } from './accent.ts'
import { findProblem } from './check-template.ts'
import { letterHtml } from './letter-html.ts'
import { fillTemplate } from './letter-parts.ts'
import { letterText } from './letter-text.ts'
import { defineMail } from './mail-kind.ts'
import type { Block, Template } from './template.ts'

const kind = defineMail({
  kind: 'parcel-news',
  audience: 'customer',
  nature: 'transactional',
  values: { name: 'text', day: 'text', link: 'link', lines: 'lines', notes: 'notes' },
  required: { link: 'function' },
  words: 'test.parcel',
  template: { subject: 'subject', blocks: [] },
  sample: () => ({ name: 'Anna', day: '', link: 'https://x.example', lines: [], notes: [] }),
})

const LINK: Block = { type: 'button', text: 'See it', value: 'link' }
const SELLER: Block = { type: 'legal', value: 'seller' }
const whole: Template = { subject: 'For {name}', preheader: '', blocks: [LINK, SELLER] }
const with_ = (...blocks: Block[]): Template => ({ ...whole, blocks: [...blocks, LINK, SELLER] })

test('a template is refused with the field and what is wrong there', () => {
  const verdicts: [Template, string | undefined][] = [
    [whole, undefined],
    [{ ...whole, subject: ' ' }, 'subject_missing subject'],
    [{ ...whole, subject: 'x'.repeat(201) }, 'too_long subject'],
    [{ ...whole, subject: 'For {nobody}' }, 'value_unknown subject nobody'],
    [{ ...whole, preheader: '{link}' }, 'value_misplaced preheader link'],
    [with_({ type: 'paragraph', text: 'Hi {nam}' }), 'value_unknown blocks.0.text nam'],
    [with_({ type: 'paragraph', text: 'To {link}' }), 'value_misplaced blocks.0.text link'],
    [with_({ type: 'paragraph', text: '' }), 'text_missing blocks.0.text'],
    [with_({ type: 'lines', value: 'link' }), 'value_misplaced blocks.0.value link'],
    [with_({ type: 'lines', value: 'rows' }), 'value_unknown blocks.0.value rows'],
    [with_({ type: 'divider', when: { value: 'rows', is: 'there' } }), 'value_unknown blocks.0.when rows'],
    [with_({ type: 'paragraph', text: 'x'.repeat(4_001) }), 'too_long blocks.0.text'],
    [with_(...Array.from({ length: 39 }, (): Block => ({ type: 'divider' }))), 'too_many_blocks blocks'],
    [{ ...whole, blocks: [LINK] }, 'value_required blocks seller law'],
    [{ ...whole, blocks: [SELLER] }, 'value_required blocks link function'],
    // Shown sometimes is not shown.
    [
      { ...whole, blocks: [{ ...LINK, when: { value: 'day', is: 'there' } }, SELLER] },
      'value_required blocks link function',
    ],
    // In whichever case it is there at all is always.
    [{ ...whole, blocks: [{ ...LINK, when: { value: 'link', is: 'there' } }, SELLER] }, undefined],
  ]
  for (const [template, verdict] of verdicts) {
    const problem: Readonly<Record<string, unknown>> | undefined = findProblem(kind, template)
    const said = ['what', 'field', 'value', 'reason'].map((part) => problem?.[part]).filter(Boolean)
    const found = problem && said.join(' ')
    assert.equal(found, verdict)
  }
})

const values = {
  name: '<script>alert(1)</script> "A" & B',
  day: '',
  link: 'https://shop.example/orders/1?a=1&b=2',
  lines: [{ what: '<b>Cup</b>', quantity: 2, total: '€ 3' }],
  notes: ['<i>Agreed</i>'],
  shop: 'Shop',
  seller: ['<u>Seller</u>'],
}
const template: Template = {
  subject: 'For {name}\r\nBcc: eve@evil.example',
  preheader: 'News, {name}',
  blocks: [
    { type: 'heading', text: 'Hello {name}' },
    { type: 'paragraph', text: 'On {day}.' },
    { type: 'paragraph', text: 'No day.', when: { value: 'day', is: 'missing' } },
    { type: 'paragraph', text: 'A day.', when: { value: 'day', is: 'there' } },
    { type: 'lines', value: 'lines' },
    { type: 'notes', value: 'notes' },
    { type: 'divider' },
    LINK,
    SELLER,
  ],
}

test('what people are called stays words, in HTML and in the subject', () => {
  const letter = fillTemplate(template, values, 'en')
  const page = letterHtml(letter, { shop: '<Shop>', accent: 'teal' })
  for (const tag of ['<script', '<b>Cup', '<i>Agreed', '<u>Seller', '<Shop>']) assert.ok(!page.includes(tag), tag)
  assert.ok(page.includes('Hello &lt;script&gt;alert(1)&lt;/script&gt; &quot;A&quot; &amp; B'))
  assert.ok(page.includes('href="https://shop.example/orders/1?a=1&amp;b=2"'))
  assert.ok(!/[\r\n]/.test(letter.subject))
  const odd = letterHtml(fillTemplate(template, { ...values, link: 'javascript:alert(1)' }, 'en'), {
    shop: 'Shop',
    accent: 'teal',
  })
  assert.ok(!odd.includes('javascript:'))
})

test('a block that needs what is not there is left out, and the text says the same as the page', () => {
  const text = letterText(fillTemplate(template, { ...values, name: 'Anna' }, 'en'))
  assert.equal(
    text,
    [
      'Hello Anna',
      'No day.',
      '2 x <b>Cup</b>: € 3',
      '<i>Agreed</i>',
      '--',
      `See it\n${values.link}`,
      '<u>Seller</u>\n',
    ].join('\n\n'),
  )
})

test('white letters on a shop’s colour, and its pale twin on the dark sheet, can be read by everybody', () => {
  for (const { light, dark } of Object.values(ACCENTS)) {
    assert.ok(contrast(light, '#ffffff') >= 4.5, light)
    assert.ok(contrast(dark, '#1f2526') >= 4.5, dark)
  }
})

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) =>
    [1, 3, 5]
      .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, at) => sum + part * ([0.2126, 0.7152, 0.0722][at] ?? 0), 0)
  const [high = 0, low = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isMachineAddress, keepsMarks } from './machine-translator.ts'
import { markTexts, termHints, textsChanged, type Term } from './translation.ts'
import type { Texts } from './product.ts'

const CASES: [what: string, before: Texts, after: Texts, outdated: string, settled: string][] = [
  ['English changed alone', { en: 'Cup', it: 'Tazza' }, { en: 'Large cup', it: 'Tazza' }, 'it', ''],
  ['both changed', { en: 'Cup', it: 'Tazza' }, { en: 'Mug', it: 'Boccale' }, '', 'it'],
  ['only the translation changed', { en: 'Cup', it: 'Taza' }, { en: 'Cup', it: 'Tazza' }, '', 'it'],
  ['what is missing is not outdated', { en: 'Cup' }, { en: 'Mug' }, '', ''],
  ['a translation that is taken away', { en: 'Cup', it: 'Tazza' }, { en: 'Mug' }, '', 'it'],
  ['written for the first time', {}, { en: 'Cup', it: 'Tazza' }, '', 'it'],
  ['English written after its translation', { it: 'Tazza' }, { en: 'Cup', it: 'Tazza' }, '', ''],
  ['several languages', { en: 'A', it: 'B', es: 'C', id: 'D' }, { en: 'E', it: 'B', es: 'F', id: 'D' }, 'it id', 'es'],
]
for (const [what, before, after, outdated, settled] of CASES) {
  test(`${what}: outdated [${outdated}], settled [${settled}]`, () => {
    const marking = markTexts([{ kind: 'product', recordId: '1', field: 'names', before, after }])
    const said = (marks: typeof marking.outdated) => marks.map(({ language }) => language).join(' ')
    assert.deepEqual([said(marking.outdated), said(marking.settled)], [outdated, settled])
    for (const { sourceWas } of marking.outdated) assert.equal(sourceWas, before['en'])
  })
}

test('only texts that are translated count', () => {
  const differences = [
    { field: 'names', before: { en: 'A' }, after: { en: 'B' } },
    { field: 'vendor', before: 'A', after: 'B' },
    { field: 'seoTitles', before: null, after: { en: 'B' } },
  ]
  assert.deepEqual(
    textsChanged({ kind: 'product', recordId: '1' }, differences).map(({ field }) => field),
    ['names', 'seoTitles'],
  )
  assert.equal(textsChanged({ kind: 'attribute', recordId: '1' }, differences).length, 1)
})

const term = (different: Partial<Term>): Term => ({
  code: 'x',
  names: { en: 'pan', it: 'padella' },
  kept: false,
  note: '',
  ...different,
})
const HINTS: [source: string, text: string, terms: Term[], verdict: string][] = [
  ['An iron pan.', 'Una padella di ferro.', [term({})], 'pan>padella yes'],
  ['An iron pan.', 'Un tegame di ferro.', [term({})], 'pan>padella no'],
  ['A pancake', 'Una frittella', [term({})], ''],
  ['PAN', 'PADELLA', [term({})], 'pan>padella yes'],
  ['A Laguna® cup', 'Una tazza', [term({ names: { en: 'Laguna®' }, kept: true })], 'Laguna®>Laguna® no'],
  ['A pan', 'Una sartén', [term({ names: { en: 'pan', es: 'sartén' } })], ''],
  ['Oil (olive)', 'Olio', [term({ names: { en: 'oil (olive)', it: 'olio' } })], 'oil (olive)>olio yes'],
]
for (const [source, text, terms, verdict] of HINTS) {
  test(`“${source}” said as “${text}”: ${verdict || 'nothing'}`, () => {
    const hints = termHints(terms, { source, text, language: 'it' })
    assert.equal(hints.map((hint) => `${hint.term}>${hint.wanted} ${hint.used ? 'yes' : 'no'}`).join(), verdict)
  })
}

/** English · draft · whether it can be offered. */
const DRAFTS: [string, string, boolean][] = [
  ['A cup', 'Una tazza', true],
  ['A cup', '  ', false],
  ['<p>A <strong>cup</strong></p>', '<p>Una <strong>tazza</strong></p>', true],
  ['<p>A <strong>cup</strong></p>', '<p>Una tazza</p>', false],
  ['<a href="/cups">cups</a>', '<a href="/tazze">tazze</a>', false],
  ['Up to {count} cups for %s', 'Per %s fino a {count} tazze', true],
  ['Up to {count} cups', 'Fino a {conto} tazze', false],
  ['Ask info@laguna.example', 'Chiedi a info@laguna.example', true],
  ['See https://laguna.example/care', 'Vedi https://laguna.example/cura', false],
  ['Two <b>marks</b>', 'Due <b>segni</b> <b>di troppo</b>', false],
]
for (const [source, draft, kept] of DRAFTS) {
  test(`“${source}” drafted as “${draft}”: ${kept ? 'offered' : 'refused'}`, () => {
    assert.equal(keepsMarks(source, draft), kept)
  })
}

for (const [address, allowed] of [
  ['https://translate.example', true],
  ['http://localhost:5000', true],
  ['http://127.0.0.1:5000/base', true],
  ['http://translate.example', false],
  ['https://me:secret@translate.example', false],
  ['ftp://localhost', false],
  ['', false],
] as const) {
  test(`a program at “${address}” ${allowed ? 'may' : 'may not'} be asked`, () => {
    assert.equal(isMachineAddress(address), allowed)
  })
}

import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import {
  explainFindings,
  findTranslationProblems,
  LANGUAGES,
  MEND,
  type FindingKind,
} from '../../tools/translations.ts'
import { houseOf, readHouse } from './house.ts'

const findings = findTranslationProblems(readHouse(join(import.meta.dirname, '../..')))

describe('every language says everything', () => {
  for (const kind of Object.keys(MEND) as FindingKind[]) {
    test(kind, () => {
      const some = findings.filter((finding) => finding.kind === kind)
      if (some.length > 0) assert.fail(explainFindings(some))
    })
  }
})

const orders = 'server/src/departments/orders'
const page = 'server/src/storefront/pages/product.ts'
const screen = 'backoffice/src/departments/orders/orders.tsx'

/** A catalogue in four languages, and a source that says every key of it. */
function catalogue(english: object, others: Partial<Record<string, object>> = {}, source = saysAll(english)) {
  const files = LANGUAGES.map((language) => [
    `${orders}/locales/${language}.json`,
    JSON.stringify(others[language] ?? english),
  ])
  return { ...(Object.fromEntries(files) as Record<string, string>), [`${orders}/http/routes.ts`]: source }
}

function saysAll(value: object, prefix = 'orders'): string {
  return Object.entries(value)
    .map(([key, inner]) =>
      typeof inner === 'object' ? saysAll(inner as object, `${prefix}.${key}`) : `t('${prefix}.${key}')`,
    )
    .join('\n')
}

const long = 'Nothing has been ordered yet'
const plural = '{count, plural, one {# order} other {# orders}}'

const agreeing = catalogue(
  { a: plural },
  {
    it: { a: '{count, plural, one {# ordine} other {# ordini}}' },
    es: { a: '{count, plural, one {# pedido} other {# pedidos}}' },
    id: { a: '{count, plural, other {# pesanan}}' },
  },
)

const CAUGHT: [FindingKind, string, Record<string, string>][] = [
  ['missing', 'a key that Italian lacks', catalogue({ a: 'A', b: 'B' }, { it: { a: 'A' } })],
  ['missing', 'a key in depth', catalogue({ a: { b: 'B' } }, { id: { a: {} } })],
  ['surplus', 'a key that English lacks', catalogue({ a: 'A' }, { es: { a: 'A', b: 'B' } })],
  ['not-icu', 'an open brace', catalogue({ a: 'A {name}' }, { it: { a: 'A {name' } })],
  ['not-icu', 'a plural without other', catalogue({ a: '{n, plural, one {x}}' })],
  ['arguments', 'a renamed argument', catalogue({ a: 'Hello {name}' }, { it: { a: 'Ciao {nome}' } })],
  ['arguments', 'a forgotten argument', catalogue({ a: 'Hello {name}' }, { it: { a: 'Ciao' } })],
  ['arguments', 'a forgotten tag', catalogue({ a: 'See <link>it</link>' }, { it: { a: 'Vedi' } })],
  [
    'arguments',
    'an argument inside a plural',
    catalogue({ a: plural }, { it: { a: '{count, plural, one {# {x}} other {#}}' } }),
  ],
  ['plurals', 'no one in Italian', catalogue({ a: plural }, { it: { a: '{count, plural, other {# ordini}}' } })],
  ['untranslated', 'a long sentence left in English', catalogue({ a: long })],
  ['unused', 'a key that nobody says', catalogue({ a: 'A', b: 'B' }, {}, `t('orders.a')`)],
  ['unused', 'a rest without its namespace', catalogue({ list: { title: 'A' } }, {}, `t('title')`)],
  ['unused', 'a key in a comment', catalogue({ a: 'A' }, {}, `// t('orders.a')`)],
  ['no-file', 'no Spanish at all', { [`${orders}/locales/en.json`]: '{}', [`${orders}/locales/it.json`]: '{}' }],
  ['hard-coded', 'text between tags', { [screen]: 'const a = <p>New order</p>' }],
  ['hard-coded', 'a literal as a child', { [screen]: `const a = <p>{open ? 'Open' : t('closed')}</p>` }],
  ['hard-coded', 'a template as a child', { [screen]: 'const a = <p>{`${count} orders`}</p>' }],
  ['hard-coded', 'a visible property', { [screen]: '<Button title="Cancel" />' }],
  ['hard-coded', 'an aria-label in braces', { [screen]: `<Button aria-label={'cancel'} />` }],
  ['hard-coded', 'a notification', { [screen]: `show({ message: 'Saved it' })` }],
  ['hard-coded', "text in the storefront's template", { [page]: 'html`<p>Add to ${what}</p>`' }],
  ['hard-coded', 'text inside a hole', { [page]: 'html`<p>${sold ? html`<b>Sold out</b>` : x}</p>`' }],
  ['hard-coded', 'a single word in a template', { [page]: 'html`Required`' }],
  ['hard-coded', 'an attribute in a template', { [page]: 'html`<img alt="A red shirt">`' }],
]

const PASSED: [string, Record<string, string>][] = [
  ['four languages that agree', agreeing],
  [
    'a translator with a namespace',
    catalogue({ list: { title: 'A' } }, {}, `t = useTranslations('orders.list'); t('title')`),
  ],
  ['a declared prefix', catalogue({ status: { open: 'A', done: 'B' } }, {}, '// i18n-dynamic: orders.status.*')],
  ['a key without the department', catalogue({ list: { title: 'A' } }, {}, `t('list.title')`)],
  ['short words that are the same', catalogue({ a: 'Email' })],
  ['only arguments', catalogue({ a: '{firstName} {lastName} {company}' })],
  ['a translated screen', { [screen]: `<p title={t('a')} className="Big Box">{t('b')} · {count} <i>/</i> SKU</p>` }],
  [
    'a piece of a tag',
    { [page]: 'html`<a ${here ? html`aria-current="page"` : x} ${on && html`checked`}>${t("a")}</a>`' },
  ],
  ['keys as properties', { [screen]: `const column = { header: 'orders.number', title: t('a'), kind: 'Big Word' }` }],
  [
    'a translated page',
    { [page]: 'html`<p class="Big">${t("a")} &nbsp; <b>×</b></p><style>p { color: red }</style>`' },
  ],
  ['the development provider', { 'server/src/providers/payment/page.ts': 'html`<p>Pay now</p>`' }],
]

describe('the search for strings can still catch', () => {
  for (const [kind, what, sample] of CAUGHT) {
    test(`${kind}: ${what}`, () => {
      const kinds = findTranslationProblems(houseOf(sample)).map((finding) => finding.kind)
      assert.ok(kinds.includes(kind), `${JSON.stringify(sample)} gave only [${kinds.join()}]`)
    })
  }
  for (const [what, sample] of PASSED) {
    test(`passes ${what}`, () => assert.deepEqual(findTranslationProblems(houseOf(sample)), []))
  }
})

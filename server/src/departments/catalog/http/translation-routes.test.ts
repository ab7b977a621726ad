import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createTestServer, signedInAs, type SignedIn } from '../../../testing/create-test-server.ts'
import { must } from '../../../testing/scene.ts'
import type { Option } from '../domain/product.ts'
import { createTestHouse, type TestHouse } from '../../../testing/test-house.ts'
import { putAttribute, saveCategory, saveProduct } from '../index.ts'
import { changeCollection, createCollection } from '../use-cases/save-collection.ts'
import { createBrand } from '../use-cases/save-brand.ts'
import { aPlainProduct } from '../testing/a-product.ts'
import { libreTranslatePort, openLibreTranslate } from '../testing/libre-translate-stand-in.ts'

let house: TestHouse
let app: FastifyInstance
let translator: SignedIn
let owner: SignedIn
let cup: string
let shelf: string

before(async () => {
  house = await createTestHouse({ ports: { machineTranslator: libreTranslatePort() } })
  app = await createTestServer(house)
  translator = await signedInAs(house, 'translator')
  owner = await signedInAs(house, 'owner')
  const texts = { names: { en: 'Iron cup', it: 'Tazza di ferro' }, descriptions: { en: 'Forged in Venice.' } }
  cup = must(await house.run((ctx) => saveProduct(ctx, aPlainProduct('cup', texts)))).productId
  const whole = { names: { en: 'Jug', it: 'Brocca', es: 'Jarra', id: 'Kendi' } }
  must(await house.run((ctx) => saveProduct(ctx, aPlainProduct('jug', whole))))
  shelf = must(await house.run((ctx) => saveCategory(ctx, { handle: 'cups', names: { en: 'Cups' } }))).categoryId
  must(await house.run((ctx) => putAttribute(ctx, material, undefined)))
})

const material = {
  code: 'material',
  names: { en: 'Material' },
  kind: 'text',
  unit: '',
  choices: [],
  section: 'features',
  localised: false,
  perVariant: false,
  filterable: false,
  shown: true,
} as const

async function call(
  method: 'GET' | 'PUT' | 'POST' | 'DELETE',
  url: string,
  payload?: object,
  as = translator,
  ifMatch?: number,
) {
  const headers = { ...as.headers, ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }) }
  const answer = await app.inject({ method, url: `/api${url}`, headers, ...(payload ? { payload } : {}) })
  return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json() }
}

const listed = async (kind: string, state: string, language = 'it', more = '') => {
  const { body } = await call('GET', `/translations?kind=${kind}&language=${language}&state=${state}${more}`)
  return body.items.map(({ title, fields }: { title: string; fields: string[] }) => `${title}: ${fields.join(' ')}`)
}
const write = (kind: string, id: string, field: string, language: string, source: string, text: string) =>
  call('PUT', `/translations/${kind}/${id}/${field}/${language}`, { source, text })

test('what is missing is listed by language and kind, page by page', async () => {
  assert.deepEqual(await listed('product', 'missing'), ['Iron cup: descriptions'])
  assert.deepEqual(await listed('product', 'missing', 'es'), ['Iron cup: names descriptions'])
  assert.deepEqual(await listed('category', 'missing'), ['Cups: names'])
  assert.deepEqual(await listed('attribute', 'missing'), ['Material: names'])
  must(await house.run((ctx) => saveProduct(ctx, aPlainProduct('vase', { names: { en: 'Vase', it: 'Vaso' } }))))
  const first = await call('GET', '/translations?kind=product&language=es&state=missing&limit=1')
  const rest = await listed('product', 'missing', 'es', `&after=${first.body.next}`)
  assert.deepEqual([first.body.items.length, rest], [1, ['Vase: names']])
})

test('a text that is written is in its record, in its history, and off the list', async () => {
  const written = await write('product', cup, 'descriptions', 'it', 'Forged in Venice.', 'Forgiata a Venezia.')
  assert.equal(written.status, 200, JSON.stringify(written.body))
  assert.deepEqual(await listed('product', 'missing'), [])
  const [row] = await house.asOwner<{ it: string; actor_id: string }>(
    `SELECT descriptions ->> 'it' AS it, (SELECT actor_id FROM host.audit WHERE object_id = $1 ORDER BY version DESC LIMIT 1)
     FROM catalog.product WHERE id = $1::uuid`,
    [cup],
  )
  assert.deepEqual({ ...row }, { it: 'Forgiata a Venezia.', actor_id: translator.id })
  assert.equal((await write('category', shelf, 'names', 'it', 'Cups', 'Tazze')).status, 200)
  assert.equal((await write('attribute', 'material', 'names', 'it', 'Material', 'Materiale')).status, 200)
  assert.deepEqual([await listed('category', 'missing'), await listed('attribute', 'missing')], [[], []])
})

test('an English text that changes leaves its translations behind, until they are written anew or confirmed', async () => {
  must(await house.run((ctx) => saveProduct(ctx, { handle: 'cup', names: { en: 'Large iron cup' } })))
  must(await house.run((ctx) => saveProduct(ctx, { handle: 'cup', names: { en: 'Huge iron cup' } })))
  must(await house.run((ctx) => saveCategory(ctx, { handle: 'cups', names: { en: 'Cups and mugs' } })))
  assert.deepEqual(await listed('product', 'outdated'), ['Huge iron cup: names'])
  assert.deepEqual(await listed('product', 'outdated', 'es'), [], 'what is missing is not outdated')
  assert.deepEqual(await listed('category', 'outdated'), ['Cups and mugs: names'])
  const { body } = await call('GET', `/translations/product/${cup}?language=it`)
  assert.deepEqual([body.texts[0].source, body.texts[0].sourceWas], ['Huge iron cup', 'Iron cup'])
  const stale = await write('product', cup, 'names', 'it', 'Large iron cup', 'Grande tazza di ferro')
  assert.deepEqual([stale.status, stale.body.code], [409, 'catalog.source_changed'])
  assert.equal((await write('product', cup, 'names', 'it', 'Huge iron cup', 'Enorme tazza di ferro')).status, 200)
  assert.equal((await write('category', shelf, 'names', 'it', 'Cups and mugs', 'Tazze')).status, 200, 'still right')
  assert.deepEqual([await listed('product', 'outdated'), await listed('category', 'outdated')], [[], []])
})

test('collections and brands are translated like the rest', async () => {
  const made = must(
    await house.run((ctx) => createCollection(ctx, { handle: 'gifts', names: { en: 'Gifts', it: 'Regali' } })),
  )
  const brand = { handle: 'laguna', name: 'Laguna', descriptions: { en: 'From Venice.' } }
  const { id } = must(await house.run((ctx) => createBrand(ctx, brand)))
  assert.deepEqual(await listed('collection', 'missing', 'es'), ['Gifts: names'])
  assert.deepEqual(await listed('brand', 'missing'), ['Laguna: descriptions'])
  assert.equal((await write('collection', made.id, 'names', 'es', 'Gifts', 'Regalos')).status, 200)
  assert.equal((await write('brand', id, 'descriptions', 'it', 'From Venice.', 'Da Venezia.')).status, 200)
  assert.deepEqual([await listed('collection', 'missing', 'es'), await listed('brand', 'missing')], [[], []])
  const changes = { names: { en: 'Presents' } }
  must(await house.run((ctx) => changeCollection(ctx, { id: made.id, version: undefined, changes })))
  assert.deepEqual(await listed('collection', 'outdated', 'it'), ['Presents: names'])
})

test('progress counts each, for each language and kind', async () => {
  const { body } = await call('GET', '/translation-progress')
  const of = (language: string, kind: string) =>
    body.items.find((one: Record<string, unknown>) => one['language'] === language && one['kind'] === kind)
  assert.deepEqual(of('it', 'product'), { language: 'it', kind: 'product', missing: 0, draft: 2, outdated: 0 })
  assert.deepEqual(of('es', 'category'), { language: 'es', kind: 'category', missing: 1, draft: 0, outdated: 0 })
})

interface ShownText {
  readonly field: string
  readonly text: string
  readonly shown: string
  readonly state: string
  readonly draft: { readonly by: string | null } | null
}
const textsOf = async (kind: string, id: string, language = 'it'): Promise<ShownText[]> =>
  (await call('GET', `/translations/${kind}/${id}?language=${language}`)).body.texts
const approve = async (kind: string, texts: readonly object[], language = 'it', as = owner) => {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/translation-approvals',
    headers: as.headers,
    payload: { kind, language, texts },
  })
  return { status: answer.statusCode, body: answer.json() }
}
const showInShop = async (value: string, version: number) => {
  const url = '/settings/catalog.translations_shown'
  assert.equal((await call('PUT', url, { value }, owner, version)).status, 200)
}
const inShop = async (id: string, field: string, language = 'it') => {
  const [row] = await house.asOwner<{ text: string | null }>(
    `SELECT ${field} ->> $2 AS text FROM catalog.product WHERE id = $1::uuid`,
    [id, language],
  )
  return row?.text
}

test('what a translator writes is a draft until it is approved; many are approved at once, each judged alone', async () => {
  assert.deepEqual(await listed('product', 'draft'), ['Huge iron cup: descriptions names'])
  const [names] = await textsOf('product', cup)
  assert.deepEqual(
    [names?.state, names?.shown],
    ['draft', 'Enorme tazza di ferro'],
    'shown all the same, as the shop is set',
  )
  assert.notEqual(names?.draft?.by, null)
  assert.equal((await approve('product', [{ id: cup, field: 'names' }], 'it', translator)).status, 403)
  const texts = [
    { id: cup, field: 'names', source: 'Huge iron cup', text: 'Something else' },
    { id: cup, field: 'descriptions' },
    { id: cup, field: 'warnings' },
  ]
  const { body } = await approve('product', texts)
  assert.deepEqual(body, {
    approved: 1,
    refused: [
      { id: cup, field: 'names', code: 'catalog.draft_changed' },
      { id: cup, field: 'warnings', code: 'catalog.text_not_found' },
    ],
  })
  assert.deepEqual(
    (await textsOf('product', cup)).map(({ state }) => state),
    ['draft', 'approved'],
  )
  must(await house.run((ctx) => saveProduct(ctx, { handle: 'cup', names: { en: 'Iron cup, huge' } })))
  const unseen = await approve('product', [{ id: cup, field: 'names' }])
  assert.equal(unseen.body.refused[0].code, 'catalog.source_changed')
  assert.equal((await textsOf('product', cup))[0]?.state, 'outdated')
  const seen = { id: cup, field: 'names', source: 'Iron cup, huge', text: 'Enorme tazza di ferro' }
  assert.equal((await approve('product', [seen])).body.approved, 1)
  assert.deepEqual(await listed('product', 'draft'), [])
  assert.deepEqual(await listed('product', 'outdated'), [])
})

test('a shop that shows only what is approved keeps what it has until then', async () => {
  await showInShop('approved', 0)
  assert.equal((await write('product', cup, 'names', 'it', 'Iron cup, huge', 'Tazzona')).status, 200)
  assert.equal(await inShop(cup, 'names'), 'Enorme tazza di ferro')
  const [held] = await textsOf('product', cup)
  assert.deepEqual([held?.state, held?.text, held?.shown], ['draft', 'Tazzona', 'Enorme tazza di ferro'])
  assert.equal((await write('product', cup, 'names', 'it', 'Iron cup, huge', '')).status, 200)
  assert.deepEqual(
    [(await textsOf('product', cup))[0]?.state, await inShop(cup, 'names')],
    ['approved', 'Enorme tazza di ferro'],
  )
  const { productId } = must(
    await house.run((ctx) => saveProduct(ctx, aPlainProduct('bowl', { names: { en: 'Bowl' } }))),
  )
  assert.equal((await write('product', productId, 'names', 'es', 'Bowl', 'Cuenco')).status, 200)
  assert.ok(
    !(await listed('product', 'missing', 'es')).some((one: string) => one.startsWith('Bowl')),
    'drafted is not missing',
  )
  assert.equal(await inShop(productId, 'names', 'es'), null)
  assert.equal((await approve('product', [{ id: productId, field: 'names' }], 'es')).body.approved, 1)
  assert.equal(await inShop(productId, 'names', 'es'), 'Cuenco')
  await showInShop('drafts', 1)
})

test('options with their choices, and choices of attributes, are translated like the rest', async () => {
  const sizes = (small: string): Option[] => [
    {
      code: 'size',
      names: { en: 'Size' },
      choices: [
        { code: 'small', names: { en: small, it: 'Piccolo' } },
        { code: 'large', names: { en: 'Large' } },
      ],
    },
  ]
  const variants = ['small', 'large'].map((size) => ({ sku: `MAT-${size}`, optionValues: { size } }))
  const mat = { handle: 'mat', names: { en: 'Mat', it: 'Tappeto' }, options: sizes('Small'), variants }
  const { productId } = must(await house.run((ctx) => saveProduct(ctx, mat)))
  assert.deepEqual(await listed('option', 'missing'), ['Mat: size size.large'])
  assert.equal((await write('option', productId, 'size', 'it', 'Size', 'Misura')).status, 200)
  assert.equal((await write('option', productId, 'size.large', 'it', 'Large', 'Grande')).status, 200)
  assert.deepEqual(await listed('option', 'missing'), [])
  assert.equal((await write('option', productId, 'size.huge', 'it', 'Huge', 'x')).body.code, 'catalog.text_not_found')
  assert.deepEqual(await listed('option', 'draft'), ['Mat: size size.large'])
  must(await house.run((ctx) => saveProduct(ctx, { handle: 'mat', options: sizes('Tiny') })))
  assert.deepEqual(await listed('option', 'outdated'), ['Mat: size.small'])
  assert.deepEqual(
    await listed('option', 'missing'),
    ['Mat: size size.large'],
    'the save said nothing of Italian there',
  )

  const wood = {
    ...material,
    code: 'wood',
    names: { en: 'Wood', it: 'Legno' },
    kind: 'choice',
    choices: [{ code: 'oak', names: { en: 'Oak' } }],
  } as const
  must(await house.run((ctx) => putAttribute(ctx, wood, undefined)))
  assert.deepEqual(await listed('choice', 'missing'), ['Wood: oak'])
  assert.equal((await write('choice', 'wood', 'oak', 'it', 'Oak', 'Rovere')).status, 200)
  assert.equal((await approve('choice', [{ id: 'wood', field: 'oak' }])).body.approved, 1)
  assert.deepEqual(
    (await textsOf('choice', 'wood')).map(({ text, state }) => [text, state]),
    [['Rovere', 'approved']],
  )
  const { body } = await call('GET', '/translation-progress')
  const counted = body.items.find(
    (one: Record<string, unknown>) => one['language'] === 'es' && one['kind'] === 'choice',
  )
  assert.deepEqual(counted, { language: 'es', kind: 'choice', missing: 1, draft: 0, outdated: 0 })
})

test('a program drafts what is missing: nothing without approval, nothing over the budget, nothing that lost its marks', async () => {
  const machine = await openLibreTranslate('key-of-the-shop')
  const put = (wish: object, version: number, as = owner) =>
    call(
      'PUT',
      '/machine-translator',
      { enabled: true, address: machine.address, monthlyCharacters: 1_000, ...wish },
      as,
      version,
    )
  const draft = async (kind: string) => {
    const begun = await call('POST', '/machine-drafts', { kind, language: 'id' })
    if (begun.status !== 202) return begun.body.code
    await house.runJobs()
    const { body } = await call('GET', `/tasks/${begun.body.taskId}`)
    return body.state === 'done' ? body.result : (body.problem?.code ?? body)
  }
  assert.equal(await draft('product'), 'catalog.machine_off', 'off until somebody sets it up')
  assert.equal((await put({ address: 'http://elsewhere.example' }, 0)).body.code, 'catalog.machine_address')
  assert.equal((await put({}, 0, translator)).status, 403)
  assert.equal((await put({ key: 'another-key' }, 0)).body.version, 1)
  assert.equal(await draft('brand'), 'catalog.machine_away', 'its key is refused')
  assert.equal((await put({ key: 'key-of-the-shop' }, 1)).body.version, 2)
  const settings = (await call('GET', '/machine-translator')).body
  assert.deepEqual([settings.hasKey, settings.key, settings.usedCharacters], [true, undefined, 0])
  const [kept] = await house.asOwner<{ key: string; trail: string }>(
    `SELECT encode(sealed_key, 'escape') AS key, (SELECT string_agg(a::text, ' ') FROM host.audit a) AS trail FROM catalog.machine_translator`,
  )
  assert.ok(
    !kept?.key.includes('key-of-the-shop') && !kept?.trail.includes('key-of-the-shop'),
    'sealed, and in no trail',
  )

  const lossy = { names: { en: 'Jar' }, descriptions: { en: '<p>A <strong>lossy</strong> jar for {count}</p>' } }
  const { productId } = must(await house.run((ctx) => saveProduct(ctx, aPlainProduct('jar', lossy))))
  const before = (await listed('product', 'missing', 'id')).length
  const outcome = await draft('product')
  assert.deepEqual([outcome.ended, outcome.refused], ['done', 1])
  assert.ok(outcome.drafted >= before, JSON.stringify(outcome))
  assert.deepEqual(
    await listed('product', 'missing', 'id'),
    ['Jar: descriptions'],
    'what lost its marks is still missing',
  )
  const [names] = await textsOf('product', productId, 'id')
  assert.deepEqual(
    [names?.state, names?.text, names?.shown],
    ['draft', 'id: Jar', ''],
    'in no shop before it is approved',
  )
  assert.equal((names?.draft as { provider?: string } | null)?.provider, 'LibreTranslate')
  assert.equal(await inShop(productId, 'names', 'id'), null)
  assert.deepEqual(machine.wrong, [])
  assert.ok(
    machine.calls.every((one) => one.source === 'en' && one.target === 'id' && one.api_key === 'key-of-the-shop'),
  )
  const sent = machine.calls.reduce((sum, { q }) => sum + q.length, 0)
  assert.equal((await call('GET', '/machine-translator')).body.usedCharacters, sent, 'counted to the letter')
  assert.equal((await approve('product', [{ id: productId, field: 'names' }], 'id')).body.approved, 1)
  assert.equal(await inShop(productId, 'names', 'id'), 'id: Jar')

  await house.asOwner('UPDATE catalog.machine_use SET characters = 995')
  assert.equal((await draft('attribute')).ended, 'budget', 'Material has eight letters')
  await house.asOwner('UPDATE catalog.machine_use SET characters = 1000')
  assert.equal(await draft('attribute'), 'catalog.machine_spent')
  assert.equal((await put({ address: 'https://elsewhere.example' }, 2)).body.version, 3)
  assert.equal((await call('GET', '/machine-translator')).body.hasKey, false, 'a key goes to no other address')
  machine.close()
})

test('the words of the shop are hints where they occur, and a translation without them is warned of', async () => {
  const term = { names: { en: 'iron', es: 'hierro forjado' }, kept: false, note: 'Always forged' }
  assert.equal((await call('PUT', '/terms/iron', term)).body.version, 1)
  assert.equal((await call('PUT', '/terms/iron', term)).body.code, 'host.version_required')
  assert.equal((await call('PUT', '/terms/iron', { ...term, note: 'Forged' }, translator, 1)).body.version, 2)
  const written = await write('product', cup, 'names', 'es', 'Iron cup, huge', 'Taza enorme de hierro')
  assert.deepEqual(written.body.hints, [{ term: 'iron', wanted: 'hierro forjado', note: 'Forged', used: false }])
  const { body } = await call('GET', `/translations/product/${cup}?language=es`)
  assert.equal(body.texts[0].hints[0].used, false)
  assert.equal((await call('DELETE', '/terms/iron')).status, 204)
  assert.equal((await call('DELETE', '/terms/iron')).body.code, 'catalog.text_not_found')
  assert.deepEqual((await call('GET', '/terms')).body.items, [])
})

test('a translator translates and does nothing else; who may not is turned away', async () => {
  const picker = await signedInAs(house, 'picker')
  assert.equal((await call('GET', '/translation-progress', undefined, picker)).status, 403)
  assert.equal((await call('GET', '/products')).status, 403)
})

test('what does not exist is said to be gone', async () => {
  const nowhere = '018f0000-0000-7000-8000-000000000000'
  for (const url of [`/translations/product/${nowhere}?language=it`, '/translations/product/no-id?language=it']) {
    assert.equal((await call('GET', url)).body.code, 'catalog.text_not_found', url)
  }
  assert.equal((await write('product', cup, 'vendor', 'it', 'x', 'y')).body.code, 'catalog.text_not_found')
  assert.equal((await write('attribute', 'nothing', 'names', 'it', 'x', 'y')).body.code, 'catalog.text_not_found')
})

test('what search engines are told of a product is translated like the rest', async () => {
  const told = {
    names: { en: 'Pin', it: 'Spilla', es: 'Broche' },
    seoTitles: { en: 'Glass pins', it: 'Spille di vetro' },
  }
  const { productId } = must(await house.run((ctx) => saveProduct(ctx, aPlainProduct('pin', told))))
  const ofPin = async (state: string, language: string) =>
    (await listed('product', state, language)).filter((one: string) => one.startsWith('Pin'))
  assert.deepEqual([await ofPin('missing', 'es'), await ofPin('missing', 'it')], [['Pin: seoTitles'], []])
  assert.equal((await write('product', productId, 'seoTitles', 'es', 'Glass pins', 'Broches de vidrio')).status, 200)
  assert.deepEqual(await ofPin('missing', 'es'), [])
  assert.deepEqual(
    (await textsOf('product', productId, 'es')).map(({ field, shown }) => `${field}: ${shown}`),
    ['names: Broche', 'seoTitles: Broches de vidrio'],
  )
  must(await house.run((ctx) => saveProduct(ctx, { handle: 'pin', seoTitles: { en: 'Pins of glass' } })))
  assert.deepEqual(await ofPin('outdated', 'it'), ['Pin: seoTitles'])
})

test('products that lack nothing are not looked at: an index holds only the others', async () => {
  await house.asOwner(
    `INSERT INTO catalog.product (id, handle, names, tax_category, state, created_at, updated_at)
     SELECT uuidv7(), 'whole-' || n, '{"en": "a", "it": "b", "es": "c", "id": "d"}', 'standard', 'draft', now(), now()
     FROM generate_series(1, 5000) n`,
  )
  await house.asOwner('ANALYZE catalog.product')
  const plan = await house.asOwner<{ 'QUERY PLAN': string }>(
    `EXPLAIN SELECT id FROM catalog.product t WHERE ((t.names ? 'en' AND NOT t.names ? 'it')
      OR (t.descriptions ? 'en' AND NOT t.descriptions ? 'it') OR (t.warnings ? 'en' AND NOT t.warnings ? 'it')
      OR (t.seo_titles ? 'en' AND NOT t.seo_titles ? 'it') OR (t.seo_descriptions ? 'en' AND NOT t.seo_descriptions ? 'it'))
      AND t.id > '018f0000-0000-7000-8000-000000000000' ORDER BY t.id LIMIT 31`,
  )
  assert.match(plan.map((row) => row['QUERY PLAN']).join('\n'), /product_untranslated_it/)
})

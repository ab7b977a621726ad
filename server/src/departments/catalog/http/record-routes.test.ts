/** Attributes, families and makers over HTTP; what pages and lists of the shop say by them; versions and their restoration. */
import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createTestHouse, type TestHouse } from '../../../testing/test-house.ts'
import { createTestServer, signedInAs, type SignedIn } from '../../../testing/create-test-server.ts'
import {
  createBrand,
  facetTexts,
  listFacets,
  listProducts,
  saveCategory,
  saveProduct,
  type ProductDraft,
} from '../index.ts'
import { aPlainProduct } from '../testing/a-product.ts'

let house: TestHouse
let app: FastifyInstance
let owner: SignedIn
let categoryId: string

const names = (en: string, it = en) => ({ en, it })
const material = {
  names: names('Material', 'Materiale'),
  kind: 'choice',
  unit: '',
  choices: [
    { code: 'oak', names: names('Oak', 'Rovere') },
    { code: 'ash', names: names('Ash', 'Frassino') },
  ],
  section: 'material',
  localised: false,
  perVariant: false,
  filterable: true,
  shown: true,
}
const plain = { ...material, choices: [], filterable: false, section: 'features' }
const family = {
  names: names('Boards', 'Taglieri'),
  attributes: ['height', 'material', 'oiled', 'secret', 'since'].map((code) => ({
    code,
    required: code === 'material',
  })),
  languages: ['en'],
  pictures: 0,
  safety: false,
}
const maker = {
  name: 'Falegnameria Campo',
  street: 'Campo San Barnaba 2771',
  postcode: '30123',
  city: 'Venezia',
  country: 'IT',
  email: 'info@falegnameria.example',
  website: 'https://falegnameria.example',
}

interface Asked {
  readonly method?: 'GET' | 'POST' | 'PUT'
  readonly body?: object
  readonly headers?: Record<string, string>
}

async function ask(url: string, { method = 'GET', body, headers = {} }: Asked = {}) {
  const answer = await app.inject({
    method,
    url: `/api${url}`,
    headers: { ...owner.headers, ...headers },
    ...(body ? { payload: body } : {}),
  })
  return { status: answer.statusCode, body: answer.json() }
}

const put = (url: string, body: object, version?: number) =>
  ask(url, { method: 'PUT', body, headers: version === undefined ? {} : { 'if-match': `"${version}"` } })

async function saved(draft: ProductDraft): Promise<string> {
  const result = await house.run((ctx) => saveProduct(ctx, draft))
  assert.ok(result.ok, JSON.stringify(result))
  return result.value.productId
}

before(async () => {
  house = await createTestHouse()
  app = await createTestServer(house)
  owner = await signedInAs(house, 'owner')
  const answers = [
    await put('/attributes/material', material),
    await put('/attributes/oiled', { ...plain, kind: 'yes_no', filterable: true, names: names('Oiled', 'Oliato') }),
    await put('/attributes/height', { ...plain, kind: 'number', unit: 'cm', names: names('Height', 'Altezza') }),
    await put('/attributes/since', { ...plain, kind: 'date', names: names('Made since', 'Fatto dal') }),
    await put('/attributes/secret', { ...plain, kind: 'text', shown: false, names: names('Secret') }),
    await put('/families/boards', family),
  ]
  assert.deepEqual(
    answers.map(({ status, body }) => [status, body.version]),
    answers.map(() => [200, 1]),
  )
  const category = await house.run((ctx) => saveCategory(ctx, { handle: 'boards', names: { en: 'Boards' } }))
  assert.ok(category.ok)
  categoryId = category.value.categoryId
})

describe('definitions', () => {
  test('are put against the version that was read, and listed', async () => {
    assert.equal((await put('/attributes/material', { ...material, unit: 'x' })).body.code, 'host.version_required')
    assert.equal((await put('/families/boards', family, 7)).body.code, 'host.version_conflict')
    const listed = await ask('/attributes')
    assert.deepEqual(
      listed.body.items.map(({ code }: { code: string }) => code),
      ['height', 'oiled', 'secret', 'since', 'material'],
    )
    assert.deepEqual((await ask('/families')).body.items, [{ code: 'boards', version: 1, ...family, channels: [] }])
    const bad = await put('/attributes/material', { ...material, choices: [] }, 1)
    assert.deepEqual([bad.status, bad.body.code], [409, 'catalog.choice_gone'])
  })

  test('makers are added and changed', async () => {
    const added = await ask('/safety-contacts', { method: 'POST', body: maker })
    assert.deepEqual([added.status, added.body.version], [201, 1])
    const { id } = added.body as { id: string }
    assert.equal((await put(`/safety-contacts/${id}`, maker)).body.code, 'host.version_required')
    assert.equal((await put(`/safety-contacts/${id}`, { ...maker, city: 'Mestre' }, 1)).body.version, 2)
    const nobody = '018f0000-0000-7000-8000-000000000000'
    assert.equal((await put(`/safety-contacts/${nobody}`, maker, 1)).body.code, 'catalog.unknown_contact')
    assert.deepEqual((await ask('/safety-contacts')).body.items, [{ id, version: 2, ...maker, city: 'Mestre' }])
  })
})

test('a product’s page says what it is made of, who made it, and what is in it, in the reader’s language', async () => {
  const { body: added } = await ask('/safety-contacts', { method: 'POST', body: { ...maker, name: 'Campo' } })
  await saved(
    aPlainProduct('board', {
      familyCode: 'boards',
      attributes: { material: 'oak', oiled: true, height: '2.5', since: '2024-05-01', secret: 'B 4' },
      makerId: added.id,
      originCountry: 'IT',
      warnings: { en: 'Oil it twice a year.' },
      variants: [{ sku: 'board', content: { amount: '2', unit: 'piece' } }],
    }),
  )
  const { body } = await ask('/catalog/products/board', { headers: { 'accept-language': 'it' } })
  const line = (name: string, kind: string, value: string, unit = '') => [name, kind, [value], unit]
  type Line = { name: string; kind: string; values: string[]; unit: string }
  assert.deepEqual(
    body.specification.map((one: Line) => [one.name, one.kind, one.values, one.unit]),
    [
      line('Altezza', 'number', '2.5', 'cm'),
      line('Materiale', 'text', 'Rovere'),
      line('Oliato', 'yes_no', 'yes'),
      line('Fatto dal', 'date', '2024-05-01'),
    ],
    'in the order of the family, without what is not shown',
  )
  assert.deepEqual(body.safety, {
    maker: { ...maker, name: 'Campo' },
    responsible: null,
    warnings: 'Oil it twice a year.',
    originCountry: 'IT',
    durabilityYears: null,
    passportUrl: null,
  })
  assert.deepEqual(body.variants[0].content, { amount: '2', unit: 'piece' })
})

test('facets count what each choice would leave', async () => {
  const board = (handle: string, value: string, oiled: boolean, different: Partial<ProductDraft> = {}) =>
    saved(
      aPlainProduct(handle, { categoryId, familyCode: 'boards', attributes: { material: value, oiled }, ...different }),
    )
  await board('one', 'oak', true)
  await board('two', 'oak', false)
  await board('three', 'ash', false)
  await board('draft', 'ash', true, { state: 'draft' })
  await board('elsewhere', 'ash', true, { categoryId: null })
  const count = async (chosen: Record<string, string[]>) => {
    const facets = await listFacets(house.database, { locale: 'it', categoryIds: [categoryId], chosen })
    return Object.fromEntries(
      facets.map(({ code, choices }) => [
        code,
        choices.map(({ value, name, count: products, chosen: on }) => `${value} ${name} ${products}${on ? ' on' : ''}`),
      ]),
    )
  }
  assert.deepEqual(await count({}), { oiled: ['yes  1', 'no  2'], material: ['oak Rovere 2', 'ash Frassino 1'] })
  assert.deepEqual(await count({ material: ['oak'] }), {
    oiled: ['yes  1', 'no  1'],
    material: ['oak Rovere 2 on', 'ash Frassino 1'],
  })
  assert.deepEqual(await count({ material: ['ash'], oiled: ['yes'] }), {
    oiled: ['yes  0 on', 'no  1'],
    material: ['oak Rovere 1', 'ash Frassino 0 on'],
  })
  assert.deepEqual(await count({ nothing: ['x'] }), {})
  assert.deepEqual(facetTexts({ material: ['oak', 'ash'], oiled: ['no'] }), [
    ['material=oak', 'material=ash'],
    ['oiled=no'],
  ])
})

test('brands are a facet, whatever the case they are written in; hidden ones are not; a search has facets, too', async () => {
  const shelf = await house.run((ctx) => saveCategory(ctx, { handle: 'glass', names: { en: 'Glass' } }))
  assert.ok(shelf.ok)
  const { categoryId: glass } = shelf.value
  const bowl = (handle: string, vendor: string, material: string) =>
    saved(
      aPlainProduct(handle, {
        categoryId: glass,
        familyCode: 'boards',
        vendor,
        attributes: { material },
        names: { en: `Glassbowl ${handle}` },
      }),
    )
  await bowl('g-one', 'Murano Vetri', 'oak')
  await bowl('g-two', 'MURANO VETRI', 'ash')
  await bowl('g-three', 'Burano', 'ash')
  await bowl('g-four', 'Torcello', 'ash')
  await bowl('g-five', '', 'oak')
  const hidden = await house.run((ctx) => createBrand(ctx, { name: 'Torcello', handle: 'torcello', hidden: true }))
  assert.ok(hidden.ok)
  const told = async (filter: Partial<Parameters<typeof listFacets>[1]>) => {
    const facets = await listFacets(house.database, { locale: 'en', categoryIds: [glass], chosen: {}, ...filter })
    return facets.map(({ kind, code, choices }) => [
      kind === 'brand' ? 'BRAND' : code,
      choices.map(({ value, count, chosen }) => `${value} ${count}${chosen ? ' on' : ''}`).join(', '),
    ])
  }
  assert.deepEqual(await told({}), [
    ['BRAND', 'burano 1, murano vetri 2'],
    ['material', 'oak 2, ash 3'],
  ])
  const columns = await ask('/products/columns')
  const vendor = columns.body.columns.find((one: { key: string }) => one.key === 'vendor')
  assert.deepEqual(
    vendor.values.filter(({ value }: { value: string }) => ['burano', 'murano vetri', 'torcello', ''].includes(value)),
    [
      { value: 'burano', label: 'Burano' },
      { value: 'murano vetri', label: 'Murano Vetri' },
      { value: 'torcello', label: 'Torcello' },
    ],
    'the office chooses from all that are said',
  )
  const ofBrand = await ask('/products?filter=vendor:is:murano%20vetri')
  assert.deepEqual(ofBrand.body.items.map(({ handle }: { handle: string }) => handle).toSorted(), ['g-one', 'g-two'])
  assert.deepEqual(
    await told({ brands: ['murano vetri'] }),
    [
      ['BRAND', 'burano 1, murano vetri 2 on'],
      ['material', 'oak 1, ash 1'],
    ],
    'a brand narrows the others and not itself',
  )
  assert.deepEqual(
    await told({ chosen: { material: ['oak'] } }),
    [['material', 'oak 2 on, ash 3']],
    'one brand alone is no choice',
  )
  assert.deepEqual(await told({ brands: ['nobody'] }), [['BRAND', 'burano 1, murano vetri 2, nobody 0 on']])
  assert.deepEqual(await told({ brand: 'Murano Vetri' }), [['material', 'oak 1, ash 1']], 'not on the page of a brand')
  assert.deepEqual(await told({ search: 'glassbowl', chosen: { material: ['ash'] } }), [
    ['BRAND', 'burano 1, murano vetri 1'],
    ['material', 'oak 2, ash 3 on'],
  ])
  assert.deepEqual((await told({ search: 'glasbowl' }))[0], ['BRAND', 'burano 1, murano vetri 2'], 'what is only alike')
  const found = await listProducts(house.database, {
    locale: 'en',
    limit: 9,
    publishedOnly: true,
    search: 'glassbowl',
    brands: ['murano vetri'],
    chosen: { material: ['ash'] },
  })
  assert.deepEqual(
    found.items.map(({ handle }) => handle),
    ['g-two'],
  )
})

test('versions tell who, when, why and what; a field comes back by them', async () => {
  const id = await saved(aPlainProduct('history', { vendor: 'First' }))
  const change = (vendor: string, version: number) =>
    app.inject({
      method: 'PATCH',
      url: `/api/products/${id}`,
      headers: { ...owner.headers, 'if-match': `"${version}"` },
      payload: { vendor },
    })
  assert.equal((await change('Second', 1)).statusCode, 200)
  assert.equal((await change('Third', 2)).statusCode, 200)
  const restore = (body: object, version?: number) =>
    ask(`/products/${id}/restorations`, {
      method: 'POST',
      body,
      headers: version === undefined ? {} : { 'if-match': `"${version}"` },
    })
  assert.equal((await restore({ version: 1 })).body.code, 'host.version_required')
  const restored = await restore({ version: 1, field: 'vendor', reason: 'The first was right' }, 3)
  assert.deepEqual([restored.status, restored.body], [200, { id, version: 4 }])
  const first = await ask(`/products/${id}/versions?limit=2`)
  assert.equal(first.body.next, 3)
  const [newest] = first.body.items
  assert.deepEqual(
    [newest.version, newest.reason, newest.changes],
    [
      4,
      'The first was right',
      [{ field: 'vendor', label: 'Vendor', before: 'Third', after: 'First', restorable: true }],
    ],
  )
  assert.equal(typeof newest.by, 'string')
  const rest = await ask(`/products/${id}/versions?limit=2&below=3`)
  assert.deepEqual(
    rest.body.items.map((one: { version: number; changes: { restorable: boolean }[] }) => [
      one.version,
      one.changes.some(({ restorable }) => restorable),
    ]),
    [
      [2, true],
      [1, false],
    ],
  )
  assert.equal(rest.body.next, null)
  assert.equal((await ask(`/products/018f0000-0000-7000-8000-000000000000/versions`)).status, 404)
})

test('the office is told how complete a product is, and why it may not be published', async () => {
  const id = await saved({ handle: 'bare', names: { en: 'Bare' }, familyCode: 'boards', variants: [{ sku: 'bare' }] })
  const { body } = await ask(`/products/${id}`)
  assert.deepEqual(body.completeness, {
    percent: 33,
    languages: [{ language: 'en', percent: 33 }],
    missing: [
      { field: 'attributes.material', language: null },
      { field: 'descriptions.en', language: 'en' },
    ],
  })
  assert.deepEqual(body.allowedActions, [{ action: 'publish', allowed: true, reason: null }])
  const set = await put('/settings/catalog.completeness_needed', { value: 'p80' }, 0)
  assert.equal(set.status, 200)
  const now = await ask(`/products/${id}`)
  assert.equal(now.body.allowedActions[0].reason.code, 'catalog.not_complete')
  const refused = await ask(`/products/${id}/publication`, { method: 'PUT' })
  assert.deepEqual([refused.status, refused.body.code], [422, 'catalog.not_complete'])
  const listed = await ask('/products?filter=completeness:to:50&filter=family:is:boards')
  assert.deepEqual(
    listed.body.items.map(({ handle, completeness, familyName }: Record<string, unknown>) => [
      handle,
      completeness,
      familyName,
    ]),
    [['bare', 33, 'Boards']],
  )
})

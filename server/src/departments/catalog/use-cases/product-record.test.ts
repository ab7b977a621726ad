/** What a product says of itself beyond its words: attributes and families, completeness, what the law asks, its versions. */
import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { sql } from '../../../host/database/sql.ts'
import type { Refusal, Result } from '../../../kernel/result.ts'
import { createTestHouse, type TestHouse } from '../../../testing/test-house.ts'
import {
  addSafetyContact,
  changeProduct,
  changeSafetyContact,
  findProduct,
  publishProduct,
  putAttribute,
  putFamily,
  restoreProduct,
  saveProduct,
  type Attribute,
  type Family,
  type ProductDraft,
  type SafetyContact,
} from '../index.ts'
import { aPlainProduct, aProduct } from '../testing/a-product.ts'

let house: TestHouse
let makerId: string
let importerId: string

const anAttribute = (code: string, different: Partial<Attribute> = {}): Attribute => ({
  code,
  names: { en: code },
  kind: 'text',
  unit: '',
  choices: [],
  section: 'features',
  localised: false,
  perVariant: false,
  filterable: false,
  shown: true,
  ...different,
})
const choice = (code: string) => ({ code, names: { en: code } })
const aFamily = (code: string, different: Partial<Family> = {}): Omit<Family, 'channels'> => ({
  code,
  names: { en: code },
  attributes: [],
  languages: ['en'],
  pictures: 0,
  safety: false,
  ...different,
})
const aContact = (different: Partial<SafetyContact> = {}): SafetyContact => ({
  name: 'Fornace Laguna',
  street: 'Fondamenta dei Vetrai 3',
  postcode: '30141',
  city: 'Venezia',
  country: 'IT',
  email: 'safety@fornace.example',
  website: '',
  ...different,
})

before(async () => {
  house = await createTestHouse()
  const attributes = [
    anAttribute('material', {
      kind: 'choice',
      choices: [choice('oak'), choice('ash')],
      section: 'material',
      filterable: true,
    }),
    anAttribute('care', { kind: 'long_text', localised: true, section: 'care' }),
    anAttribute('height', { kind: 'number', unit: 'cm', section: 'measures' }),
    anAttribute('washable', { kind: 'yes_no', filterable: true }),
    anAttribute('since', { kind: 'date' }),
    anAttribute('uses', { kind: 'choices', choices: [choice('tea'), choice('coffee')], filterable: true }),
    anAttribute('shade', {
      kind: 'choice',
      choices: [choice('dark'), choice('light')],
      perVariant: true,
      filterable: true,
    }),
    anAttribute('shelf', { section: 'own' }),
  ]
  for (const attribute of attributes) valueOf(await house.run((ctx) => putAttribute(ctx, attribute, undefined)))
  const members = ['material', 'care', 'height', 'washable', 'since', 'uses', 'shade']
  const vessels = aFamily('vessels', { attributes: members.map((code) => ({ code, required: code === 'material' })) })
  valueOf(await house.run((ctx) => putFamily(ctx, vessels, undefined)))
  makerId = valueOf(await house.run((ctx) => addSafetyContact(ctx, aContact({ country: 'ID' })))).id
  importerId = valueOf(await house.run((ctx) => addSafetyContact(ctx, aContact({ name: 'Importer' })))).id
})

let handle: string
let next = 0
beforeEach(() => void (handle = `bowl-${next++}`))

const save = (draft: Partial<ProductDraft>) =>
  house.run((ctx) => saveProduct(ctx, { handle, ...draft } as ProductDraft))
const saved = async (draft: Partial<ProductDraft>) => valueOf(await save(draft))

function valueOf<T>(result: Result<T>): T {
  assert.ok(result.ok, JSON.stringify(result))
  return result.value
}

/** Every refusal of the answer: code and field. */
function flawsOf(result: Result<unknown>): string[] {
  assert.ok(!result.ok, 'should have been refused')
  const { refusal } = result
  const say = ({ code, field }: Refusal) => `${code} ${field ?? ''}`.trim()
  return refusal.others ? [...new Set([say(refusal), ...refusal.others.map(say)])] : [say(refusal)]
}

const refused = async (draft: Partial<ProductDraft>) => flawsOf(await save(draft))
const stored = (id: string) =>
  house.database.row(sql<{ facets: string[]; completeness: number; version: number }>`
    SELECT facets, completeness, version FROM catalog.product WHERE id = ${id}`)

describe('attributes', () => {
  test('are kept, found again and merged; an empty value is none', async () => {
    const first = await saved(
      aPlainProduct(handle, {
        familyCode: 'vessels',
        attributes: {
          material: 'oak',
          care: { en: 'By hand', it: 'A mano' },
          height: ' 12.5 ',
          washable: false,
          since: '2024-02-29',
          uses: ['tea', 'coffee'],
          shelf: 'B 4',
        },
        variants: [{ sku: handle, attributes: { shade: 'dark' } }],
      }),
    )
    const { version } = await saved({ attributes: { care: { it: '' }, height: null, since: '' } })
    assert.equal(version, 2)
    const product = await findProduct(house.database, first.productId)
    assert.deepEqual(product?.attributes, {
      care: { en: 'By hand' },
      material: 'oak',
      shelf: 'B 4',
      uses: ['tea', 'coffee'],
      washable: false,
    })
    assert.deepEqual(product?.variants[0]?.attributes, { shade: 'dark' })
    assert.deepEqual((await stored(first.productId))?.facets, [
      'material=oak',
      'shade=dark',
      'uses=coffee',
      'uses=tea',
      'washable=no',
    ])
    assert.equal((await saved({ attributes: { washable: false, material: 'oak' } })).changed, false)
  })

  test('each wrong value is refused at its own field', async () => {
    const draft = aPlainProduct(handle, {
      familyCode: 'vessels',
      attributes: {
        material: 'elm',
        care: 'one text for all',
        height: '12,5',
        washable: 'yes',
        since: '2023-02-29',
        uses: ['tea', 'tea'],
        colour: 'red',
        shade: 'dark',
        shelf: 'x'.repeat(501),
      },
      variants: [{ sku: handle, attributes: { shade: ['dark'], material: 'oak' } }],
    })
    assert.deepEqual((await refused(draft)).toSorted(), [
      'catalog.text_too_long attributes.shelf',
      'catalog.unknown_attribute attributes.colour',
      'catalog.unknown_attribute attributes.shade',
      'catalog.unknown_attribute variants.0.attributes.material',
      'catalog.value_not_choice attributes.material',
      'catalog.value_not_choice attributes.uses',
      'catalog.value_not_day attributes.since',
      'catalog.value_not_fitting attributes.care',
      'catalog.value_not_fitting attributes.washable',
      'catalog.value_not_fitting variants.0.attributes.shade',
      'catalog.value_not_number attributes.height',
    ])
    assert.deepEqual(await refused(aPlainProduct(handle, { familyCode: 'nobody' })), [
      'catalog.unknown_family familyCode',
    ])
    assert.deepEqual(await refused(aPlainProduct(handle, { attributes: { material: 'oak' } })), [
      'catalog.unknown_attribute attributes.material',
    ])
  })

  test('a product that leaves its family keeps the shop’s own fields alone', async () => {
    const { productId } = await saved(
      aPlainProduct(handle, { familyCode: 'vessels', attributes: { material: 'oak', shelf: 'C' } }),
    )
    await saved({ familyCode: null })
    assert.deepEqual((await findProduct(house.database, productId))?.attributes, { shelf: 'C' })
    assert.deepEqual((await stored(productId))?.facets, [])
  })

  test('what products say by them keeps its meaning', async () => {
    const put = (different: Partial<Attribute>, version: number | undefined) =>
      house.run((ctx) =>
        putAttribute(ctx, anAttribute('finish', { kind: 'choice', choices: [choice('oiled')], ...different }), version),
      )
    valueOf(await put({}, undefined))
    assert.deepEqual(flawsOf(await put({ kind: 'text' }, 1)), [
      'catalog.attribute_fixed kind',
      'catalog.choice_gone choices',
    ])
    assert.deepEqual(flawsOf(await put({ perVariant: true }, 1)), ['catalog.attribute_fixed perVariant'])
    assert.deepEqual(flawsOf(await put({ choices: [choice('raw')] }, 1)), ['catalog.choice_gone choices'])
    assert.deepEqual(flawsOf(await put({ choices: [choice('oiled'), choice('raw')] }, 2)), ['host.version_conflict'])
    assert.equal(valueOf(await put({ choices: [choice('oiled'), choice('raw')] }, 1)).version, 2)
    assert.equal(valueOf(await put({ choices: [choice('oiled'), choice('raw')] }, 2)).version, 2, 'nothing changed')
    const fresh = (different: Partial<Attribute>) =>
      house.run((ctx) => putAttribute(ctx, anAttribute('fresh', different), undefined))
    assert.deepEqual(flawsOf(await fresh({ kind: 'choices' })), ['catalog.choice_missing choices'])
    assert.deepEqual(flawsOf(await fresh({ kind: 'choice', choices: [choice('a'), choice('a')] })), [
      'catalog.option_repeated choices.1.code',
    ])
    assert.deepEqual(flawsOf(await fresh({ kind: 'number', filterable: true })), ['catalog.not_filterable filterable'])
    assert.deepEqual(flawsOf(await fresh({ names: { it: 'Nuovo' } })), ['catalog.name_missing names.en'])
  })

  test('a family names attributes that there are, once', async () => {
    const put = (attributes: Family['attributes'], languages = ['en']) =>
      house.run((ctx) => putFamily(ctx, aFamily('fresh', { attributes, languages }), undefined))
    const member = (code: string) => ({ code, required: false })
    assert.deepEqual(flawsOf(await put([member('nothing')])), ['catalog.unknown_attribute attributes.0.code'])
    assert.deepEqual(flawsOf(await put([member('care'), member('care')])), [
      'catalog.option_repeated attributes.1.code',
    ])
    assert.deepEqual(flawsOf(await put([], ['de'])), ['catalog.unknown_language languages'])
  })
})

describe('completeness', () => {
  const texts = { names: { en: 'Bowl', it: 'Ciotola' }, descriptions: { en: 'Turned by hand.' } }

  test('counts what the family asks for, and is counted anew when the family changes', async () => {
    const family = (different: Partial<Family>) =>
      aFamily('bowls', { attributes: [{ code: 'material', required: true }], languages: ['en', 'it'], ...different })
    valueOf(await house.run((ctx) => putFamily(ctx, family({}), undefined)))
    const { productId } = await saved(aPlainProduct(handle, { familyCode: 'bowls', ...texts }))
    // Of name, description and material, Italian has the name alone.
    assert.deepEqual(await stored(productId), { facets: [], completeness: 33, version: 1 })
    await saved({ attributes: { material: 'ash' } })
    assert.equal((await stored(productId))?.completeness, 66)
    valueOf(await house.run((ctx) => putFamily(ctx, family({ languages: ['en'] }), 1)))
    await house.runJobs()
    assert.deepEqual(await stored(productId), { facets: ['material=ash'], completeness: 100, version: 2 })
    valueOf(await house.run((ctx) => putFamily(ctx, family({ languages: ['en'], safety: true }), 2)))
    await house.runJobs()
    assert.equal((await stored(productId))?.completeness, 42)
  })

  test('an attribute that shoppers no longer filter by leaves the facets', async () => {
    const { productId } = await saved(aPlainProduct(handle, { familyCode: 'vessels', attributes: { washable: true } }))
    const washable = (filterable: boolean) => anAttribute('washable', { kind: 'yes_no', filterable })
    valueOf(await house.run((ctx) => putAttribute(ctx, washable(false), 1)))
    await house.runJobs()
    assert.deepEqual((await stored(productId))?.facets, [])
    valueOf(await house.run((ctx) => putAttribute(ctx, washable(true), 2)))
    await house.runJobs()
    assert.deepEqual((await stored(productId))?.facets, ['washable=yes'])
  })

  test('keeps a product out of the shop where the shop says so, and names what is missing', async () => {
    const set = (key: string, value: string | null) =>
      house.asOwner(
        'INSERT INTO host.setting (key, value) VALUES ($1, $2::jsonb) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
        [key, JSON.stringify(value)],
      )
    const { productId, version } = await saved(
      aPlainProduct(handle, { state: 'draft', familyCode: 'vessels', names: { en: 'Bowl' } }),
    )
    const publish = () => house.run((ctx) => publishProduct(ctx, { productId }))
    await set('catalog.completeness_needed', 'p80')
    await set('catalog.safety_needed', 'refused')
    assert.deepEqual(flawsOf(await publish()), [
      'catalog.not_complete',
      'catalog.safety_missing makerId',
      'catalog.safety_missing responsibleId',
      'catalog.part_missing attributes.material',
      'catalog.part_missing descriptions.en',
    ])
    assert.equal((await findProduct(house.database, productId))?.version, version)
    await saved({ attributes: { material: 'oak' }, descriptions: { en: 'Turned.' }, makerId })
    assert.deepEqual(flawsOf(await publish()), ['catalog.safety_missing', 'catalog.safety_missing responsibleId'])
    await saved({ responsibleId: importerId })
    assert.equal(valueOf(await publish()).changed, true)
    await set('catalog.completeness_needed', null)
    await set('catalog.safety_needed', null)
  })
})

describe('what the law asks', () => {
  test('is kept and checked field by field', async () => {
    const { productId } = await saved(
      aPlainProduct(handle, {
        makerId,
        responsibleId: importerId,
        warnings: { en: 'Not for children under three.' },
        hsCode: '6912 00 23',
        originCountry: 'ID',
        durabilityYears: 5,
        passportUrl: 'https://passport.example/1',
      }),
    )
    const product = await findProduct(house.database, productId)
    assert.equal(product?.hsCode, '69120023')
    assert.equal(product?.durabilityYears, 5)
    assert.deepEqual(
      await refused({ hsCode: '9912', originCountry: 'Italy', durabilityYears: 2, passportUrl: 'http://x.example' }),
      [
        'catalog.invalid_hs_code hsCode',
        'catalog.invalid_country originCountry',
        'catalog.invalid_durability durabilityYears',
        'catalog.invalid_link passportUrl',
      ],
    )
    const nobody = '018f0000-0000-7000-8000-000000000000'
    assert.deepEqual(await refused({ makerId: nobody }), ['catalog.unknown_contact makerId'])
    assert.deepEqual(await refused({ responsibleId: nobody }), ['catalog.unknown_contact responsibleId'])
  })

  test('a contact has name, postal and electronic address', async () => {
    const flawed = aContact({ name: ' ', street: '', email: 'nowhere', country: 'Italy', website: 'fornace' })
    assert.deepEqual(flawsOf(await house.run((ctx) => addSafetyContact(ctx, flawed))), [
      'catalog.contact_incomplete name',
      'catalog.contact_incomplete street',
      'catalog.invalid_country country',
      'catalog.invalid_contact_email email',
      'catalog.invalid_link website',
    ])
    const change = (version: number, contact: SafetyContact) =>
      house.run((ctx) => changeSafetyContact(ctx, { id: importerId, version, contact }))
    assert.equal(valueOf(await change(1, aContact({ name: 'Importer', city: 'Mestre' }))).version, 2)
    assert.equal(valueOf(await change(2, aContact({ name: 'Importer', city: 'Mestre' }))).version, 2, 'nothing changed')
    assert.deepEqual(flawsOf(await change(1, aContact())), ['host.version_conflict'])
  })

  test('the content of a piece is an amount of something', async () => {
    const of = (amount: string, unit: string) => ({ variants: [{ sku: handle, content: { amount, unit } }] })
    await saved(aPlainProduct(handle, of('0.75', 'l')))
    for (const [amount, unit] of [
      ['0', 'g'],
      ['-1', 'g'],
      ['x', 'g'],
      ['1', 'mm'],
      ['1', 'stone'],
      ['1.5', 'piece'],
    ] as const) {
      assert.deepEqual(
        await refused(of(amount, unit)),
        ['catalog.invalid_content variants.0.content'],
        `${amount} ${unit}`,
      )
    }
  })
})

describe('versions', () => {
  test('a field, or everything, comes back as a new version', async () => {
    const draft = aProduct({
      handle,
      familyCode: 'vessels',
      attributes: { material: 'oak', care: { en: 'A', it: 'B' } },
    })
    const { productId, variantIds } = await saved(draft)
    const first = await findProduct(house.database, productId)
    await saved({
      names: { it: 'Altro', es: 'Otro' },
      vendor: 'Other',
      attributes: { material: 'ash', care: { en: 'C', es: 'D' } },
      tags: [],
      variants: [{ sku: `${handle}-s`, weightGrams: 7, attributes: { shade: 'dark' } }],
    })
    await saved({
      familyCode: null,
      hsCode: '691200',
      warnings: { en: 'Hot' },
      seoTitles: { en: 'Best', it: 'Il migliore' },
    })
    const restore = (seen: number, to: number, field?: string) =>
      house.run((ctx) => restoreProduct(ctx, { productId, seen, to, field, reason: 'as it was' }))
    assert.equal(valueOf(await restore(3, 1, 'vendor')).version, 4)
    const fourth = await findProduct(house.database, productId)
    assert.deepEqual([fourth?.vendor, fourth?.names['it'], fourth?.hsCode], ['Tessitura Lagunare', 'Altro', '691200'])
    const whole = valueOf(await restore(4, 1))
    assert.equal(whole.version, 5)
    assert.equal(whole.variantIds[`${handle}-l`], variantIds[`${handle}-l`], 'the retired one is back under its id')
    const now = await findProduct(house.database, productId)
    assert.deepEqual({ ...now, version: 1, updatedAt: null }, { ...first, updatedAt: null })
    const [row] = await house.asOwner<{ reason: string }>(
      'SELECT reason FROM host.audit WHERE object_id = $1 AND version = 5',
      [productId],
    )
    assert.equal(row?.reason, 'as it was')
    assert.equal(valueOf(await restore(5, 5)).changed, false)
  })

  test('what cannot come back is refused', async () => {
    const { productId } = await saved(aPlainProduct(handle))
    await saved({ handle, vendor: 'Other' })
    const restore = (seen: number, to: number, field?: string) =>
      house.run((ctx) => restoreProduct(ctx, { productId, seen, to, field }))
    assert.deepEqual(flawsOf(await restore(1, 1)), ['catalog.version_conflict If-Match'])
    for (const to of [0, 3]) assert.deepEqual(flawsOf(await restore(2, to)), ['catalog.version_not_found version'])
    for (const field of ['state', 'product', 'options', 'variants.x.retired', 'variantOrder', 'names', '__proto__']) {
      assert.deepEqual(flawsOf(await restore(2, 1, field)), ['catalog.field_not_restorable field'], field)
    }
    const gone = { productId: '018f0000-0000-7000-8000-000000000000', seen: 1, to: 1 }
    assert.deepEqual(flawsOf(await house.run((ctx) => restoreProduct(ctx, gone))), ['catalog.product_not_found'])
  })

  test('what an earlier version said may have gone: then the restoration says so', async () => {
    const { productId } = await saved(aPlainProduct(handle))
    valueOf(
      await house.run((ctx) => changeProduct(ctx, { productId, version: 1, changes: { handle: `${handle}-new` } })),
    )
    await saved(aPlainProduct(handle, { variants: [{ sku: `${handle}-2` }] }))
    const back = await house.run((ctx) => restoreProduct(ctx, { productId, seen: 2, to: 1 }))
    assert.deepEqual(flawsOf(back), ['catalog.handle_taken handle'])
  })
})

test('two thousand variants are saved and read whole', async () => {
  const [sizes, colours] = [50, 40].map((count, at) =>
    Array.from({ length: count }, (_, index) => choice(`${'sc'[at]}${index}`)),
  )
  assert.ok(sizes && colours)
  const draft: Partial<ProductDraft> = {
    names: { en: 'Thread' },
    familyCode: 'vessels',
    options: [
      { code: 'size', names: { en: 'Size' }, choices: sizes },
      { code: 'colour', names: { en: 'Colour' }, choices: colours },
    ],
    variants: sizes.flatMap((size) =>
      colours.map((colour, at) => ({
        sku: `${handle}-${size.code}-${colour.code}`,
        optionValues: { size: size.code, colour: colour.code },
        attributes: { shade: at % 2 === 0 ? 'dark' : 'light' },
        content: { amount: `${at + 1}`, unit: 'm' },
      })),
    ),
  }
  const { productId } = await saved(draft)
  const product = await findProduct(house.database, productId)
  assert.equal(product?.variants.length, 2_000)
  assert.deepEqual(product.variants.at(-1)?.content, { amount: '40', unit: 'm' })
  const variants = draft.variants?.map((variant, at) => (at === 1_999 ? { ...variant, weightGrams: 9 } : variant))
  assert.deepEqual((await saved({ variants })).differences, [
    { field: 'weightGrams', sku: product.variants.at(-1)?.sku, before: 0, after: 9 },
  ])
  assert.deepEqual((await stored(productId))?.facets, ['shade=dark', 'shade=light'])
  await house.expectNoBreach()
})

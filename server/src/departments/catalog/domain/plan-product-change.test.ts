import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { asId } from '../../../kernel/ids.ts'
import { aPlainProduct, aProduct } from '../testing/a-product.ts'
import { planProductChange } from './plan-product-change.ts'
import type { Product, ProductDraft } from './product.ts'

const choice = (code: string) => ({ code, names: { en: code } })
const variants = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ sku: `x-${at}`, optionValues: { n: `v${at}` } }))
const sizes = (count: number) => [
  { code: 'n', names: { en: 'N' }, choices: Array.from({ length: count }, (_, at) => choice(`v${at}`)) },
]

/** In the order in which a person meets them; the verdict is the first refusal's code and field. */
const TABLE: [string, ProductDraft, string][] = [
  ['whole and valid', aProduct(), 'ok'],
  ['a plain one', aPlainProduct('mug'), 'ok'],
  ['a handle with an accent', aProduct({ handle: 'caffè' }), 'catalog.invalid_handle handle'],
  ['a handle with a slash', aProduct({ handle: 'a/b' }), 'catalog.invalid_handle handle'],
  ['an empty handle', aProduct({ handle: '' }), 'catalog.invalid_handle handle'],
  ['a handle too long', aProduct({ handle: 'a'.repeat(201) }), 'catalog.text_too_long handle'],
  ['no English name', aProduct({ names: { it: 'Sciarpa' } }), 'catalog.name_missing names.en'],
  ['a name of blanks', aProduct({ names: { en: '  ' } }), 'catalog.name_missing names.en'],
  ['a name too long', aProduct({ names: { en: 'a'.repeat(256) } }), 'catalog.text_too_long names.en'],
  ['a language of no page', aProduct({ names: { en: 'A', fr: 'A' } }), 'catalog.unknown_language names.fr'],
  ['a vendor too long', aProduct({ vendor: 'a'.repeat(256) }), 'catalog.text_too_long vendor'],
  ['a tag too long', aProduct({ tags: ['a'.repeat(101)] }), 'catalog.text_too_long tags'],
  [
    'four options',
    aProduct({ options: [1, 2, 3, 4].map((n) => ({ code: `o${n}`, names: { en: 'O' }, choices: [] })) }),
    'catalog.too_many_options options',
  ],
  ['an option twice', aProduct({ options: [...sizes(1), ...sizes(1)] }), 'catalog.option_repeated options.1'],
  [
    'a choice twice',
    aPlainProduct('x', {
      options: [{ code: 'n', names: { en: 'N' }, choices: [choice('a'), choice('a')] }],
      variants: [{ sku: 'x', optionValues: { n: 'a' } }],
    }),
    'catalog.option_repeated options.0.choices',
  ],
  ['no variants', aPlainProduct('x', { variants: [] }), 'catalog.variant_missing variants'],
  ['2000 variants', aPlainProduct('x', { options: sizes(2000), variants: variants(2000) }), 'ok'],
  [
    '2001 variants',
    aPlainProduct('x', { options: sizes(2001), variants: variants(2001) }),
    'catalog.too_many_variants variants',
  ],
  ['a SKU of blanks', aPlainProduct('x', { variants: [{ sku: ' ' }] }), 'catalog.invalid_sku variants.0.sku'],
  ['a SKU over two lines', aPlainProduct('x', { variants: [{ sku: 'a\nb' }] }), 'catalog.invalid_sku variants.0.sku'],
  [
    'a wrong check digit',
    aPlainProduct('x', { variants: [{ sku: 'x', gtin: '4006381333932' }] }),
    'catalog.invalid_gtin variants.0.gtin',
  ],
  ['a right check digit', aPlainProduct('x', { variants: [{ sku: 'x', gtin: '4006381333931' }] }), 'ok'],
  [
    'a weight below zero',
    aPlainProduct('x', { variants: [{ sku: 'x', weightGrams: -1 }] }),
    'catalog.invalid_weight variants.0.weightGrams',
  ],
  [
    'half a gram',
    aPlainProduct('x', { variants: [{ sku: 'x', weightGrams: 0.5 }] }),
    'catalog.invalid_weight variants.0.weightGrams',
  ],
  [
    'a value left out',
    aProduct({ variants: [{ sku: 'x' }] }),
    'catalog.option_value_missing variants.0.optionValues.size',
  ],
  [
    'a value of no choice',
    aProduct({ variants: [{ sku: 'x', optionValues: { size: 'xl' } }] }),
    'catalog.unknown_option_value variants.0.optionValues.size',
  ],
  [
    'a value of no option',
    aPlainProduct('x', { variants: [{ sku: 'x', optionValues: { size: 's' } }] }),
    'catalog.unknown_option_value variants.0.optionValues.size',
  ],
  [
    'a SKU twice',
    aProduct({
      variants: [
        { sku: 'x', optionValues: { size: 's' } },
        { sku: 'x', optionValues: { size: 'l' } },
      ],
    }),
    'catalog.sku_repeated variants.1.sku',
  ],
  [
    'a combination twice',
    aProduct({
      variants: [
        { sku: 'x', optionValues: { size: 's' } },
        { sku: 'y', optionValues: { size: 's' } },
      ],
    }),
    'catalog.combination_repeated variants.1.optionValues',
  ],
  [
    'two plain variants',
    aPlainProduct('x', { variants: [{ sku: 'x' }, { sku: 'y' }] }),
    'catalog.combination_repeated variants.1.optionValues',
  ],
  [
    'too many pictures',
    aPlainProduct('x', { images: Array.from({ length: 251 }, () => ({ fileId: 'f', alts: {} })) }),
    'catalog.too_many_images images',
  ],
]

describe('planning a new product', () => {
  for (const [what, draft, verdict] of TABLE) {
    test(`${what}: ${verdict}`, () => {
      const plan = planProductChange(undefined, draft)
      assert.equal(plan.ok ? 'ok' : `${plan.refusal.code} ${plan.refusal.field}`, verdict)
    })
  }

  test('tells every flaw at once, the first of them first', () => {
    const plan = planProductChange(undefined, aProduct({ handle: 'A', names: {}, variants: [{ sku: '' }] }))
    assert.ok(!plan.ok)
    assert.deepEqual(
      plan.refusal.others?.map((other) => other.code),
      ['catalog.invalid_handle', 'catalog.name_missing', 'catalog.invalid_sku', 'catalog.option_value_missing'],
    )
  })
})

/** The product as it lies in the shop after the draft was saved. */
function saved(draft: ProductDraft): Product {
  const plan = planProductChange(undefined, draft)
  assert.ok(plan.ok)
  const { after } = plan.value
  const id = (at: number) => asId<'variant'>(`018f0000-0000-7000-8000-${String(at).padStart(12, '0')}`)
  return {
    ...after,
    id: asId('018f0000-0000-7000-8000-00000000aaaa'),
    version: 1,
    variants: after.variants.map((variant, at) => ({ ...variant, id: id(at) })),
  }
}

function changes(before: Product, draft: ProductDraft): string[] {
  const plan = planProductChange(before, draft)
  assert.ok(plan.ok, JSON.stringify(plan))
  return plan.value.differences.map(
    ({ field, sku, before: was, after }) =>
      `${sku ? `${sku} ` : ''}${field}: ${JSON.stringify(was)} -> ${JSON.stringify(after)}`,
  )
}

describe('planning a change', () => {
  const scarf = saved(aProduct())
  const small = { sku: 'linen-scarf-s', optionValues: { size: 's' } }
  const large = { sku: 'linen-scarf-l', optionValues: { size: 'l' } }
  const CHANGES: [string, Partial<ProductDraft>, string[]][] = [
    ['nothing said', {}, []],
    ['the same again', aProduct(), []],
    ['a name in another language', { names: { es: 'Bufanda' } }, ['names.es: null -> "Bufanda"']],
    ['a translation taken away', { names: { it: '' } }, ['names.it: "Sciarpa di lino" -> null']],
    ['the vendor taken away', { vendor: '' }, ['vendor: "Tessitura Lagunare" -> ""']],
    [
      'a variant heavier',
      { variants: [{ ...small, weightGrams: 130 }, large] },
      ['linen-scarf-s weightGrams: 120 -> 130'],
    ],
    ['a variant no longer made', { variants: [small] }, ['linen-scarf-l retired: false -> true']],
    [
      'variants in another order',
      { variants: [large, small] },
      ['variantOrder: ["linen-scarf-s","linen-scarf-l"] -> ["linen-scarf-l","linen-scarf-s"]'],
    ],
    [
      'two variants swapped',
      {
        variants: [
          { sku: 'linen-scarf-s', optionValues: { size: 'l' } },
          { sku: 'linen-scarf-l', optionValues: { size: 's' } },
        ],
      },
      [
        'linen-scarf-s optionValues: {"size":"s"} -> {"size":"l"}',
        'linen-scarf-l optionValues: {"size":"l"} -> {"size":"s"}',
      ],
    ],
    ['the state', { state: 'draft' }, ['state: "published" -> "draft"']],
  ]
  for (const [what, draft, expected] of CHANGES) {
    test(what, () => assert.deepEqual(changes(scarf, { handle: 'linen-scarf', ...draft }), expected))
  }

  test('a variant that is made again keeps its id', () => {
    const without = planProductChange(scarf, { handle: 'linen-scarf', variants: [small] })
    assert.ok(without.ok)
    const retired = { ...scarf, variants: without.value.after.variants as Product['variants'] }
    const again = planProductChange(retired, { handle: 'linen-scarf', variants: [small, large] })
    assert.ok(again.ok)
    assert.deepEqual(
      again.value.after.variants.map((one) => one.id),
      scarf.variants.map((one) => one.id),
    )
    assert.deepEqual(again.value.differences, [{ field: 'retired', sku: 'linen-scarf-l', before: true, after: false }])
  })

  test('what was saved and is saved again never changes', () => {
    const texts = fc.record({ en: fc.stringMatching(/^[a-z]{1,9}$/), it: fc.option(fc.string(), { nil: undefined }) })
    const drafts = fc.record({
      names: texts,
      vendor: fc.string({ maxLength: 20 }),
      tags: fc.array(fc.string({ minLength: 1, maxLength: 5 }), { maxLength: 3 }),
      state: fc.constantFrom('draft', 'published'),
    })
    fc.assert(
      fc.property(drafts, (draft) => {
        const whole = aProduct({ ...draft, names: draft.names as Record<string, string> } as Partial<ProductDraft>)
        assert.deepEqual(changes(saved(whole), whole), [])
      }),
    )
  })
})

import type { ProductDraft } from '../domain/product.ts'

/** A product whole and valid, published; a test names what it is about: `aProduct({ handle: 'mug' })`. */
export function aProduct(different: Partial<ProductDraft> = {}): ProductDraft {
  const handle = different.handle ?? 'linen-scarf'
  return {
    handle,
    names: { en: 'Linen scarf', it: 'Sciarpa di lino' },
    descriptions: { en: 'Woven on a hand loom.' },
    vendor: 'Tessitura Lagunare',
    tags: ['linen'],
    state: 'published',
    options: [
      {
        code: 'size',
        names: { en: 'Size', it: 'Taglia' },
        choices: [
          { code: 's', names: { en: 'Small', it: 'Piccola' } },
          { code: 'l', names: { en: 'Large', it: 'Grande' } },
        ],
      },
    ],
    variants: [
      { sku: `${handle}-s`, optionValues: { size: 's' }, weightGrams: 120 },
      { sku: `${handle}-l`, optionValues: { size: 'l' }, weightGrams: 180 },
    ],
    ...different,
  }
}

/** One variant, nothing to choose. */
export function aPlainProduct(handle: string, different: Partial<ProductDraft> = {}): ProductDraft {
  return { handle, names: { en: handle }, state: 'published', variants: [{ sku: handle }], ...different }
}

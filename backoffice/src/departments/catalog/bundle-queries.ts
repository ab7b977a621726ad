import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'

export type ProductKindView = Got<'/api/products/{id}/kind'>
export type Bundle = NonNullable<ProductKindView['bundle']>
export type BundleGroup = Bundle['groups'][number]
export type BundleOption = BundleGroup['options'][number]
export type Kind = ProductKindView['kind']
type FoundVariant = RowOf<Got<'/api/variants'>>

export const productKind = (id: string, locale: string) =>
  queryOptions({
    queryKey: ['catalog', 'kind', id, locale],
    queryFn: ({ signal }) => answer(api.GET('/api/products/{id}/kind', { params: { path: { id } }, signal })),
  })

/** What can be put into a bundle, by SKU or name. */
export const variantSearch = (search: string) =>
  queryOptions({
    queryKey: ['catalog', 'variantSearch', search],
    queryFn: ({ signal }) => answer(api.GET('/api/variants', { params: { query: { search, limit: 12 } }, signal })),
    enabled: search.length > 1,
  })

export const nameOfVariant = ({ name, options }: Pick<FoundVariant, 'name' | 'options'>) =>
  options === '' ? name : `${name}, ${options}`

/** What it would cost; asked anew with every change. */
export const bundlePreview = (variantId: string, bundle: Bundle) =>
  queryOptions({
    queryKey: ['catalog', 'bundlePreview', variantId, bundle],
    queryFn: ({ signal }) => answer(api.POST('/api/bundle-previews', { body: { variantId, bundle }, signal })),
    enabled: bundle.groups.length > 0 && bundle.groups.every(({ options }) => options.length > 0),
    retry: false,
    placeholderData: (before) => before,
  })

export function putBundle(id: string, version: number, body: Bundle) {
  return answer(
    api.PUT('/api/products/{id}/bundle', { params: { path: { id } }, headers: { 'If-Match': `"${version}"` }, body }),
  )
}

interface NewProduct {
  readonly kind: Kind
  readonly handle: string
  readonly names: Record<string, string>
  readonly sku: string
}

export function createProduct({ sku, ...product }: NewProduct, key: string) {
  return answer(
    api.POST('/api/products', { headers: { 'Idempotency-Key': key }, body: { ...product, variants: [{ sku }] } }),
  )
}

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Picture } from '../../ui/form/media-input.tsx'
import type { Money } from '../../ui/format-money.ts'
import type { BulkTarget } from '../../ui/list/list-screen.tsx'
import { answer, api, type Got, type RowOf } from '../../client/api.ts'

export type Product = Got<'/api/products/{id}'>
export type ProductRow = RowOf<Got<'/api/products'>>
export type ProductVersion = RowOf<Got<'/api/products/{id}/versions'>>
export type ProductState = ProductRow['state']
export type VariantPrices = RowOf<Got<'/api/products/{id}/prices'>>

/** Found by its SKU; what is left out stays as it is. */
export interface VariantChange {
  readonly sku: string
  readonly gtin?: string | null
  readonly weightGrams?: number
  readonly requiresShipping?: boolean
  readonly attributes?: AttributeValues
  readonly content?: { amount: string; unit: ContentUnit } | null
}

type AttributeValues = Record<string, string | boolean | string[] | Record<string, string> | null>
export type ContentUnit = NonNullable<Product['variants'][number]['content']>['unit']

export interface ProductChange {
  readonly names: Record<string, string>
  readonly descriptions: Record<string, string>
  readonly vendor: string
  readonly tags: string[]
  readonly categoryId: string | null
  readonly variants: VariantChange[]
  readonly familyCode: string | null
  readonly attributes: AttributeValues
  readonly makerId: string | null
  readonly responsibleId: string | null
  readonly warnings: Record<string, string>
  readonly hsCode: string | null
  readonly originCountry: string | null
  readonly durabilityYears: number | null
  readonly passportUrl: string | null
}

export const productDetail = (id: string) =>
  queryOptions({
    queryKey: ['catalog', 'product', id],
    queryFn: ({ signal }) => answer(api.GET('/api/products/{id}', { params: { path: { id } }, signal })),
  })

/** The newest first, ten at a time. */
export const productVersions = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['catalog', 'versions', id],
    queryFn: ({ pageParam, signal }) => {
      const query = pageParam === null ? {} : { below: pageParam }
      return answer(api.GET('/api/products/{id}/versions', { params: { path: { id }, query }, signal }))
    },
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
  })

interface Restoration {
  readonly version: number
  readonly field: string | undefined
  readonly reason: string
}

/** As a new version; refused with 409 when somebody saved since. */
export function restoreProduct({ id, version: seen }: Pick<Product, 'id' | 'version'>, to: Restoration) {
  const { version, field, reason } = to
  return answer(
    api.POST('/api/products/{id}/restorations', {
      params: { path: { id }, header: { 'If-Match': `"${seen}"` } },
      body: { version, ...(field === undefined ? {} : { field }), ...(reason === '' ? {} : { reason }) },
    }),
  )
}

export const productPrices = (id: string) =>
  queryOptions({
    queryKey: ['catalog', 'prices', id],
    queryFn: ({ signal }) => answer(api.GET('/api/products/{id}/prices', { params: { path: { id } }, signal })),
  })

interface PriceToSet {
  readonly variantId: string
  readonly amount: Money
  readonly compareAt: Money | null
}

export function setPrice(price: PriceToSet) {
  return answer(api.PUT('/api/prices', { body: { prices: [price] } }))
}

/** Refused with 409 when somebody else saved since `version` was read. */
export function changeProduct({ id, version }: Pick<Product, 'id' | 'version'>, body: Partial<ProductChange>) {
  return answer(
    api.PATCH('/api/products/{id}', { params: { path: { id }, header: { 'If-Match': `"${version}"` } }, body }),
  )
}

/** All pictures in their order, with what they show. */
export function arrangePictures({ id, version }: Pick<Product, 'id' | 'version'>, pictures: readonly Picture[]) {
  const params = { path: { id }, header: { 'If-Match': `"${version}"` } }
  return answer(api.PUT('/api/products/{id}/pictures', { params, body: { pictures: [...pictures] } }))
}

export function removePicture(id: string, fileId: string) {
  return answer(api.DELETE('/api/products/{id}/pictures/{fileId}', { params: { path: { id, fileId } } }))
}

/** The name in one language; the others are read first, because a product's names are written together. */
export async function rename({ id, version }: Pick<Product, 'id' | 'version'>, language: string, name: string) {
  const { names } = await answer(api.GET('/api/products/{id}', { params: { path: { id } } }))
  const changed = await changeProduct({ id, version }, { names: { ...names, [language]: name } })
  return { version: changed.version }
}

export type BulkAction = 'publish' | 'unpublish' | 'set-category' | 'add-tag'

interface BulkChange {
  readonly target: BulkTarget
  readonly action: BulkAction
  readonly value?: string | null
}

/** Rehearsed first (`dryRun`), then made. */
export function changeProducts({ target, action, value }: BulkChange, dryRun: boolean) {
  const body = { ...target, action, dryRun, ...(value === undefined ? {} : { value }) }
  return answer(api.POST('/api/products/bulk', { body }))
}

export function undoBulkChange(token: string) {
  return answer(api.POST('/api/bulk-undos/{token}', { params: { path: { token } } }))
}

export const categories = queryOptions({
  queryKey: ['catalog', 'categories'],
  queryFn: ({ signal }) => answer(api.GET('/api/categories', { signal })),
})

export function setPublication(id: string, published: boolean) {
  const params = { path: { id } }
  return published
    ? answer(api.PUT('/api/products/{id}/publication', { params }))
    : answer(api.DELETE('/api/products/{id}/publication', { params }))
}

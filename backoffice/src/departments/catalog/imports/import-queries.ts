import { queryOptions } from '@tanstack/react-query'
import { answer, api, type Got, type RowOf } from '../../../client/api.ts'
import { upload } from '../../../ui/form/upload.ts'

export type ProductImport = Got<'/api/product-imports/{id}'>
export type ImportRow = RowOf<Got<'/api/product-imports'>>
export type ImportReport = NonNullable<ProductImport['report']>
export type ImportFormat = ProductImport['format']
export type ImportedLine = RowOf<Got<'/api/product-imports/{id}/products'>>
export type RefusedPlace = RowOf<Got<'/api/product-imports/{id}/refusals'>>

/** While a task is at it, somebody else's too, its state is looked at again. */
const AT_WORK: readonly string[] = ['trying', 'running', 'undoing']
const LOOK_AGAIN_MS = 1_500

export const isAtWork = ({ state }: Pick<ProductImport, 'state'>) => AT_WORK.includes(state)

export const importDetail = (id: string) =>
  queryOptions({
    queryKey: ['catalog', 'import', id],
    queryFn: ({ signal }) => answer(api.GET('/api/product-imports/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data && isAtWork(state.data) ? LOOK_AGAIN_MS : false),
  })

export const SHOWN_ROWS = 200

export const importRefusals = (id: string, version: string) =>
  queryOptions({
    queryKey: ['catalog', 'import', id, 'refusals', version],
    queryFn: ({ signal }) => {
      const params = { path: { id }, query: { limit: SHOWN_ROWS } }
      return answer(api.GET('/api/product-imports/{id}/refusals', { params, signal }))
    },
  })

export const importedProducts = (id: string, { kept, version }: { kept: boolean; version: string }) =>
  queryOptions({
    queryKey: ['catalog', 'import', id, 'products', kept, version],
    queryFn: ({ signal }) => {
      const params = { path: { id }, query: { limit: SHOWN_ROWS, kept } }
      return answer(api.GET('/api/product-imports/{id}/products', { params, signal }))
    },
  })

const FORMATS_OF_OTHERS: readonly ImportFormat[] = ['fondaco', 'shopify', 'woocommerce', 'spree', 'medusa']

/** Takes the file; where its format is known, its trial begins at once. */
export async function receiveImport(file: File, signal: AbortSignal): Promise<string> {
  const name = encodeURIComponent(file.name.slice(0, 200))
  const address = `/api/product-imports/files?name=${name}`
  const { id } = (await upload(address, file, { onProgress: () => {}, signal })) as { id: string }
  const { format } = await answer(api.GET('/api/product-imports/{id}', { params: { path: { id } } }))
  if (FORMATS_OF_OTHERS.includes(format)) await tryImport(id)
  return id
}

/** Looked at again while some are being fetched. */
export const importPictures = (id: string, version: string) =>
  queryOptions({
    queryKey: ['catalog', 'import', id, 'pictures', version],
    queryFn: ({ signal }) => {
      const params = { path: { id }, query: { limit: SHOWN_ROWS } }
      return answer(api.GET('/api/product-imports/{id}/pictures', { params, signal }))
    },
    refetchInterval: ({ state }) => ((state.data?.waiting ?? 0) > 0 ? LOOK_AGAIN_MS : false),
  })

export function fetchPicturesAgain(id: string) {
  return answer(api.POST('/api/product-imports/{id}/picture-fetches', { params: { path: { id } } }))
}

export interface ImportPlan {
  readonly format: ImportFormat
  readonly mapping: (string | null)[] | null
  readonly currency: string | null
  readonly location: string | null
}

export function planImport(id: string, body: ImportPlan) {
  return answer(api.PUT('/api/product-imports/{id}/plan', { params: { path: { id } }, body }))
}

export function tryImport(id: string) {
  return answer(api.POST('/api/product-imports/{id}/trial', { params: { path: { id } } }))
}

export function runImport(id: string) {
  return answer(api.POST('/api/product-imports/{id}/execution', { params: { path: { id } } }))
}

export function undoImport(id: string) {
  return answer(api.POST('/api/product-imports/{id}/reversal', { params: { path: { id } } }))
}

export function keepMapping(name: string, body: { headings: string[]; fields: (string | null)[] }) {
  return answer(api.PUT('/api/import-mappings/{name}', { params: { path: { name } }, body }))
}

import { Readable } from 'node:stream'
import { listAttributes, listHandlesOf } from '../../../departments/catalog/index.ts'
import { listMarkets } from '../../../departments/organisation/index.ts'
import type { House } from '../../../host/context.ts'
import { BYTE_ORDER_MARK, csvLine } from '../../../host/csv/write-csv.ts'
import type { FileAnswer } from '../../../host/http/file-answer.ts'
import { escapeHtml } from '../../../host/http/html.ts'
import { MOST_XLSX_ROWS } from '../../../host/lists/export-list.ts'
import type { ListQuery } from '../../../host/lists/selection.ts'
import { buildWorkbook } from '../../../host/lists/workbook.ts'
import { hostRefusals } from '../../../host/refusals.ts'
import { cleanRichText, isRichText } from '../../../host/rich-text/rich-text.ts'
import { isCurrencyCode, type CurrencyCode } from '../../../kernel/currency.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { localDateIn } from '../../../kernel/time.ts'
import { importProductsRefusals } from '../../import-products/index.ts'
import { rowsOfFile, type ExportForm, type FileToWrite } from '../export-products.ts'

export interface ProductFile {
  readonly form: ExportForm
  readonly format: 'csv' | 'xlsx'
  readonly stock: boolean
  readonly costs: boolean
  readonly currency?: string | undefined
  readonly location?: string | undefined
  /** Those with these ids, or those that the list shows by this; all of them unless told. */
  readonly ids?: readonly string[] | undefined
  readonly selection?: ListQuery | undefined
  /** By which Excel knows UTF-8. */
  readonly bom?: boolean | undefined
}

const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** A file of products, written while it is sent; a workbook is built as a whole. */
export async function writeProductFile(house: House, asked: ProductFile): Promise<Result<FileAnswer>> {
  const { form, format, ids, selection } = asked
  const place = await placeOf(house, asked)
  if (!place.ok) return place
  const handles = ids || selection ? await listHandlesOf(house.database, { ids, selection }) : ok(undefined)
  if (!handles.ok) return handles
  const file: FileToWrite = {
    form,
    locationCode: place.value.location,
    handles: handles.value,
    settings: {
      currency: place.value.currency,
      stock: asked.stock,
      costs: asked.costs,
      attributes: form === 'fondaco' ? await listAttributes(house.database) : [],
      addressOf: (fileId) => `${house.publicUrl}/files/${fileId}/1280.webp`,
      toHtml,
    },
  }
  const name = `products-${form}-${localDateIn(house.clock.now(), 'UTC')}.${format}`
  const mediaType = MEDIA_TYPES[format]
  if (format === 'csv') return ok({ name, mediaType, body: Readable.from(linesOf(house, file, asked.bom ?? false)) })
  const body = await workbookOf(house, file)
  return body.ok ? ok({ name, mediaType, bytes: body.value.length, body: body.value }) : body
}

async function placeOf(
  house: House,
  { currency, location }: ProductFile,
): Promise<Result<{ currency: CurrencyCode; location: string }>> {
  const [first] = await listMarkets(house.database)
  const said = currency ?? first?.currency
  if (said === undefined) return importProductsRefusals.no_market()
  if (!isCurrencyCode(said))
    return importProductsRefusals.unknown_currency({ field: 'currency', params: { currency: said } })
  return ok({ currency: said, location: location ?? first?.locationCode ?? '' })
}

async function* linesOf(house: House, file: FileToWrite, bom: boolean): AsyncGenerator<string> {
  if (bom) yield BYTE_ORDER_MARK
  for await (const rows of rowsOfFile(house, file)) yield rows.map(csvLine).join('')
}

async function workbookOf(house: House, file: FileToWrite): Promise<Result<Buffer>> {
  const all: (readonly string[])[] = []
  for await (const rows of rowsOfFile(house, file)) {
    all.push(...rows)
    if (all.length > MOST_XLSX_ROWS + 1)
      return hostRefusals.export_too_large({ field: 'format', params: { limit: MOST_XLSX_ROWS } })
  }
  const [headings = [], ...rows] = all
  const cells = rows.map((row) => row.map((text) => ({ kind: 'text', text }) as const))
  return ok(await buildWorkbook({ name: 'products', headings, rows: cells }))
}

/** Plain text as paragraphs; what is written with headings and lists as it is. */
function toHtml(text: string): string {
  if (text === '' || isRichText(text)) return cleanRichText(text)
  const paragraphs = text.split(/\n{2,}/).map((part) => escapeHtml(part).replaceAll('\n', '<br>'))
  return paragraphs.map((part) => `<p>${part}</p>`).join('')
}

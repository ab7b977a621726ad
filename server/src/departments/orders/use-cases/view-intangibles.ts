import { ok, type Result } from '../../../kernel/result.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { listDownloads, loadKindTerms, type Download } from '../../catalog/index.ts'
import type { Reader } from '../../organisation/index.ts'
import { consentsAsked, type Consent, type ConsentKind } from '../domain/consent.ts'
import { accessOf, downloadsLeft, withdrawalEnd, type Access } from '../domain/download-access.ts'
import { refusals } from '../domain/refusals.ts'
import { findIntangibles, type IntangibleLine, type IntangiblesOfOrder, type Taken } from '../queries/downloads.ts'
import { productsOfVariants } from '../queries/products-of-lines.ts'

export interface FileToDownload {
  readonly file: Download
  /** Since it was given anew, where it was. */
  readonly taken: number
  /** Null: as often as they like. */
  readonly left: number | null
}

export interface DownloadsOfLine {
  readonly line: IntangibleLine
  readonly access: Access
  readonly files: readonly FileToDownload[]
  readonly log: readonly Taken[]
}

export interface Intangibles {
  readonly downloads: readonly DownloadsOfLine[]
  readonly services: readonly { readonly line: IntangibleLine; readonly notes: Readonly<Record<string, string>> }[]
  readonly consents: readonly Consent[]
  /** What could still be agreed to, so that it begins earlier. */
  readonly missing: readonly ConsentKind[]
  /** When the withdrawal period is over. */
  readonly withdrawalEndsAt: Date
  /** Of who sells: its days are counted there. */
  readonly timeZone: string
}

/** What of an order is downloaded or done for somebody, and how it stands with that now. */
export async function viewIntangibles(reader: Reader, orderId: string, now: Date): Promise<Result<Intangibles>> {
  const order = isUuid(orderId) ? await findIntangibles(reader, orderId) : undefined
  if (!order) return refusals.not_found()
  const ofFiles = order.lines.filter(({ right }) => right !== null)
  const ofServices = order.lines.filter(({ kind }) => kind === 'service')
  const [files, notes] = await Promise.all([
    listDownloads(
      reader,
      ofFiles.flatMap(({ right }) => right?.productId ?? []),
    ),
    notesOf(reader, ofServices),
  ])
  const withdrawalEndsAt = withdrawalEnd(order.placedAt, order.timeZone)
  return ok({
    downloads: ofFiles.map((line) => downloadsOf(order, line, { files, now })),
    services: ofServices.map((line) => ({ line, notes: notes.get(line.variantId) ?? {} })),
    consents: order.consents,
    missing: now < withdrawalEndsAt ? missingOf(order) : [],
    withdrawalEndsAt,
    timeZone: order.timeZone,
  })
}

function missingOf({ state, lines, forCompany, consents }: IntangiblesOfOrder): ConsentKind[] {
  if (state !== 'paid' && state !== 'awaiting_payment') return []
  const kinds = lines.map(({ kind }) => kind)
  return consentsAsked(kinds, forCompany).filter((kind) => !consents.some((given) => given.kind === kind))
}

function downloadsOf(
  order: IntangiblesOfOrder,
  line: IntangibleLine,
  { files, now }: { readonly files: readonly Download[]; readonly now: Date },
): DownloadsOfLine {
  const { right, position } = line
  if (!right) throw new Error('a line with files has a right to them')
  const log = order.taken.filter((one) => one.position === position)
  const counted = log.filter(({ at }) => right.renewedAt === null || at > right.renewedAt)
  const consentAt = order.consents.find(({ kind }) => kind === 'digital')?.at ?? null
  return {
    line,
    log,
    access: accessOf({ ...order, consentAt }, right, now),
    files: files
      .filter(({ productId }) => productId === right.productId)
      .map((file) => {
        const taken = counted.filter(({ fileId }) => fileId === file.fileId).length
        return { file, taken, left: downloadsLeft(right.limit, taken) }
      }),
  }
}

/** Variant id -> where its service is given, as the catalogue says it now. */
async function notesOf(reader: Reader, lines: readonly IntangibleLine[]) {
  const products = await productsOfVariants(
    reader,
    lines.map(({ variantId }) => variantId),
  )
  const terms = await loadKindTerms(reader, [...new Set(products.values())])
  return new Map([...products].map(([variantId, productId]) => [variantId, terms.get(productId)?.notes ?? {}]))
}

import type { Database } from '../../../../host/database/pool.ts'
import { ok, type Result } from '../../../../kernel/result.ts'
import { kindRefusals } from '../../domain/kinds/kind-refusals.ts'
import type { Download } from '../../domain/kinds/kind-terms.ts'
import { listDownloads, listDownloadVersions, loadKindTerms } from '../../queries/kinds/kind-terms.ts'
import { readProductKind } from '../../queries/read-kind.ts'

/** How a product that lies on no shelf reaches its buyers: its terms, and its files with their versions. */
export async function viewKindTerms(reader: Pick<Database, 'rows'>, productId: string) {
  const kind = await readProductKind(reader, productId, 'en')
  if (!kind.ok) return kind
  const [terms, versions] = await Promise.all([
    loadKindTerms(reader, [productId]),
    listDownloadVersions(reader, productId),
  ])
  const { downloadLimit = null, downloadDays = null, notes = {} } = terms.get(productId) ?? {}
  return ok({
    kind: kind.value.kind,
    version: kind.value.version,
    downloadLimit,
    downloadDays,
    notes: { ...notes },
    downloads: versions
      .filter(({ endedAt }) => endedAt === null)
      .map(({ fileId, number, name, mediaType, bytes, addedAt }) => ({
        fileId,
        number,
        name,
        mediaType,
        bytes,
        addedAt: addedAt.toISOString(),
      })),
  })
}

export async function getDownload(
  reader: Pick<Database, 'rows'>,
  { productId, fileId }: { readonly productId: string; readonly fileId: string },
): Promise<Result<Download>> {
  const file = (await listDownloads(reader, [productId])).find((one) => one.fileId === fileId)
  return file ? ok(file) : kindRefusals.download_not_found()
}

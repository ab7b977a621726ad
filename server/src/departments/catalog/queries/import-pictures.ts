import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import type { PictureReason } from '../domain/import-picture.ts'

type Reader = Pick<Database, 'rows'>

export interface PictureCounts {
  readonly waiting: number
  readonly done: number
  readonly failed: number
}

export async function countImportPictures(reader: Reader, importId: string): Promise<PictureCounts> {
  const rows = await reader.rows(sql<{ state: keyof PictureCounts; n: number }>`
    SELECT state, count(*)::int AS n FROM catalog.import_picture WHERE import_id = ${importId}::uuid GROUP BY state`)
  return { waiting: 0, done: 0, failed: 0, ...Object.fromEntries(rows.map(({ state, n }) => [state, n])) }
}

export interface FailedPicture {
  readonly number: number
  readonly row: number
  readonly handle: string
  readonly address: string
  readonly reason: PictureReason
}

export function listFailedPictures(
  reader: Reader,
  { importId, after, limit }: { readonly importId: string; readonly after: number; readonly limit: number },
): Promise<FailedPicture[]> {
  return reader.rows(sql<FailedPicture>`
    SELECT number, row, handle, address, reason FROM catalog.import_picture
    WHERE import_id = ${importId}::uuid AND state = 'failed' AND number > ${after} ORDER BY number LIMIT ${limit}`)
}

export interface WaitingPicture {
  readonly address: string
  readonly attempts: number
  /** Whose pictures they are. */
  readonly productIds: readonly string[]
}

/** Addresses that are due, each once however many products show it. */
export function listWaitingPictures(
  reader: Reader,
  { importId, now, limit }: { readonly importId: string; readonly now: Date; readonly limit: number },
): Promise<WaitingPicture[]> {
  return reader.rows(sql<WaitingPicture>`
    SELECT address, max(attempts)::int AS attempts, array_agg(DISTINCT product_id::text) AS "productIds"
    FROM catalog.import_picture WHERE import_id = ${importId}::uuid AND state = 'waiting' AND due_at <= ${now}
    GROUP BY address ORDER BY min(number) LIMIT ${limit}`)
}

/** When the next one is due; undefined where none waits. */
export async function findNextPicture(reader: Reader, importId: string): Promise<Date | undefined> {
  const [row] = await reader.rows(sql<{ at: Date | null }>`
    SELECT min(due_at) AS at FROM catalog.import_picture WHERE import_id = ${importId}::uuid AND state = 'waiting'`)
  return row?.at ?? undefined
}

/** Address -> the file that was fetched from it; and of our own addresses, the file that they show. */
export async function loadPictureSources(
  reader: Reader,
  {
    addresses,
    own,
  }: {
    readonly addresses: readonly string[]
    /** Address -> id of a file. */ readonly own: ReadonlyMap<string, string>
  },
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows(sql<{ address: string; fileId: string }>`
    SELECT address, file_id AS "fileId" FROM catalog.picture_source WHERE address = ANY(${addresses}::text[])
    UNION ALL SELECT o.address, f.id FROM unnest(${[...own.keys()]}::text[], ${[...own.values()]}::uuid[]) AS o(address, id)
    JOIN host.file f ON f.id = o.id`)
  return new Map(rows.map(({ address, fileId }) => [address, fileId]))
}

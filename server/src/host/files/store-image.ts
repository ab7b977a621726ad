import { createHash } from 'node:crypto'
import type { House } from '../context.ts'
import { newId } from '../clock.ts'
import type { Database } from '../database/pool.ts'
import { sql } from '../database/sql.ts'
import { originalPath, readIfThere, writeWhole } from './folder.ts'
import { cleanPicture, type PictureFlaw } from './picture.ts'

export interface StoredImage {
  readonly fileId: string
  readonly width: number
  readonly height: number
}

export type StoreOutcome = { readonly stored: StoredImage } | { readonly flaw: PictureFlaw }

interface FileRow {
  readonly id: string
  readonly sha256: string
  readonly media_type: string
  readonly width: number
  readonly height: number
}

/**
 * Keeps a picture on disk below `folder` and gives it an id. The address is the hash of the bytes as they were handed in, so
 * the same upload twice is one file; what is kept is the picture cleaned of metadata (cleanPicture). Works outside any
 * transaction, since decoding takes long: a caller that fails afterwards leaves a file that nothing refers to, and the next
 * upload of the same bytes finds it again. The narrower copies are made when first asked for (serve-variant.ts).
 */
export async function storeImage(
  house: Pick<House, 'database' | 'clock'>,
  folder: string,
  bytes: Buffer,
): Promise<StoreOutcome> {
  const sha256 = hashOf(bytes)
  const known = await findRow(house.database, sha256)
  if (known && (await readIfThere(originalPath(folder, sha256, known.media_type)))) return { stored: storedOf(known) }
  const picture = await cleanPicture(bytes)
  if (typeof picture === 'string') return { flaw: picture }
  await writeWhole(originalPath(folder, sha256, picture.mediaType), picture.bytes)
  await house.database.rows(sql`
    INSERT INTO host.file (id, sha256, media_type, width, height, bytes, created_at)
    VALUES (${newId()}, ${sha256}, ${picture.mediaType}, ${picture.width}, ${picture.height}, ${picture.bytes.length},
      ${house.clock.now()})
    ON CONFLICT (sha256) DO NOTHING`)
  const row = await findRow(house.database, sha256)
  if (!row) throw new Error('The file was stored and is not there')
  return { stored: storedOf(row) }
}

/** The id that these bytes have already, without storing anything: a dry run's look. */
export async function findStoredImage(
  database: Pick<Database, 'row'>,
  bytes: Buffer,
): Promise<StoredImage | undefined> {
  const row = await findRow(database, hashOf(bytes))
  return row && storedOf(row)
}

export function findFile(database: Pick<Database, 'row'>, id: string): Promise<FileRow | undefined> {
  return database.row(sql<FileRow>`SELECT id, sha256, media_type, width, height FROM host.file WHERE id = ${id}::uuid`)
}

export type { FileRow }

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

function findRow(database: Pick<Database, 'row'>, sha256: string): Promise<FileRow | undefined> {
  return database.row(sql<FileRow>`
    SELECT id, sha256, media_type, width, height FROM host.file WHERE sha256 = ${sha256}`)
}

const storedOf = (row: FileRow): StoredImage => ({ fileId: row.id, width: row.width, height: row.height })

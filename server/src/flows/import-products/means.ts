import type { Context } from '../../host/context.ts'
import type { Result } from '../../kernel/result.ts'
import type { ImportedOutcome } from './import-chunk.ts'
import type { RowRefusal } from './report.ts'
import type { FileRow } from './rows/read-columns.ts'
import type { PictureSource } from './stored-pictures.ts'

/** Some products of the file, written or rehearsed together. */
export interface ChunkDone {
  /** Sound products of the file before this chunk, and up to its end. */
  readonly from: number
  readonly done: number
  readonly outcomes: readonly ImportedOutcome[]
  readonly refused: readonly RowRefusal[]
  /** Of its prices, and of its stock. */
  readonly currency: string
  readonly location: string
}

export type TableRead = { readonly rows: readonly FileRow[] } | { readonly flawLine: number }

/** What the flow needs of the world: filled by jobs/with-host.ts, and by nothing else. */
export interface ImportMeans {
  readonly readTable: (file: string | Uint8Array) => Promise<TableRead>
  /** Runs a command in a transaction of its own. */
  readonly run: <T>(command: (ctx: Context) => Promise<Result<T>>) => Promise<Result<T>>
  /** Runs a command and rolls back whatever it did. */
  readonly rehearse: <T>(command: (ctx: Context) => Promise<Result<T>>) => Promise<Result<T>>
  /** Whether who imports may see and set what goods cost. */
  readonly mayCost: boolean
  readonly pictures: PictureSource | undefined
  /** Address -> the file that is known of it; where pictures are fetched from their addresses. */
  readonly knownPictures: ((addresses: readonly string[]) => Promise<ReadonlyMap<string, string>>) | undefined
  readonly onProgress: (done: number, total: number) => void
  /** Asked between chunks; what is written by then stays. */
  readonly stopAsked: () => Promise<boolean>
  /** Written in the transaction of each chunk, that what was done is known whenever it is done. */
  readonly keep?: ((ctx: Context, chunk: ChunkDone) => void | Promise<void>) | undefined
}

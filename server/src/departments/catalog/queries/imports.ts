import type { Database } from '../../../host/database/pool.ts'
import { fragment, sql } from '../../../host/database/sql.ts'
import type { Refusal } from '../../../kernel/result.ts'
import type { ImportChange, ImportRecord, KeptChange } from '../domain/import-record.ts'

export const importColumns = fragment`
  i.id, i.name, i.format, i.columns, i.state, i.mapping, i.currency, i.location, i.report, i.problem, i.done, i.created, i.changed,
  i.unchanged, i.refused, i.undone, i.kept_back AS "keptBack", i.task_id AS "taskId", i.actor, i.created_at AS "createdAt",
  i.started_at AS "startedAt", i.finished_at AS "finishedAt", i.undone_at AS "undoneAt", i.whole,
  (i.state IN ('trying', 'running', 'undoing') AND CASE
    WHEN i.task_id IS NULL THEN coalesce(i.heard_at < now() - interval '2 minutes', true)
    ELSE NOT EXISTS (SELECT 1 FROM host.task t WHERE t.id = i.task_id AND t.state IN ('waiting', 'running')) END) AS stalled`

export function findImport(reader: Pick<Database, 'row'>, id: string): Promise<ImportRecord | undefined> {
  return reader.row(sql<ImportRecord>`SELECT ${importColumns} FROM catalog.import i WHERE i.id = ${id}::uuid`)
}

/** Whether any file was ever brought. */
export async function hasImports(reader: Pick<Database, 'row'>): Promise<boolean> {
  return (await reader.row(sql`SELECT 1 AS one FROM catalog.import LIMIT 1`)) !== undefined
}

/** Undefined once it was forgotten. */
export async function findImportFile(reader: Pick<Database, 'row'>, id: string): Promise<Buffer | undefined> {
  const row = await reader.row(
    sql<{ bytes: Buffer }>`SELECT bytes FROM catalog.import_file WHERE import_id = ${id}::uuid`,
  )
  return row?.bytes
}

export interface ImportedLine {
  readonly number: number
  readonly productId: string
  readonly handle: string
  readonly created: boolean
  readonly differences: readonly ImportChange[]
  readonly undoneAt: Date | null
  readonly kept: readonly KeptChange[]
}

export interface LinesAsked {
  readonly importId: string
  readonly after: number
  readonly limit: number
  /** Only those of which something could not be set back. */
  readonly kept: boolean
}

export function listImportedProducts(
  reader: Pick<Database, 'rows'>,
  { importId, after, limit, kept }: LinesAsked,
): Promise<ImportedLine[]> {
  return reader.rows(sql<ImportedLine>`
    SELECT number, product_id AS "productId", handle, created, differences, undone_at AS "undoneAt", kept
    FROM catalog.import_product
    WHERE import_id = ${importId}::uuid AND number > ${after} AND (NOT ${kept}::boolean OR kept <> '[]')
    ORDER BY number LIMIT ${limit}`)
}

export interface RefusedPlace {
  readonly number: number
  readonly row: number
  readonly line: number
  readonly column: string
  readonly refusal: Refusal
}

export function listImportRefusals(
  reader: Pick<Database, 'rows'>,
  { importId, after, limit }: Omit<LinesAsked, 'kept'>,
): Promise<RefusedPlace[]> {
  return reader.rows(sql<RefusedPlace>`
    SELECT number, row, line, column_name AS "column", refusal FROM catalog.import_refusal
    WHERE import_id = ${importId}::uuid AND number > ${after} ORDER BY number LIMIT ${limit}`)
}

export interface ImportMapping {
  readonly name: string
  readonly headings: readonly string[]
  readonly fields: readonly (string | null)[]
}

export function listImportMappings(reader: Pick<Database, 'rows'>): Promise<ImportMapping[]> {
  return reader.rows(sql<ImportMapping>`
    SELECT name, headings, fields FROM catalog.import_mapping ORDER BY updated_at DESC, name LIMIT 200`)
}

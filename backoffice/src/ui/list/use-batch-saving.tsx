import { useQueryClient, type QueryKey } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { Held } from '../../client/held.ts'
import { Problem } from '../../client/problem.ts'
import type { Pasted } from '../data-table.tsx'
import { sayDone, sayRefused } from '../done.ts'
import type { KeysetPage } from '../use-keyset-list.ts'
import { pagesKey } from '../use-pages.ts'
import { rowsAfter, takenBack, type Batch, type Batches } from './batch.ts'
import { UndoWords } from './undo-words.tsx'

interface BatchSaving<Row> {
  readonly queryKey: QueryKey
  readonly rowId: (row: Row) => string
  readonly batches: Batches<Row> | undefined
}

/** Saves many cells with few requests: shown at once, each request's cells taken back together when the house refuses it. */
export function useBatchSaving<Row>({ queryKey, rowId, batches }: BatchSaving<Row>) {
  const client = useQueryClient()
  const t = useTranslations('ui.list')
  const show = useCallback(
    (rows: ReadonlyMap<string, Row>) =>
      client.setQueriesData<KeysetPage<Row>>({ queryKey: pagesKey(queryKey) }, (page) =>
        page?.items.some((row) => rows.has(rowId(row)))
          ? { ...page, items: page.items.map((row) => rows.get(rowId(row)) ?? row) }
          : page,
      ),
    [client, queryKey, rowId],
  )
  const saveBatch = useCallback(
    async ({ cells, save }: Batch<Row>): Promise<unknown> => {
      // A list that is read meanwhile would show the old values again.
      await client.cancelQueries({ queryKey })
      show(rowsAfter(cells, rowId))
      try {
        await save()
        return undefined
      } catch (error) {
        show(new Map(cells.map(({ row }) => [rowId(row), row])))
        return error
      }
    },
    [client, queryKey, rowId, show],
  )
  const saveAll = useCallback(
    async (cells: readonly Pasted<Row>[]) => {
      const saved: Pasted<Row>[] = []
      const wrong = new Map<Pasted<Row>, string>()
      let held: Held | undefined
      // Each after the other: what one kind changed of a row is shown when the next begins.
      const done = new Map<string, Row>()
      for (const batch of batches?.(cells) ?? []) {
        const fresh = batch.cells.map((cell) => ({ ...cell, row: done.get(rowId(cell.row)) ?? cell.row }))
        const error = await saveBatch({ ...batch, cells: fresh })
        if (error === undefined) {
          saved.push(...batch.cells)
          for (const [id, row] of rowsAfter(fresh, rowId)) done.set(id, row)
        } else if (error instanceof Held) held = error
        else for (const [cell, why] of blamed(batch, error)) wrong.set(cell, why)
      }
      return { saved, wrong, held }
      function blamed(batch: Batch<Row>, error: unknown): (readonly [Pasted<Row>, string])[] {
        const fields = error instanceof Problem ? Object.entries(error.fields) : []
        const own = new Map(
          fields.flatMap(([field, why]) => {
            const cell = batch.blame(field)
            return cell ? [[cell, why] as const] : []
          }),
        )
        const all = error instanceof Problem ? error.body.detail || error.body.title : t('notSaved')
        return batch.cells.map((cell) => [cell, own.get(cell) ?? (own.size > 0 ? t('paste.withOthers') : all)] as const)
      }
    },
    [batches, saveBatch, rowId, t],
  )
  const sayUndoable = useCallback(
    (words: string, cells: readonly Pasted<Row>[]) => {
      const back = takenBack(cells, rowId)
      if (back.length === 0) return sayDone(words)
      const undo = async () => {
        const { saved, wrong, held } = await saveAll(back)
        void client.invalidateQueries({ queryKey: [queryKey[0]] })
        const [why] = wrong.values()
        if (held) sayRefused(held, t('notSaved'))
        else if (why !== undefined) sayRefused(undefined, why)
        else sayDone(t('paste.undone', { count: saved.length }))
      }
      sayDone(<UndoWords words={words} onUndo={() => void undo()} />, { stays: true })
    },
    [client, queryKey, rowId, saveAll, t],
  )
  return { saveAll, sayUndoable }
}

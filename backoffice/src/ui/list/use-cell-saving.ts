import { useQueryClient, type QueryKey } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import type { Column } from '../column.ts'
import { sayRefused } from '../done.ts'
import type { KeysetPage } from '../use-keyset-list.ts'
import { pagesKey } from '../use-pages.ts'

/** Shows a changed cell at once, saves it, and takes it back when the house refuses; answers the refusal. */
export function useCellSaving<Row>(queryKey: QueryKey, rowId: (row: Row) => string) {
  const client = useQueryClient()
  const t = useTranslations('ui.list')
  const change = useCallback(
    (id: string, to: (row: Row) => Row) =>
      client.setQueriesData<KeysetPage<Row>>({ queryKey: pagesKey(queryKey) }, (page) =>
        page?.items.some((row) => rowId(row) === id)
          ? { ...page, items: page.items.map((row) => (rowId(row) === id ? to(row) : row)) }
          : page,
      ),
    [client, queryKey, rowId],
  )
  const saveQuietly = useCallback(
    async (row: Row, { editor }: Column<Row>, text: string): Promise<unknown> => {
      if (!editor) return undefined
      const id = rowId(row)
      // A list that is read meanwhile would show the old value again.
      await client.cancelQueries({ queryKey })
      change(id, (now) => editor.apply(now, text))
      try {
        const rest = await editor.save(row, text)
        change(id, (now) => ({ ...now, ...rest }))
        return undefined
      } catch (error) {
        change(id, () => row)
        return error
      }
    },
    [client, queryKey, rowId, change],
  )
  const readAgain = useCallback(() => client.invalidateQueries({ queryKey: [queryKey[0]] }), [client, queryKey])
  const save = useCallback(
    (row: Row, column: Column<Row>, text: string) =>
      void saveQuietly(row, column, text).then((error) => {
        if (error) sayRefused(error, t('notSaved'))
        return readAgain()
      }),
    [saveQuietly, readAgain, t],
  )
  return { save, saveQuietly, readAgain }
}

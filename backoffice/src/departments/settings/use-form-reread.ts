import { useQueryClient, type QueryKey } from '@tanstack/react-query'
import type { Field } from '../../ui/form/field.ts'
import type { Loaded } from '../../ui/form/record-state.ts'
import { loadedOf } from '../../ui/form/use-record-form.ts'

interface Coded {
  readonly code: string
  readonly version: number
}

/** How a form reads a definition anew when somebody else saved it meanwhile; for a new one there is nothing to read. */
export function useFormReread<Record extends Coded>(
  list: { readonly queryKey: QueryKey },
  record: Record | undefined,
  /** A record as its form has it. */
  formOf: (record: Record) => object = (one) => one,
) {
  const client = useQueryClient()
  return (fields: readonly Field[]) => {
    if (!record) return {}
    const reread = async (): Promise<Loaded> => {
      await client.refetchQueries({ queryKey: list.queryKey })
      const items = client.getQueryData<{ readonly items: readonly Record[] }>(list.queryKey)?.items
      const found = items?.find(({ code }) => code === record.code) ?? record
      return loadedOf(fields, formOf(found), found.version)
    }
    return { reread }
  }
}

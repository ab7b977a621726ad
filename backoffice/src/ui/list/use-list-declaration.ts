import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useLocale } from 'use-intl'
import { marketNames } from '../../app/market-names.ts'
import { listDeclaration, type ListDeclaration, type ListPath } from './list-queries.ts'

/**
 * What a list says of its columns. Lists know markets by code, and people by name: cells and conditions say the name, and a list that
 * does not say which markets there are can be narrowed to each.
 */
export function useListDeclaration(department: string, path: ListPath): ListDeclaration | undefined {
  const locale = useLocale()
  const { data: declared } = useQuery(listDeclaration(department, path, locale))
  const hasMarket = declared?.columns.some(({ key }) => key === 'market') ?? false
  const { data: markets } = useQuery({ ...marketNames(locale), enabled: hasMarket })
  return useMemo(() => {
    if (!declared || !markets) return declared
    const named = markets.items.map(({ code, name }) => ({ value: code, label: name }))
    return {
      ...declared,
      columns: declared.columns.map((column) => {
        if (column.key !== 'market') return column
        const said = column.values?.map(({ value }) => value)
        return { ...column, values: said ? named.filter(({ value }) => said.includes(value)) : named }
      }),
    }
  }, [declared, markets])
}

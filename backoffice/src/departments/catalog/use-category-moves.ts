import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { CategoryLine } from './category-queries.ts'
import { moveCategory } from './category-queries.ts'
import { movedInTree, type TreePlace } from './category-tree.ts'
import { categories } from './queries.ts'

interface Move {
  readonly id: string
  readonly place: TreePlace
}

/** Shown at once, one after another at the house; what it refuses is put back by what it then says. */
export function useCategoryMoves() {
  const client = useQueryClient()
  const mutationKey = ['catalog', 'category-moves']
  const { mutate, error } = useMutation({
    mutationKey,
    scope: { id: 'category-moves' },
    mutationFn: ({ id, place }: Move) => moveCategory(id, place),
    onSettled: () =>
      client.isMutating({ mutationKey }) === 1 && void client.invalidateQueries({ queryKey: ['catalog'] }),
  })
  const move = (id: string, place: TreePlace) => {
    void client.cancelQueries({ queryKey: categories.queryKey })
    client.setQueryData(
      categories.queryKey,
      (read) => read && { ...read, items: [...movedInTree<CategoryLine>(read.items, id, place)] },
    )
    mutate({ id, place })
  }
  return { move, error }
}

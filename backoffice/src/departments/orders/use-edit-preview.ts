import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { editPreview } from './edit-queries.ts'
import type { Order } from './queries.ts'
import { saysSomething, type OrderEdit } from './use-order-edit.ts'

const PAUSE_MS = 300

/** What the change would come to, asked a moment after the last stroke; who asks for the same gets the same answer. */
export function useEditPreview(order: Order, edit: OrderEdit) {
  const [asked] = useDebouncedValue(edit.wish, PAUSE_MS)
  return useQuery({
    ...editPreview(order.id, order.version, asked),
    enabled: edit.isChanged && edit.isSound && saysSomething(asked),
    placeholderData: keepPreviousData,
  })
}

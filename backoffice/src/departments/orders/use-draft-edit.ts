import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { saveDraft, wishOfDraft, type Draft, type DraftWish } from './draft-queries.ts'

const PAUSE_MS = 500

/**
 * A draft as it stands on the screen: what is typed is kept by the house after a moment, and priced anew. While a price lacks its reason,
 * nothing is sent.
 */
export function useDraftEdit(draft: Draft) {
  const client = useQueryClient()
  const [wish, setWish] = useState<DraftWish>(() => wishOfDraft(draft))
  const [asked] = useDebouncedValue(wish, PAUSE_MS)
  const [kept, setKept] = useState(() => ({ text: JSON.stringify(wish), version: draft.version }))
  const { mutate, error, isPending, variables } = useMutation({
    mutationFn: (next: DraftWish) => saveDraft(draft.id, { wish: next, version: kept.version }),
    onSuccess: async ({ version }, next) => {
      setKept({ text: JSON.stringify(next), version })
      await client.invalidateQueries({ queryKey: ['orders', 'draft', draft.id] })
    },
  })
  const needsReason = wish.lines.some(({ unitPrice }) => unitPrice !== undefined) && !wish.priceNote?.trim()
  const isOpen = draft.orderId === null
  // What was refused is sent again once it is typed otherwise, not by itself.
  const isRefused = error !== null && variables === asked
  useEffect(() => {
    const isNew = JSON.stringify(asked) !== kept.text
    if (isOpen && isNew && !isRefused && !isPending && !needsReason && asked === wish) mutate(asked)
  }, [asked, wish, isOpen, isRefused, isPending, needsReason, kept.text, mutate])
  const change = (part: Partial<DraftWish>) => setWish((before) => ({ ...before, ...part }))
  return {
    wish,
    change,
    error,
    needsReason,
    /** Whether all that is typed is kept, and the totals are those of it. */
    isKept: !isPending && JSON.stringify(wish) === kept.text,
    setLine: (variantId: string, part: Partial<DraftWish['lines'][number]>) =>
      setWish((before) => ({
        ...before,
        lines: before.lines.map((line) => (line.variantId === variantId ? { ...line, ...part } : line)),
      })),
    usualPrice: (variantId: string) =>
      setWish((before) => ({
        ...before,
        lines: before.lines.map((line) =>
          line.variantId === variantId ? { variantId, quantity: line.quantity } : line,
        ),
      })),
    remove: (variantId: string) =>
      setWish((before) => ({ ...before, lines: before.lines.filter((line) => line.variantId !== variantId) })),
    add: (variantId: string) =>
      setWish((before) => ({
        ...before,
        lines: before.lines.some((line) => line.variantId === variantId)
          ? before.lines.map((line) => (line.variantId === variantId ? { ...line, quantity: line.quantity + 1 } : line))
          : [...before.lines, { variantId, quantity: 1 }],
      })),
  }
}

export type DraftEdit = ReturnType<typeof useDraftEdit>

import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useLocale } from 'use-intl'
import { onTopOf, settled, type Choices, type Loaded, type RecordState } from '../../ui/form/record-state.ts'
import { saveMerging } from '../../ui/form/save-merging.ts'
import { lastSaver } from './last-saver.ts'
import { draftDetail, saveDraft } from './draft-queries.ts'
import { wishOfDraft, type Draft, type DraftWish } from './draft-wish.ts'
import { changedValues, keyOfBundle, valuesOfWish, wishOfValues } from './draft-values.ts'

const PAUSE_MS = 500

type Bundle = NonNullable<DraftWish['bundles']>[number]

interface Kept {
  readonly wish: DraftWish
  readonly version: number
}

/** What is typed, as changes to what the house is known to have. */
const typedOver = ({ wish, version }: Kept, now: DraftWish): RecordState => {
  const base = { values: valuesOfWish(wish), version }
  return { base, mine: changedValues(base.values, valuesOfWish(now)) }
}

const layOver = (values: Loaded['values'], mine: Loaded['values']): DraftWish => wishOfValues({ ...values, ...mine })

/**
 * A draft as it stands on the screen: what is typed is kept by the house after a moment, and priced anew. While a price lacks its reason,
 * nothing is sent. What somebody else saves meanwhile comes in by itself; where both changed the same, the one who saves later is asked, and
 * what they typed stands until then.
 */
export function useDraftEdit(draft: Draft) {
  const client = useQueryClient()
  const locale = useLocale()
  const [wish, setWish] = useState<DraftWish>(() => wishOfDraft(draft))
  const [asked] = useDebouncedValue(wish, PAUSE_MS)
  const [kept, setKept] = useState<Kept>(() => ({ wish, version: draft.version }))
  const [conflict, setConflict] = useState<RecordState['conflict']>()
  const [othersCame, setOthersCame] = useState(false)
  const take = (loaded: Loaded, sent: DraftWish) => {
    const now: Kept = { wish: wishOfValues(loaded.values), version: loaded.version ?? kept.version }
    setKept(now)
    // What was typed while it was under way is laid over what came back.
    setWish((typed) => layOver(loaded.values, changedValues(valuesOfWish(sent), valuesOfWish(typed))))
  }
  const { mutate, error, isPending, variables } = useMutation({
    mutationFn: async ({ state }: { readonly state: RecordState; readonly sent: DraftWish }) => {
      let theirs: Loaded | undefined
      const saved = await saveMerging(state, {
        save: ({ values, version }) =>
          saveDraft(draft.id, { wish: wishOfValues(values), version: version ?? kept.version }),
        reread: async () => {
          const latest = await client.fetchQuery({ ...draftDetail(draft.id, locale), staleTime: 0 })
          const values = valuesOfWish(wishOfDraft(latest))
          return { values, version: latest.version, changedBy: await lastSaver(client, draft.id, locale) }
        },
        onTheirs: (found) => {
          theirs = found
        },
      })
      return { saved, theirs }
    },
    onSuccess: async ({ saved, theirs }, { state, sent }) => {
      setOthersCame(theirs !== undefined)
      if (saved) take(saved, sent)
      else if (theirs) setConflict(onTopOf(state, theirs).conflict)
      await client.invalidateQueries({ queryKey: ['orders', 'draft', draft.id] })
    },
  })
  const needsReason = wish.lines.some(({ unitPrice }) => unitPrice !== undefined) && !wish.priceNote?.trim()
  const isOpen = draft.orderId === null
  const isClean = JSON.stringify(wish) === JSON.stringify(kept.wish)
  // What was refused is sent again once it is typed otherwise, not by itself.
  const isRefused = error !== null && variables?.sent === asked
  useEffect(() => {
    if (!isOpen || isRefused || isPending || needsReason || conflict || asked !== wish) return
    if (JSON.stringify(asked) !== JSON.stringify(kept.wish)) mutate({ state: typedOver(kept, asked), sent: asked })
  }, [asked, wish, isOpen, isRefused, isPending, needsReason, conflict, kept, mutate])
  if (draft.version > kept.version && isClean && !isPending) {
    // Somebody else saved, and nothing is typed here.
    const theirs = wishOfDraft(draft)
    setKept({ wish: theirs, version: draft.version })
    setWish(theirs)
    setOthersCame(true)
  }
  const change = (part: Partial<DraftWish>) => setWish((before) => ({ ...before, ...part }))
  const changeLines = (how: (lines: DraftWish['lines']) => DraftWish['lines']) =>
    setWish((before) => ({ ...before, lines: how(before.lines) }))
  const changeBundles = (how: (bundles: readonly Bundle[]) => Bundle[]) =>
    setWish((before) => ({ ...before, bundles: how(before.bundles ?? []) }))
  return {
    wish,
    change,
    error,
    needsReason,
    /** Both changed the same: what stands here waits for a choice. */
    conflict,
    /** Something that somebody else saved is on this screen since. */
    othersCame,
    choose: (choices: Choices) => {
      if (!conflict) return
      const { base, mine } = settled({ ...typedOver(kept, wish), conflict }, choices)
      setConflict(undefined)
      setKept({ wish: wishOfValues(base.values), version: base.version ?? kept.version })
      setWish(layOver(base.values, mine))
    },
    takeTheirs: () => {
      if (!conflict) return
      const { values, version } = conflict.theirs
      setConflict(undefined)
      setKept({ wish: wishOfValues(values), version: version ?? kept.version })
      setWish(wishOfValues(values))
    },
    /** Whether all that is typed is kept, and the totals are those of it. */
    isKept: !isPending && isClean,
    setLine: (variantId: string, part: Partial<DraftWish['lines'][number]>) =>
      changeLines((lines) => lines.map((line) => (line.variantId === variantId ? { ...line, ...part } : line))),
    usualPrice: (variantId: string) =>
      changeLines((lines) =>
        lines.map((line) => (line.variantId === variantId ? { variantId, quantity: line.quantity } : line)),
      ),
    remove: (variantId: string) => changeLines((lines) => lines.filter((line) => line.variantId !== variantId)),
    add: (variantId: string) =>
      changeLines((lines) =>
        lines.some((line) => line.variantId === variantId)
          ? lines.map((line) => (line.variantId === variantId ? { ...line, quantity: line.quantity + 1 } : line))
          : [...lines, { variantId, quantity: 1 }],
      ),
    addBundle: (bundle: Bundle) =>
      changeBundles((bundles) => {
        const same = bundles.find((one) => keyOfBundle(one) === keyOfBundle(bundle))
        if (!same) return [...bundles, bundle]
        return bundles.map((one) =>
          one === same ? { ...one, quantity: Math.min(99, one.quantity + bundle.quantity) } : one,
        )
      }),
    setBundle: (key: string, quantity: number) =>
      changeBundles((bundles) => bundles.map((one) => (keyOfBundle(one) === key ? { ...one, quantity } : one))),
    removeBundle: (key: string) => changeBundles((bundles) => bundles.filter((one) => keyOfBundle(one) !== key)),
  }
}

export type DraftEdit = ReturnType<typeof useDraftEdit>

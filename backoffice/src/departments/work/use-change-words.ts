import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import type { Preview } from './approval-queries.ts'

type Change = Preview['changes'][number]

// i18n-dynamic: work.approvals.things.*, work.approvals.fields.*
/** A change as the audit trail tells it, in words: "Price · amount". A price is whole minor units of the currency in its id. */
export function useChangeWords(): (change: Change) => Omit<Change, 'objectType' | 'objectId'> {
  const things = useTranslations('work.approvals.things')
  const fields = useTranslations('work.approvals.fields')
  return useCallback(
    ({ objectType, objectId, field, before, after }) => {
      const [thing, name] = [objectType, field] as [Parameters<typeof things>[0], Parameters<typeof fields>[0]]
      const label = [things.has(thing) ? things(thing) : objectType, fields.has(name) ? fields(name) : field].join(
        ' · ',
      )
      const currency = objectType === 'price' ? objectId.split(' ')[1] : undefined
      const shown = (value: unknown) => (typeof value === 'number' && currency ? { amount: value, currency } : value)
      return { field: label, before: shown(before), after: shown(after) }
    },
    [things, fields],
  )
}

import { useCallback } from 'react'
import { useFormatter } from 'use-intl'

/** A local day in words, whatever zone the reader sits in. */
export function useDayText(): (day: string) => string {
  const format = useFormatter()
  return useCallback(
    (day) => format.dateTime(new Date(`${day}T12:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' }),
    [format],
  )
}

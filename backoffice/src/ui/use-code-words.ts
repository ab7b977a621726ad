import { useCallback } from 'react'
import { useTranslations } from 'use-intl'

type Values = Readonly<Record<string, string | number>>

/**
 * Words for codes that the server sends (states, events, accounts): `say('orders.events', 'order.paid')`. Codes may be newer
 * than this page: one without words is shown as it is.
 */
export function useCodeWords(): (namespace: string, code: string, values?: Values) => string {
  const t = useTranslations()
  return useCallback(
    (namespace, code, values) => {
      const key = `${namespace}.${code.replaceAll(/[.:-]/g, '_')}`
      const translate = t as unknown as (key: string, values?: Values) => string
      return t.has(key as Parameters<typeof t>[0]) ? translate(key, values) : code
    },
    [t],
  )
}

import { useCallback } from 'react'
import { useTranslations } from 'use-intl'

/** "Three days before", "On the key date": days from the key date, before it where negative. */
export function useTemplateDays(): (days: number) => string {
  const t = useTranslations('work.templates')
  return useCallback(
    (days) => {
      if (days === 0) return t('onKeyDate')
      return days < 0 ? t('before', { days: -days }) : t('after', { days })
    },
    [t],
  )
}

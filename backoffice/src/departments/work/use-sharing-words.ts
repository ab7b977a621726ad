import { useTranslations } from 'use-intl'
import type { SharingWords } from '../../ui/record/sharing-select.tsx'

/** Of a thread. */
export function useSharingWords(): SharingWords {
  const t = useTranslations('work.talk')
  return { readers: t('readers'), internal: t('internal'), sharedWith: (name) => t('sharedWith', { name }) }
}

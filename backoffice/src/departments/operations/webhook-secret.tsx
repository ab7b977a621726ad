import { useTranslations } from 'use-intl'
import { ShownOnce } from '../../ui/shown-once.tsx'

/** Shown once: the house keeps only ciphertext of it. */
export function WebhookSecret({ secret, onDone }: { readonly secret: string; readonly onDone: () => void }) {
  const t = useTranslations('operations.webhooks')
  const words = {
    meaning: t('secretMeaning'),
    label: t('secret'),
    copy: t('copy'),
    copied: t('copied'),
    done: t('done'),
  }
  return <ShownOnce value={secret} words={words} onDone={onDone} />
}

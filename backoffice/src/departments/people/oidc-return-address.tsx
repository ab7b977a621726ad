import { useTranslations } from 'use-intl'
import { CopiedAddress } from './copied-address.tsx'

/** What a provider must be told: where it may lead people back to. */
export function OidcReturnAddress({ value }: { readonly value: string }) {
  const t = useTranslations('people.providers')
  return <CopiedAddress label={t('returnUri')} hint={t('returnHint')} value={value} />
}

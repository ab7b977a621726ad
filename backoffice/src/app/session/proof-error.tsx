import { useTranslations } from 'use-intl'
import { FormError } from '../../ui/form-error.tsx'
import { Notice } from '../../ui/notice.tsx'
import { IconFingerprintOff } from '@tabler/icons-react'
import { PasskeyUnused } from './proof-queries.ts'

/** What a browser ends by itself is told in other words than what the house refuses. */
export function ProofError({ error }: { readonly error: unknown }) {
  const t = useTranslations('app.proof')
  if (!(error instanceof PasskeyUnused)) return <FormError error={error} />
  return (
    <div role="alert">
      <Notice icon={IconFingerprintOff} title={t('passkeyFailed')}>
        {t('passkeyFailedRemedy')}
      </Notice>
    </div>
  )
}

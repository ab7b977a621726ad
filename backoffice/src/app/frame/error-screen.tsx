import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { ErrorState } from '../../ui/error-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

/** What a screen shows when it broke while it was drawn; the frame around it stays. */
export function ErrorScreen({ error, reset }: ErrorComponentProps) {
  const t = useTranslations('app.broken')
  const router = useRouter()
  const { reset: forgetErrors } = useQueryErrorResetBoundary()
  const retry = () => {
    forgetErrors()
    reset()
    void router.invalidate()
  }
  return (
    <>
      <PageHeader title={t('title')} />
      <ErrorState error={error} onRetry={retry} />
    </>
  )
}

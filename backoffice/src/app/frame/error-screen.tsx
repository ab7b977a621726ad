import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { Outage } from '../../client/problem.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { isMissingFile } from './newer-build.ts'

/** What a screen shows when it broke while it was drawn; the frame around it stays. */
export function ErrorScreen({ error, reset }: ErrorComponentProps) {
  const t = useTranslations('app')
  const router = useRouter()
  const { reset: forgetErrors } = useQueryErrorResetBoundary()
  const retry = () => {
    forgetErrors()
    reset()
    void router.invalidate()
  }
  const isAway = isMissingFile(error)
  return (
    <>
      <PageHeader title={t(isAway ? 'notHere.title' : 'broken.title')} />
      <ErrorState error={isAway ? new Outage(error) : error} onRetry={retry} />
    </>
  )
}

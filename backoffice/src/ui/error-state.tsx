import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCloudOff } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { Outage, Problem } from '../client/problem.ts'
import { Notice } from './notice.tsx'

interface ErrorStateProps {
  readonly error: unknown
  readonly onRetry?: () => void
}

/** Says what happened and what to do; a fault shows its id, which the log knows. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const t = useTranslations('ui.error')
  const retry = onRetry && (
    <Button variant="default" onClick={onRetry}>
      {t('retry')}
    </Button>
  )
  if (error instanceof Outage) {
    return (
      <Notice icon={IconCloudOff} title={t('away')} tone="danger" action={retry}>
        {t('awayRemedy')}
      </Notice>
    )
  }
  const problem = error instanceof Problem ? error.body : undefined
  const faultId = problem?.params?.faultId ?? problem?.requestId
  return (
    <Notice icon={IconAlertTriangle} title={problem?.title || t('broken')} tone="danger" action={retry}>
      <p>{problem?.remedy || t('brokenRemedy')}</p>
      {faultId && <p className="tabular">{t('reference', { id: String(faultId) })}</p>}
    </Notice>
  )
}

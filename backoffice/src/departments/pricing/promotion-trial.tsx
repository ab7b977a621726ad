import { Button, Select } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { Panel } from '../../ui/panel.tsx'
import { TaskProgress } from '../../ui/task-progress.tsx'
import type { PromotionDraft } from './queries.ts'
import { beginTrial, resumeTrial, stopTrial, trialDetail, trialsOfPromotion, type Trial } from './trial-queries.ts'
import { TrialReport } from './trial-report.tsx'
import styles from './trial.module.css'

interface PromotionTrialProps {
  /** As it stands in the form, saved or not. */
  readonly draft: PromotionDraft
  readonly promotionId: string | undefined
}

const permission = 'pricing:promote'
const PERIODS = [7, 30, 90, 365]
/** A draft is tried before it has a name. */
const UNNAMED = 'DRAFT'

/** What a promotion would have done, had it run: over the real orders and baskets of the last days. */
export function PromotionTrial({ draft, promotionId }: PromotionTrialProps) {
  const t = useTranslations('pricing.trial')
  const words = useTranslations('pricing')
  const refusal = useCan()(permission) ? undefined : words('needsPermission', { permission })
  const client = useQueryClient()
  const [days, setDays] = useState(30)
  const [begun, setBegun] = useState<string>()
  const { data: before } = useQuery({
    ...trialsOfPromotion(promotionId ?? ''),
    enabled: promotionId !== undefined && refusal === undefined,
  })
  const id = begun ?? before?.items[0]?.id
  const trial = useQuery({ ...trialDetail(id ?? ''), enabled: id !== undefined && refusal === undefined })
  const trying = useMutation({
    mutationFn: () => {
      const { code, names } = draft
      const named = { ...draft, code: code || UNNAMED, names: { ...names, en: names.en || UNNAMED } }
      return beginTrial({ draft: named, promotionId, days }, crypto.randomUUID())
    },
    onSuccess: ({ id: made }) => {
      setBegun(made)
      void client.invalidateQueries({ queryKey: ['pricing', 'trials'] })
    },
  })
  const isRunning = trial.data?.state === 'running'
  return (
    <div className={styles.apart}>
      <Panel title={t('title')}>
        <div className={styles.stack}>
          <p className="dimmed">{t('meaning')}</p>
          <div className={styles.tools}>
            <Select
              label={t('period')}
              w={200}
              allowDeselect={false}
              data={PERIODS.map((value) => ({ value: String(value), label: t('lastDays', { days: value }) }))}
              value={String(days)}
              onChange={(next) => next !== null && setDays(Number(next))}
            />
            <ActionButton
              variant="default"
              refusal={refusal}
              loading={trying.isPending || isRunning}
              onClick={() => trying.mutate()}
            >
              {t('try')}
            </ActionButton>
          </div>
          <FormError error={trying.error} />
          {trial.error && <ErrorState error={trial.error} onRetry={() => void trial.refetch()} />}
          {trial.data && <Outcome trial={trial.data} />}
        </div>
      </Panel>
    </div>
  )
}

function Outcome({ trial }: { readonly trial: Trial }) {
  const t = useTranslations('pricing.trial')
  const client = useQueryClient()
  const moved = () => client.invalidateQueries({ queryKey: ['pricing', 'trial', trial.id] })
  const stopping = useMutation({ mutationFn: () => stopTrial(trial.id), onSettled: moved })
  const resuming = useMutation({ mutationFn: () => resumeTrial(trial.id), onSettled: moved })
  const { state, looked, toLookAt } = trial
  return (
    <div className={styles.stack} aria-live="polite">
      {state === 'running' && (
        <TaskProgress
          title={t('running')}
          done={looked}
          total={toLookAt}
          stopping={stopping.isPending}
          onCancel={() => stopping.mutate()}
        />
      )}
      {state === 'stopped' && (
        <div className={styles.tools}>
          <p>{t('stopped', { looked, toLookAt })}</p>
          <Button variant="default" loading={resuming.isPending} onClick={() => resuming.mutate()}>
            {t('resume')}
          </Button>
        </div>
      )}
      <FormError error={stopping.error ?? resuming.error} />
      {state !== 'running' && <TrialReport trial={trial} />}
    </div>
  )
}

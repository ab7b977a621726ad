import { Button, Progress, Skeleton } from '@mantine/core'
import { IconArrowRight, IconCheck, IconCircleCheck, IconMinus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { sayDone } from '../../ui/done.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { showCurrent } from '../../ui/show-current.ts'
import { useListSearch } from '../../ui/use-list-search.ts'
import { isSettled, passOver, setUpGuide, type Step } from './queries.ts'
import { StepForm } from './step-form.tsx'
import styles from './set-up.module.css'

// i18n-dynamic: set-up.steps.*

/** The guided first run: what there is to do, in an order that works; it can be left and taken up at any step. */
export default function SetUpScreen() {
  const t = useTranslations('set-up')
  const [{ step: asked }, change] = useListSearch()
  const { data, error, refetch } = useQuery(setUpGuide)
  if (error && !data) {
    return (
      <>
        <PageHeader title={t('title')} />
        <ErrorState error={error} onRetry={() => void refetch()} />
      </>
    )
  }
  const steps = data?.steps ?? []
  const open = steps.find((step) => !isSettled(step))
  const shown = steps.find(({ code }) => code === asked) ?? open
  const settled = steps.filter(isSettled).length
  const next = steps.find((step) => !isSettled(step) && step.code !== shown?.code)
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('intro')} />
      {!data ? (
        <Skeleton height={480} radius="lg" />
      ) : (
        <div className={styles.frame}>
          <nav className={styles.steps} aria-label={t('stepsLabel')}>
            <p className={styles.progress}>{t('progress', { settled, count: steps.length })}</p>
            <Progress
              value={(settled * 100) / steps.length}
              aria-label={t('progress', { settled, count: steps.length })}
            />
            <ol key={shown?.code} ref={showCurrent}>
              {steps.map((step, index) => (
                <li key={step.code}>
                  <Link
                    to="/set-up"
                    search={{ step: step.code }}
                    className={styles.step}
                    {...(step === shown ? { 'aria-current': 'step' as const } : {})}
                  >
                    <span
                      className={styles.sign}
                      data-state={step.done ? 'done' : step.skipped ? 'skipped' : 'open'}
                      aria-hidden
                    >
                      {step.done ? <IconCheck size={16} /> : step.skipped ? <IconMinus size={16} /> : index + 1}
                    </span>
                    <span>
                      {t(`steps.${step.code as 'entity'}.title`)}
                      <span className="sr-only"> {t(step.done ? 'done' : step.skipped ? 'skipped' : 'open')}</span>
                    </span>
                  </Link>
                </li>
              ))}
            </ol>
          </nav>
          {shown ? (
            <StepSheet key={shown.code} step={shown} next={next} onNext={() => next && change({ step: next.code })} />
          ) : (
            <Panel>
              <EmptyState icon={IconCircleCheck} title={t('complete')} action={<ToToday label={t('toToday')} />}>
                {t('completeMeaning')}
              </EmptyState>
            </Panel>
          )}
        </div>
      )}
    </>
  )
}

interface StepSheetProps {
  readonly step: Step
  readonly next: Step | undefined
  readonly onNext: () => void
}

function StepSheet({ step, next, onNext }: StepSheetProps) {
  const t = useTranslations('set-up')
  const client = useQueryClient()
  const mayWrite = useCan()('organisation:write')
  const { mutate, error, isPending } = useMutation({
    mutationFn: (skipped: boolean) => passOver(step.code, skipped),
    onSuccess: async (_answer, skipped) => {
      await client.invalidateQueries({ queryKey: setUpGuide.queryKey })
      if (skipped) onNext()
    },
  })
  const saved = async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['settings'] }),
      client.invalidateQueries({ queryKey: setUpGuide.queryKey }),
    ])
    sayDone(t('saved'))
  }
  const code = step.code as 'entity'
  return (
    <Panel title={t(`steps.${code}.title`)}>
      <div className={styles.sheet}>
        <p className="dimmed">{t(`steps.${code}.why`)}</p>
        {step.done ? (
          <p className={styles.doneLine}>
            <IconCircleCheck size={20} aria-hidden /> {t('stepDone')}
          </p>
        ) : (
          <ul className={styles.missing}>
            {step.missing.map((one) => (
              <li key={`${one.code}-${one.text}`}>{one.text}</li>
            ))}
          </ul>
        )}
        <FormError error={error} />
        {mayWrite && <StepForm step={step} onSaved={() => void saved()} />}
        <div className={styles.actions}>
          {mayWrite && !step.done && (
            <Button variant="subtle" loading={isPending} onClick={() => mutate(!step.skipped)}>
              {t(step.skipped ? 'takeUp' : 'skip')}
            </Button>
          )}
          {isSettled(step) && next && (
            <Button rightSection={<IconArrowRight size={18} aria-hidden />} onClick={onNext}>
              {t('next', { step: t(`steps.${next.code as 'entity'}.title`) })}
            </Button>
          )}
        </div>
      </div>
    </Panel>
  )
}

function ToToday({ label }: { readonly label: string }) {
  return <Button renderRoot={(props) => <Link to="/" {...props} />}>{label}</Button>
}

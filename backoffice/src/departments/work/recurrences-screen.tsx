import { Button, Drawer, Skeleton, TextInput } from '@mantine/core'
import { IconPlus, IconRepeat } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormatter, useLocale, useNow, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { RecurrenceForm } from './recurrence-form.tsx'
import { pauseRecurrence, recurrenceList, resumeRecurrence, type Recurrence } from './recurrence-queries.ts'
import { useRecurrenceSentence } from './use-recurrence-sentence.ts'
import styles from './recurrence.module.css'

/** What comes again by itself, each in one sentence. */
export default function RecurrencesScreen() {
  const t = useTranslations('work.recurring')
  const todos = useTranslations('work.todos')
  const client = useQueryClient()
  const mayWrite = useCan()('work:write')
  const now = useNow()
  const { data, error, refetch } = useQuery(recurrenceList(useLocale()))
  const [open, setOpen] = useState<Recurrence | 'new'>()
  const [pausing, setPausing] = useState<Recurrence>()
  const readAgain = () => client.invalidateQueries({ queryKey: ['work'] })
  const resuming = useMutation({
    mutationFn: resumeRecurrence,
    onSuccess: () => sayDone(t('resumed')),
    onSettled: readAgain,
  })
  const add = mayWrite && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}>
      {t('add')}
    </Button>
  )
  const today = now.toLocaleDateString('sv', { timeZone: data?.timeZone ?? 'UTC' })
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('meaning')}
        back={{ to: '/todos', label: todos('title') }}
        actions={data && data.items.length > 0 && add}
      />
      <FormError error={resuming.error} />
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton height={240} radius="lg" />
      ) : data.items.length === 0 ? (
        <EmptyState icon={IconRepeat} title={t('none')} action={add}>
          {t('noneRemedy')}
        </EmptyState>
      ) : (
        <Panel flush>
          <ul className={styles.list}>
            {data.items.map((one) => (
              <Row
                key={one.id}
                one={one}
                mayWrite={mayWrite}
                onEdit={() => setOpen(one)}
                onPause={() => setPausing(one)}
                onResume={() => resuming.mutate(one)}
              />
            ))}
          </ul>
        </Panel>
      )}
      <Drawer
        opened={open !== undefined}
        onClose={() => setOpen(undefined)}
        position="right"
        size={560}
        title={open === 'new' ? t('add') : t('one')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {open !== undefined && (
          <RecurrenceForm
            record={open === 'new' ? undefined : open}
            today={today}
            onCancel={() => setOpen(undefined)}
            onSaved={() => {
              sayDone(t('saved'))
              void readAgain()
              setOpen(undefined)
            }}
          />
        )}
      </Drawer>
      {pausing && <PauseDialog record={pausing} onClose={() => setPausing(undefined)} onDone={readAgain} />}
    </>
  )
}

interface RowProps {
  readonly one: Recurrence
  readonly mayWrite: boolean
  readonly onEdit: () => void
  readonly onPause: () => void
  readonly onResume: () => void
}

function Row({ one, mayWrite, onEdit, onPause, onResume }: RowProps) {
  const t = useTranslations('work.recurring')
  const sentenceOf = useRecurrenceSentence()
  const { title, pause, nextOn } = one
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <strong>{sentenceOf({ ...one, who: one.assignee.name })}</strong>
        <Coming pause={pause} nextOn={nextOn} />
      </div>
      {pause && <StateBadge tone="waiting">{t('paused')}</StateBadge>}
      {mayWrite && (
        <div className={styles.buttons}>
          <Button
            variant="default"
            size="compact-sm"
            aria-label={t(pause ? 'resumeNamed' : 'pauseNamed', { title })}
            onClick={pause ? onResume : onPause}
          >
            {t(pause ? 'resume' : 'pause')}
          </Button>
          <Button variant="default" size="compact-sm" aria-label={t('editNamed', { title })} onClick={onEdit}>
            {t('edit')}
          </Button>
        </div>
      )}
    </li>
  )
}

function Coming({ pause, nextOn }: Pick<Recurrence, 'pause' | 'nextOn'>) {
  const t = useTranslations('work.recurring')
  const format = useFormatter()
  const day = (value: string) => format.dateTime(new Date(`${value}T12:00:00Z`), { dateStyle: 'full', timeZone: 'UTC' })
  const said = () => {
    if (pause) return pause.by === null ? t('halted') : t('pausedBy', { name: pause.by, reason: pause.reason })
    return nextOn ? t('next', { day: day(nextOn) }) : t('over')
  }
  return <span className={styles.note}>{said()}</span>
}

interface PauseDialogProps {
  readonly record: Recurrence
  readonly onClose: () => void
  readonly onDone: () => Promise<void>
}

function PauseDialog({ record, onClose, onDone }: PauseDialogProps) {
  const t = useTranslations('work.recurring')
  const [reason, setReason] = useState('')
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => pauseRecurrence(record, reason.trim()),
    onSuccess: async () => {
      await onDone()
      sayDone(t('pausedDone'))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      title={t('pauseNamed', { title: record.title })}
      confirm={t('pause')}
      busy={isPending}
      ready={reason.trim() !== ''}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <p>{t('pauseMeaning')}</p>
      <TextInput
        label={t('reason')}
        maxLength={500}
        data-autofocus
        value={reason}
        onChange={(change) => setReason(change.currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
